import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Cellule, LARGEUR, suppressSmall, type Unite } from './index';

const plain = (cle: string): Cellule => ({ cle, tue: false, min: 0, max: Infinity });
const sumOf = (unites: readonly Unite[], cle: string, values: readonly number[]) =>
  unites.reduce((a, u, i) => a + (u.cellules.includes(cle) ? (values[i] ?? 0) : 0), 0);

/** Four units in two rows and two columns, with a total: 15 values each are all that is tried. */
const COUPES = [
  ['rang-1', 'colonne-1'],
  ['rang-1', 'colonne-2'],
  ['rang-2', 'colonne-1'],
  ['rang-2', 'colonne-2'],
];
const CLES = ['rang-1', 'rang-2', 'colonne-1', 'colonne-2', 'total'];
const tableau = fc
  .tuple(...COUPES.map(() => fc.integer({ min: 0, max: 9 })))
  .map((values) =>
    COUPES.map((own, i): Unite => ({ valeur: values[i] ?? 0, cellules: [...own, 'total'] })),
  );

/** Every table of whole numbers that agrees with what is told, found by trying them all. */
function tablesLike(unites: readonly Unite[], cachees: ReadonlySet<string>): number[][] {
  const truth = unites.map((u) => u.valeur);
  const sums = new Map(CLES.map((cle) => [cle, sumOf(unites, cle, truth)]));
  const agrees = (values: readonly number[]) =>
    CLES.every((cle) => {
      const sum = sumOf(unites, cle, values);
      return cachees.has(cle) ? sum >= 1 : sum === sums.get(cle);
    });
  const values = Array.from({ length: 15 }, (_, i) => i);
  return values.flatMap((a) =>
    values.flatMap((b) =>
      values.flatMap((c) => values.map((d) => [a, b, c, d]).filter((one) => agrees(one))),
    ),
  );
}

test('each hidden sum keeps at least four values, unless nothing is left to hide', () => {
  fc.assert(
    fc.property(tableau, (unites) => {
      const cachees = suppressSmall(unites, CLES.map(plain));
      const truth = unites.map((u) => u.valeur);
      const told = CLES.filter((cle) => !cachees.has(cle) && sumOf(unites, cle, truth) > 0);
      const likely = tablesLike(unites, cachees);
      for (const cle of CLES) {
        const sum = sumOf(unites, cle, truth);
        if (sum > 0 && sum < 5) expect(cachees.has(cle), cle).toBe(true);
        if (sum === 0) expect(cachees.has(cle), cle).toBe(false);
        if (!cachees.has(cle) || told.length === 0) continue;
        const values = new Set(likely.map((one) => sumOf(unites, cle, one)));
        expect(values.size, cle).toBeGreaterThanOrEqual(LARGEUR);
      }
    }),
    { numRuns: 60 },
  );
});

test('nothing is hidden where nothing is small', () => {
  const unites = COUPES.map((own): Unite => ({ valeur: 7, cellules: [...own, 'total'] }));
  expect(suppressSmall(unites, CLES.map(plain))).toEqual(new Set());
});

test('the cheapest cell is hidden beside a small one, and no other', () => {
  const valeurs = { petite: 2, grande: 90, moyenne: 20, autre: 60 };
  const unites = Object.entries(valeurs).map(([cle, valeur]): Unite => ({
    valeur,
    cellules: [cle, 'total'],
  }));
  const cellules = [...Object.keys(valeurs), 'total'].map(plain);
  expect(suppressSmall(unites, cellules)).toEqual(new Set(['petite', 'moyenne']));
});

test('what other figures say of a cell is taken into account', () => {
  const unites: Unite[] = [
    { valeur: 2, cellules: ['petite', 'total'] },
    { valeur: 20, cellules: ['moyenne', 'total'] },
    { valeur: 30, cellules: ['grande', 'total'] },
  ];
  const cellules = ['petite', 'moyenne', 'grande', 'total'].map((cle) =>
    cle === 'moyenne' ? { ...plain(cle), min: 20, max: 20 } : plain(cle),
  );
  expect(suppressSmall(unites, cellules)).toEqual(new Set(['petite', 'grande']));
});

test('the order of the units says nothing', () => {
  fc.assert(
    fc.property(tableau, (unites) => {
      const [one, other] = [unites, unites.toReversed()].map((own) =>
        [...suppressSmall(own, CLES.map(plain))].sort(),
      );
      expect(other).toEqual(one);
    }),
    { numRuns: 30 },
  );
});
