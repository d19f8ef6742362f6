/** Random sheets are read alike here and by a reader that shares no code. */
import fc from 'fast-check';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { runs } from '../../../tests/lib/ampleur';
import { escapeXml, makeWorkbook, readOrFail } from '../../../tests/lib/classeur';
import { columnLetter } from '../../../src/lib/xlsx/reference';
import type { CellRead, SheetRead } from '../../../src/lib/xlsx/workbook';

type Value = string | number | boolean | { readonly serial: number } | null;

/** Characters that XML holds, without the escapes of OOXML, which the other reader leaves as they are. */
const word = fc
  .string({ unit: fc.constantFrom(...'aZ09éÉœ€’&<>"\' ;=+-@漢😀\u00a0\n\t') })
  .filter((text) => text.trim() !== '');
const cents = fc.integer({ min: -1e12, max: 1e12 }).map((n) => n / 100);
const day = fc.integer({ min: 61, max: 100_000 }).map((serial) => ({ serial }));
const value: fc.Arbitrary<Value> = fc.oneof(
  { weight: 3, arbitrary: word },
  { weight: 2, arbitrary: cents },
  fc.boolean(),
  day,
  { weight: 2, arbitrary: fc.constant(null) },
);
const grid = fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 8 });

function cellXml(one: Value, reference: string, shared: string[] | null): string {
  const at = `r="${reference}"`;
  if (one === null) return `<c ${at} s="1"/>`;
  if (typeof one === 'number') return `<c ${at}><v>${one}</v></c>`;
  if (typeof one === 'boolean') return `<c ${at} t="b"><v>${Number(one)}</v></c>`;
  if (typeof one === 'object') return `<c ${at} s="1"><v>${one.serial}</v></c>`;
  const text = `<t xml:space="preserve">${escapeXml(one)}</t>`;
  if (shared === null) return `<c ${at} t="inlineStr"><is>${text}</is></c>`;
  return `<c ${at} t="s"><v>${shared.push(`<si>${text}</si>`) - 1}</v></c>`;
}

function bytesOf(rows: readonly (readonly Value[])[], inline: boolean): Uint8Array {
  const shared: string[] = [];
  const rangees = rows.map((cells, i) => {
    const xml = cells.map((one, column) =>
      cellXml(one, `${columnLetter(column)}${i + 1}`, inline ? null : shared),
    );
    return `<row r="${i + 1}">${xml.join('')}</row>`;
  });
  return makeWorkbook({
    feuilles: [{ nom: 'F', rangees: rangees.join('') }],
    chaines: shared.join(''),
    formats: ['yyyy\\-mm\\-dd'],
  });
}

const plain = ({ type, texte, format, jour }: CellRead): string | number | boolean | null => {
  if (type === 'booleen') return texte === 'VRAI';
  if (type !== 'nombre') return texte;
  return format === 'date' ? jour : Number(texte);
};

const found = (text: unknown) => (text instanceof Date ? text.toISOString().slice(0, 10) : text);

/** What is filled, by place. */
const placed = (sheet: SheetRead) =>
  sheet.rangees.flatMap(({ ligne, cellules }) =>
    cellules.map((cell) => [ligne, cell.colonne, plain(cell)]),
  );

const placedByOther = (rows: readonly (readonly unknown[])[]) =>
  rows.flatMap((cells, i) =>
    cells.flatMap((cell, column) => (cell === null ? [] : [[i + 1, column, found(cell)]])),
  );

const placedAsMade = (rows: readonly (readonly Value[])[]) =>
  rows.flatMap((cells, i) =>
    cells.flatMap((one, column) => {
      if (one === null) return [];
      if (typeof one !== 'object') return [[i + 1, column, one]];
      const date = new Date(Date.UTC(1899, 11, 30 + one.serial));
      return [[i + 1, column, found(date)]];
    }),
  );

test('what was put in is what both readers find', async () => {
  await fc.assert(
    fc.asyncProperty(grid, fc.boolean(), async (rows, inline) => {
      const bytes = bytesOf(rows, inline);
      const [sheet] = readOrFail(bytes).feuilles;
      expect(placed(sheet!)).toEqual(placedAsMade(rows));
      const [other] = await readExcel(Buffer.from(bytes), { trim: false });
      expect(placedByOther(other!.data)).toEqual(placed(sheet!));
    }),
    runs(20, 150),
  );
});
