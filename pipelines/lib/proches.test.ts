import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest, sayNearest } from './proches';

const NOMS = ['Val-Cendré', 'Rive-aux-Hérons', "Pointe-d'Étain", 'Régional'];

test.each([
  ['Val-Cendre', ['Val-Cendré']],
  ['val cendré', ['Val-Cendré']],
  ['Cendré-Val', ['Val-Cendré']],
  ['Rives-aux-Héron', ['Rive-aux-Hérons']],
  ['Montréal', []],
])('« %s » is near %j', (word, found) => {
  expect(nearest(word, NOMS)).toEqual(found);
});

test('a word is the nearest to itself, and three at most are offered', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 3 }), { minLength: 1 }), (words) => {
      const [first = ''] = words;
      const found = nearest(first, words);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(words).toEqual(expect.arrayContaining(found));
    }),
  );
  expect(nearest('Régional', NOMS)[0]).toBe('Régional');
});

test('what is in parentheses tells which is nearest', () => {
  const twins = ['Coop du Lac (Berthier)', 'Coop du Lac (Joliette)'];
  expect(nearest('Coop du lac (Joliète)', twins)[0]).toBe('Coop du Lac (Joliette)');
});

/** Letters put in, taken out or changed to go from one word to another, reckoned in full. */
function away(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const [above, row] = [rows[i - 1]!, [i]];
    for (let j = 1; j <= b.length; j++)
      row[j] = Math.min(
        ...[above[j]! + 1, row[j - 1]! + 1],
        above[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

test('the nearest come first, and none is further than a third of its letters', () => {
  const word = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(word, fc.uniqueArray(word, { maxLength: 8 }), (asked, words) => {
      const near = (w: string) => away(asked, w) <= Math.max(1, Math.floor(w.length / 3));
      const found = nearest(asked, words);
      expect(found.every(near)).toBe(true);
      expect(found).toHaveLength(Math.min(3, words.filter(near).length));
      const distances = found.map((w) => away(asked, w));
      expect(distances).toEqual([...distances].sort((a, b) => a - b));
      const next = words.filter((w) => near(w) && !found.includes(w)).map((w) => away(asked, w));
      expect(next.every((d) => d >= (distances.at(-1) ?? 0))).toBe(true);
    }),
  );
});

test('nothing is said where nothing is near', () => {
  expect(sayNearest('Montréal', NOMS)).toBe('');
  expect(sayNearest('Regional', NOMS)).toBe(' (proches : « Régional »)');
});
