import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findNear } from './ressemblances';

/** Letters to add, remove or change, each prefix against each other: no cut, no index. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++)
    row = row.reduce<number[]>((out, above, j) => {
      if (j === 0) return [i];
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      return [...out, Math.min(change, above + 1, (out[j - 1] ?? 0) + 1)];
    }, []);
  return row[b.length] ?? 0;
}

const wordsOf = (text: string) => text.toLowerCase().split(' ').filter(Boolean);
const digitsOf = (text: string) => (text.match(/\d+/g) ?? []).join(' ');

/** Every pair, one by one. */
function firstNear(noms: readonly string[], i: number): number | null {
  const own = noms[i] ?? '';
  const found = noms.slice(0, i).findIndex((other) => {
    const [a, b] = [wordsOf(own), wordsOf(other)];
    if (a.join(' ') === b.join(' ') || digitsOf(own) !== digitsOf(other)) return false;
    if (a.toSorted().join(' ') === b.toSorted().join(' ')) return true;
    const [short, long] = [own.length, other.length].sort((x, y) => x - y) as [number, number];
    return short >= 8 && long - short <= 2 && distance(a.join(' '), b.join(' ')) <= 2;
  });
  return found < 0 ? null : found;
}

const base = fc.stringMatching(/^[ab]{3,6}( [ab]{2,6}){1,3}( [12])?$/);
/** A letter taken out, put in or changed at some places, words turned round now and then. */
const retouche = fc.record({
  taken: fc.array(fc.nat(20), { maxLength: 2 }),
  put: fc.array(fc.tuple(fc.nat(20), fc.constantFrom('a', 'b', ' ', '2')), { maxLength: 2 }),
  turned: fc.nat(5),
});
const noms = fc.tuple(base, fc.array(retouche, { maxLength: 12 })).map(([nom, all]) => [
  nom,
  ...all.map(({ taken, put, turned }) => {
    const letters = [...nom].filter((_, i) => !taken.includes(i));
    for (const [at, letter] of put) letters.splice(at, 0, letter);
    const text = letters.join('');
    return turned === 0 ? wordsOf(text).toReversed().join(' ') : text;
  }),
]);

test('the same names are near as when each is compared with all those before it', () => {
  let near = 0;
  fc.assert(
    fc.property(noms, (drawn) => {
      const meant = drawn.map((_, i) => firstNear(drawn, i));
      near += meant.filter((i) => i !== null).length;
      expect(findNear(drawn)).toEqual(meant);
    }),
    { numRuns: 500 },
  );
  expect(near).toBeGreaterThan(500);
});

test('accents, case and punctuation tell nothing apart, nor the order of words', () => {
  const drawn = [
    'Maison de l’Étoile',
    'MAISON DE L’ETOILE',
    'Étoile, maison de l’',
    'Maison de l’Étole',
  ];
  expect(findNear(drawn)).toEqual([null, null, 0, 0]);
});
