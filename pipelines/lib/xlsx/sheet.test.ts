/** What a worksheet holds besides cells, and elements where none is expected. */
import { describe, expect, test } from 'vitest';
import { makeWorkbook, readOrFail, sheetOf } from '../../../tests/lib/classeur';
import { readWorkbook } from './read';

const readSheet = (rangees: string, avant = '', apres = '') =>
  sheetOf(readOrFail(makeWorkbook({ feuilles: [{ nom: 'F', rangees, avant, apres }] })), 'F');

const textsOf = (rangees: string) =>
  readSheet(rangees).rangees.map(({ cellules }) => cellules.map(({ texte }) => texte));

test.each([
  ['from none to the second', 'min="0" max="2"', [0, 1]],
  ['the last of all', 'min="16384" max="16384"', [16_383]],
  ['further than the last', 'min="16384" max="99999"', [16_383]],
])('hidden columns: %s', (_, range, columns) => {
  const { colonnesMasquees } = readSheet('', `<cols><col ${range} hidden="1"/></cols>`);
  expect(colonnesMasquees).toEqual(columns);
});

describe('elements of other names hold nothing', () => {
  const cell = (n: number) => `<c><v>${n}</v></c>`;

  test.each([
    ['beside a cell', `<row>${cell(1)}<x r="Z9"><v>2</v></x>${cell(3)}</row>`, [['1', '3']]],
    ['beside a row', `<row>${cell(1)}</row><x r="Z9"/><row>${cell(3)}</row>`, [['1'], ['3']]],
    ['out of any row', `<row>${cell(1)}</row><c/>`, [['1']]],
    ['a row in a row', `<row>${cell(1)}<row/></row>`, [['1']]],
    ['after a value', '<row><c><v>1</v>2</c></row>', [['1']]],
    ['in a cell', '<row><c><x>2</x><v>1</v><x>3</x></c></row>', [['1']]],
    ['in a value', '<row><c t="inlineStr"><is><x>2</x><t>1</t></is></c></row>', [['1']]],
  ])('%s', (_, rangees, texts) => {
    expect(textsOf(rangees)).toEqual(texts);
  });

  test('rows and merged cells elsewhere are none', () => {
    const elsewhere =
      '<x><row r="1"><c r="B9"/></row><mergeCell ref="A1:B1"/><col min="1" max="1" hidden="1"/></x>';
    const found = readSheet(`<row>${cell(1)}</row>`, elsewhere, elsewhere);
    expect(found).toMatchObject({ fusions: [], colonnesMasquees: [], rangees: [{ ligne: 1 }] });
  });
});

test('what a cell holds stays its own', () => {
  const first = '<c t="inlineStr"><f>1</f><is><t>a</t></is></c>';
  const { rangees } = readSheet(
    `<row hidden="1">${first}<c/><c t="n"/><c><v>1</v></c></row><row>${first}</row>`,
  );
  expect(rangees.map(({ masquee }) => masquee)).toEqual([true, false]);
  expect(rangees[0]?.cellules).toMatchObject([
    { colonne: 0, texte: 'a', formule: '1' },
    { colonne: 3, texte: '1', formule: null },
  ]);
});

describe('the last of all', () => {
  test('row is read', () => {
    expect(readSheet('<row r="1048576"><c><v>1</v></c></row>').rangees).toMatchObject([
      { ligne: 1_048_576 },
    ]);
  });

  test('column is followed by none', () => {
    const rangees = '<row><c r="XFD1"><v>1</v></c><c><v>2</v></c></row>';
    const found = readWorkbook(makeWorkbook({ feuilles: [{ nom: 'F', rangees }] }));
    expect(found).toMatchObject({ ok: false, regle: 'classeur-illisible' });
  });
});
