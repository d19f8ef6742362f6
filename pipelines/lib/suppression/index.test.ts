import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../tests/lib/ampleur';
import { type Cellule, LARGEUR, suppressSmall, type Unite } from './index';

const masquees = (...asked: Parameters<typeof suppressSmall>) => suppressSmall(...asked).cachees;

const plain = (cle: string): Cellule => ({ cle, tue: false, min: 0, max: Infinity });
const sumOf = (unites: readonly Unite[], cle: string, values: readonly number[]) =>
  unites.reduce((a, u, i) => a + (u.cellules.includes(cle) ? (values[i] ?? 0) : 0), 0);

/** Each value alone in a cell of its own, and all in `total`; with what is known of some cells besides. */
function hiddenAmong(
  valeurs: Readonly<Record<string, number>>,
  known: Readonly<Record<string, Partial<Cellule>>> = {},
): string[] {
  const unites = Object.entries(valeurs).map(([cle, valeur]): Unite => ({
    valeur,
    cellules: [cle, 'total'],
  }));
  const cellules = [...Object.keys(valeurs), 'total'].map((cle) => ({
    ...plain(cle),
    ...known[cle],
  }));
  return [...masquees(unites, cellules)].sort();
}

test('nothing is hidden where nothing is small', () => {
  expect(hiddenAmong({ a: 7, b: 7, c: 5 })).toEqual([]);
});

test('the cheapest cell is hidden beside a small one, and no other', () => {
  const valeurs = { petite: 2, grande: 90, moyenne: 20, autre: 60 };
  expect(hiddenAmong(valeurs)).toEqual(['moyenne', 'petite']);
});

test('a cell where nothing was counted hides nothing', () => {
  const unites: Unite[] = [
    { valeur: 2, cellules: ['petite', 'total'] },
    { valeur: 20, cellules: ['total', 'autre'] },
    { valeur: 0, cellules: ['vide', 'autre'] },
    { valeur: 50, cellules: ['grande', 'autre'] },
  ];
  const cellules = ['petite', 'vide', 'autre', 'grande', 'total'].map(plain);
  expect(masquees(unites, cellules)).toEqual(new Set(['petite', 'total']));
  expect(hiddenAmong({ grande: 90, vide: 0 }, { vide: { tue: true } })).toEqual(['vide']);
});

test('a count that would have to fall below zero hides nothing', () => {
  const unites: Unite[] = [
    { valeur: 2, cellules: ['petite', 'total'] },
    { valeur: 1, cellules: ['total', 'autre'] },
    { valeur: 9, cellules: ['autre'] },
    { valeur: 50, cellules: ['total', 'grande'] },
  ];
  const cellules = [
    ...['petite', 'autre', 'grande'].map(plain),
    { ...plain('total'), min: 53, max: 53 },
  ];
  expect(masquees(unites, cellules)).toEqual(new Set(['petite', 'grande']));
});

test('a cell that nobody asks for is not hidden', () => {
  const unites = [{ valeur: 2, cellules: ['a', 'ailleurs'] }];
  expect(masquees(unites, [plain('a')])).toEqual(new Set(['a']));
});

test('what was told stays told, what was hidden stays hidden, and a small move is kept', () => {
  const unites: Unite[] = [
    { valeur: 30, cellules: ['avant', 'apres'] },
    { valeur: 3, cellules: ['apres', 'total'] },
    { valeur: 40, cellules: ['total'] },
  ];
  const cellules = [
    { ...plain('avant'), fige: 'dite' as const },
    plain('apres'),
    { ...plain('total'), fige: 'masquee' as const },
  ];
  expect(masquees(unites, cellules)).toEqual(new Set(['total']));
  expect(masquees(unites, cellules, [['avant', 'apres']])).toEqual(new Set(['total', 'apres']));
});

test('a small count that stands nowhere is kept too', () => {
  const unites: Unite[] = [
    { valeur: 2, cellules: ['petite', 'total'] },
    { valeur: 40, cellules: ['autre', 'total'] },
  ];
  const nowhere = (valeur: number) => [
    { ...plain('petite'), tue: true, absente: true },
    ...['autre', 'total'].map(plain),
    { ...plain('ailleurs'), min: valeur },
  ];
  expect(masquees(unites, nowhere(0)).size).toBe(2);
  const large = [{ ...unites[0]!, valeur: 30 }, unites[1]!];
  expect(masquees(large, nowhere(0))).toEqual(new Set(['petite']));
});

test('what no hiding keeps is named: where nothing was counted beside it, zero is told', () => {
  const unites: Unite[] = [
    { valeur: 2, cellules: ['petite', 'avant'] },
    { valeur: 0, cellules: ['vide', 'avant'] },
  ];
  const cellules = [plain('petite'), plain('vide'), { ...plain('avant'), fige: 'dite' as const }];
  expect(suppressSmall(unites, cellules).exposees).toEqual(new Set(['petite']));
  expect(suppressSmall(unites, cellules.slice(0, 1)).exposees.size).toBe(0);
});

