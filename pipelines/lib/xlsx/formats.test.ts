import { expect, test } from 'vitest';
import { cellsOf } from '../../../tests/lib/classeur';
import { formatOfCode } from './formats';

test.each([
  ['yyyy-mm-dd', 'date'],
  ['yyyy\\-mm\\-dd;@', 'date'],
  ['[$-C0C]d mmmm yyyy;@', 'date'],
  ['dd/mm/yyyy hh:mm', 'date'],
  ['mmm', 'date'],
  ['mm', 'date'],
  ['mmmm h', 'date'],
  ['"Le "d', 'date'],
  ['[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'date'],
  ['h:mm', 'autre'],
  ['hh:mm:ss', 'autre'],
  ['mm:ss.0', 'autre'],
  ['[h]:mm', 'autre'],
  ['[mm]:ss', 'autre'],
  ['[mm]', 'autre'],
  ['h:mm AM/PM', 'autre'],
  ['General', 'autre'],
  ['Standard', 'autre'],
  ['# ##0.00 "dollars"', 'autre'],
  ['#,##0.00\\ \\d', 'autre'],
  ['0.00_d', 'autre'],
  ['0*y', 'autre'],
  ['[Red]0.00', 'autre'],
  ['[Yellow]0.00;[$$-C0C]0', 'autre'],
  ['0.00E+00', 'autre'],
  ['#,##0.00 [$$-C0C];(#,##0.00) [$$-C0C]', 'autre'],
  ['@', 'autre'],
  ['0%', 'pourcentage'],
  ['0.0 %;[Red]-0.0 %', 'pourcentage'],
  ['0" % de"', 'autre'],
  ['0\\%', 'autre'],
])('%s shows: %s', (code, format) => {
  expect(formatOfCode(code)).toBe(format);
});

test('a builtin format, a code of the workbook and no style are told apart', () => {
  const cells = cellsOf(
    '<row r="1"><c r="A1"><v>45352</v></c><c r="B1" s="1"><v>45352</v></c><c r="C1" s="2"><v>45352</v></c><c r="D1" s="3"><v>0.5</v></c><c r="E1" s="4"><v>0.5</v></c><c r="F1" s="99"><v>45352</v></c></row>',
    { formats: ['yyyy-mm-dd'], integres: [14, 10, 21] },
  );
  expect(cells.map(({ format, jour }) => [format, jour])).toEqual([
    ['autre', '2024-03-01'],
    ['date', '2024-03-01'],
    ['date', '2024-03-01'],
    ['pourcentage', null],
    ['autre', null],
    ['autre', '2024-03-01'],
  ]);
});

test('a workbook may give a builtin number a code of its own', () => {
  const parts = '<row r="1"><c r="A1" s="1"><v>1</v></c></row>';
  const [cell] = cellsOf(parts, { formats: ['0.0'] });
  expect(cell).toMatchObject({ type: 'nombre', format: 'autre' });
});
