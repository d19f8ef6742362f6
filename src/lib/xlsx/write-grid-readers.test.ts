/** A form that was written is found again, here and by a reader that shares no code. */
import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { runs } from '../../../tests/lib/ampleur';
import { readOrFail } from '../../../tests/lib/classeur';
import { DEPENSES, SOMMAIRE } from '../../../tests/lib/formulaire';
import { form } from '../../../tests/lib/grille';
import { cellName } from './reference';
import type { CellRead, GridCell, GridStyle, GridWritten } from './workbook';
import { writeWorkbook } from './write';

const style = fc.constantFrom<GridStyle>('titre', 'note', 'entete-nombre', 'saisie', 'total');
const word = fc
  .string({ unit: fc.constantFrom(...'aZ09éÉœ’&<>"\' ;=+-@漢😀\u00a0\n\t_x'), maxLength: 12 })
  .filter((text) => text.trim() !== '' && !/_x[0-9a-f]{4}_/i.test(text));
const cents = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).map((n) => {
  const digits = String(n < 0n ? -n : n).padStart(3, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
});
const jour = fc
  .integer({ min: 61, max: 70_000 })
  .map((serial) => new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10));
const calcul = fc.constantFrom('SUM(B1:B9)', `'L''an 1'!A1&"<é>"`, 'IF(A1<>"",A1>=B1,total_1)');

const content = fc.oneof(
  word.map((texte) => ({ type: 'texte', texte }) as const),
  cents.map((decimal) => ({ type: 'montant', decimal }) as const),
  fc.integer().map((entier) => ({ type: 'entier', entier }) as const),
  jour.map((day) => ({ type: 'date', jour: day }) as const),
  fc.integer({ min: -2000, max: 2000 }).map((n) => {
    const decimal = (n / 1000).toFixed(3);
    return { type: 'pourcentage', decimal } as const;
  }),
  fc
    .record({ formule: calcul, valeur: fc.option(cents) })
    .map((one) => ({ type: 'formule', format: 'montant', ...one }) as const),
  fc
    .record({ formule: calcul, valeur: word })
    .map((one) => ({ type: 'formule', format: 'texte', ...one }) as const),
  fc.constant({ type: 'vide', format: 'date' } as const),
);
const cell: fc.Arbitrary<GridCell> = fc
  .tuple(content, style)
  .map(([one, look]) => ({ ...one, style: look }));
const place = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 60 }))
  .map(([colonne, ligne]) => cellName(colonne, ligne));
const nom = fc.constantFrom('total_1', 'Poste.A', 'Taux_2026', '_cache');
const grid = fc
  .record({
    cellules: fc.dictionary(place, cell, { maxKeys: 25, noNullPrototype: true }),
    noms: fc.dictionary(nom, place, { noNullPrototype: true }),
  })
  .map(({ cellules, noms }): GridWritten => form(cellules, { nom: "L'an 1 & 2", noms }));

/** What a cell holds, and its formula; null for one that shows nothing. */
function wanted(one: GridCell): readonly [value: string | number, formula: string | null] | null {
  switch (one.type) {
    case 'vide':
      return null;
    case 'texte':
      return [one.texte, null];
    case 'entier':
      return [one.entier, null];
    case 'date':
      return [one.jour, null];
    case 'montant':
    case 'pourcentage':
      return [Number(one.decimal), null];
    case 'formule': {
      const { valeur, format, formule } = one;
      return [valeur === null ? '' : format === 'texte' ? valeur : Number(valeur), formule];
    }
  }
}

const held = ({ type, texte, jour: day, format }: CellRead) => {
  if (type !== 'nombre') return texte;
  return format === 'date' ? day : Number(texte);
};

const found = (bytes: Uint8Array) => {
  const { feuilles, noms } = readOrFail(bytes);
  const cells = feuilles[0]!.rangees.flatMap(({ ligne, cellules }) =>
    cellules.map((one) => [cellName(one.colonne, ligne), [held(one), one.formule]] as const),
  );
  return { cells: Object.fromEntries(cells), noms };
};

const shown = (value: unknown) =>
  value instanceof Date ? value.toISOString().slice(0, 10) : value;

async function foundByOther(bytes: Uint8Array) {
  const [sheet] = await readExcel(Buffer.from(bytes), { trim: false });
  const cells = sheet!.data.flatMap((row, i) =>
    row.flatMap((value, column) =>
      value === null ? [] : [[cellName(column, i + 1), shown(value)] as const],
    ),
  );
  return Object.fromEntries(cells);
}

test('any form is read as it was written, formulas and names too', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (sheet) => {
      const bytes = writeWorkbook([sheet]);
      const cells = Object.entries(sheet.cellules).flatMap(([at, one]) => {
        const value = wanted(one);
        return value === null ? [] : [[at, value] as const];
      });
      const own = found(bytes);
      expect(own.cells).toEqual(Object.fromEntries(cells));
      const noms = Object.entries(sheet.noms ?? {}).map(([name, at]) => ({
        nom: name,
        reference: `'L''an 1 & 2'!${at.replace(/([A-Z]+)/, '$$$1$$')}`,
      }));
      expect(own.noms).toEqual(noms);
      const values = cells
        .filter(([, [value]]) => value !== '')
        .map(([at, [value]]) => [at, value]);
      expect(await foundByOther(bytes)).toEqual(Object.fromEntries(values));
    }),
    runs(12, 80),
  );
});

test('a whole form comes back: sheets, merges, formulas with their values, names', () => {
  const { feuilles, noms, modifie, liensExternes } = readOrFail(
    writeWorkbook([DEPENSES, SOMMAIRE]),
  );
  expect(feuilles.map(({ nom: name }) => name)).toEqual(['Dépenses', 'Sommaire']);
  expect(feuilles[0]?.fusions).toEqual(DEPENSES.fusions);
  const [reste] = feuilles[1]!.rangees.flatMap(({ cellules }) =>
    cellules.filter(({ formule }) => formule === 'C6-C7'),
  );
  expect(reste).toMatchObject({ type: 'nombre', texte: '0' });
  expect(noms.map(({ nom: name }) => name)).toEqual([
    ...Object.keys(DEPENSES.noms ?? {}),
    ...Object.keys(SOMMAIRE.noms ?? {}),
  ]);
  expect([modifie, liensExternes]).toEqual([null, false]);
});