test('a unit that everyone may know to be nothing hides nothing', () => {
  const unites = (max: number): Unite[] => [
    { valeur: 2, cellules: ['petite', 'total'] },
    { valeur: 0, cellules: ['petite'], max },
    { valeur: 40, cellules: ['total', 'autre'] },
  ];
  const cellules = ['petite', 'autre', 'total'].map(plain);
  expect(masquees(unites(9), cellules)).toEqual(new Set(['petite']));
  expect(masquees(unites(0), cellules)).toEqual(new Set(['petite', 'autre']));
});

test('a mark that stands for nothing counted may be a number: it has what hides it', () => {
  const valeurs = { grande: 90, moyenne: 20, vide: 0 };
  const hidden = (vide: boolean) => hiddenAmong(valeurs, { vide: { tue: true, vide } });
  expect(hidden(false)).toEqual(['vide']);
  expect(hidden(true)).toEqual(['moyenne', 'vide']);
});

test('a sum that is not told for another reason hides the small one', () => {
  const valeurs = { petite: 2, grande: 90, moyenne: 20 };
  expect(hiddenAmong(valeurs, { total: { tue: true } })).toEqual(['petite', 'total']);
});

test('a sum that is not told for another reason is not to be worked out either', () => {
  const valeurs = { tue: 40, grande: 90, moyenne: 20 };
  expect(hiddenAmong(valeurs, { tue: { tue: true } })).toEqual(['moyenne', 'tue']);
});

test.each<[string, number, number, 'moyenne' | 'grande']>([
  ['the sum itself', 20, 20, 'grande'],
  ['three less', 17, Infinity, 'moyenne'],
  ['two less', 18, Infinity, 'grande'],
  ['no more', 0, 20, 'moyenne'],
  ['what the true sum is below', 25, Infinity, 'moyenne'],
  ['what the true sum is above, by far', 0, 5, 'moyenne'],
])('the cell hidden beside a small one when other figures leave it %s', (_, min, max, hidden) => {
  const valeurs = { petite: 2, moyenne: 20, grande: 30 };
  expect(hiddenAmong(valeurs, { moyenne: { min, max } })).toEqual([hidden, 'petite'].sort());
});

test.each<[string, number, number, readonly string[]]>([
  ['from one less to two more', 1, 4, ['autre', 'petite']],
  ['from one less to one more', 1, 3, ['petite']],
  ['up to two more', 2, 4, ['petite']],
])('the only cell that may be hidden beside a small one, %s', (_, bas, haut, hidden) => {
  const known = { autre: { min: 22 - haut, max: 22 - bas }, total: { min: 22, max: 22 } };
  expect(hiddenAmong({ petite: 2, autre: 20 }, known)).toEqual(hidden);
});

test('a small sum that other figures say stays hidden alone', () => {
  const valeurs = { petite: 2, moyenne: 20, grande: 30 };
  expect(hiddenAmong(valeurs, { petite: { min: 2, max: 2 } })).toEqual(['petite']);
});

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
      const cachees = masquees(unites, CLES.map(plain));
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
    runs(15, 60),
  );
});

test('the order of the units says nothing', () => {
  fc.assert(
    fc.property(tableau, (unites) => {
      const [one, other] = [unites, unites.toReversed()].map((own) =>
        [...masquees(own, CLES.map(plain))].sort(),
      );
      expect(other).toEqual(one);
    }),
    runs(8, 30),
  );
});

test.each([
  [[0, 2, 0, 1, 2, 0, 1, 1, 0]],
  [[0, 0, 1, 1, 2, 4, 1, 4, 2]],
  [[0, 2, 1, 2, 1, 2, 1, 2, 2]],
])('the order of units and cells, and counts in two parts, say nothing in %j', (valeurs) => {
  const unites = valeurs.map((valeur, i): Unite => ({
    valeur,
    cellules: [`rang-${Math.floor(i / 3)}`, `colonne-${i % 3}`, 'total'],
  }));
  const parts = unites.flatMap(({ valeur, cellules }): Unite[] => [
    { valeur: Math.floor(valeur / 2), cellules },
    { valeur: Math.ceil(valeur / 2), cellules: cellules.toReversed() },
  ]);
  const cles = ['rang-0', 'rang-1', 'rang-2', 'colonne-0', 'colonne-1', 'colonne-2', 'total'];
  const hidden = (all: readonly Unite[]) => masquees(all, cles.map(plain));
  expect(hidden(unites.toReversed())).toEqual(hidden(unites));
  expect(hidden(parts)).toEqual(hidden(unites));
});
