import { describe, expect, test } from 'vitest';
import {
  cellsOf,
  makeWorkbook,
  partsOf,
  readOrFail,
  sheetOf,
  zipParts,
} from '../../../tests/lib/classeur';
import { readWorkbook } from './read';

const textsOf = (rangees: string, chaines = '') =>
  cellsOf(rangees, { chaines }).map(({ texte }) => texte);

const row = (...cells: string[]) => `<row r="1">${cells.join('')}</row>`;

describe('texts', () => {
  test('shared strings: runs are joined, phonetic hints are not text', () => {
    const chaines =
      '<si><t>Sol &amp; air</t></si><si><r><t xml:space="preserve">Été </t></r><r><rPr><b/></rPr><t>2025</t></r></si><si><t>漢字</t><rPh sb="0" eb="1"><t>かん</t></rPh><phoneticPr fontId="1"/></si>';
    const cells = ['0', '1', '2'].map((n, i) => `<c r="${'ABC'[i]}1" t="s"><v>${n}</v></c>`);
    expect(textsOf(row(...cells), chaines)).toEqual(['Sol & air', 'Été 2025', '漢字']);
  });

  test('what follows a phonetic hint is text, and what is no string has no number', () => {
    const chaines =
      '<x><t>z</t></x><si><rPh sb="0" eb="1"><t>x</t></rPh><r><t>a</t></r><rPh sb="1" eb="2"><t>y</t></rPh><r><t>b</t></r></si>';
    expect(textsOf(row('<c t="s"><v>0</v></c>'), chaines)).toEqual(['ab']);
  });

  test('shared strings of two digits', () => {
    const chaines = Array.from({ length: 11 }, (_, i) => `<si><t>texte ${i}</t></si>`).join('');
    expect(textsOf(row('<c t="s"><v>10</v></c>'), chaines)).toEqual(['texte 10']);
  });

  test('inline strings and strings of formulas', () => {
    const cells = row(
      '<c r="A1" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      '<c r="B1" t="str"><f>A1&amp;"c"</f><v>abc</v></c>',
      '<c r="C1" t="inlineStr"><is><t><![CDATA[<b>]]></t></is></c>',
    );
    expect(textsOf(cells)).toEqual(['ab', 'abc', '<b>']);
  });

  test('spaces at the ends are kept when the workbook says so, non-breaking ones always', () => {
    const cells = row(
      '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> a </t></is></c>',
      '<c r="B1" t="inlineStr"><is><t> a\n</t></is></c>',
      '<c r="C1" t="inlineStr"><is><t>\u00a0a\u202f</t></is></c>',
    );
    expect(textsOf(cells)).toEqual([' a ', 'a', '\u00a0a\u202f']);
  });

  test('characters escaped as _x000D_ are decoded once', () => {
    const cells = row(
      '<c r="A1" t="inlineStr"><is><t>a_x000D_\nb</t></is></c>',
      '<c r="B1" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>',
      '<c r="C1" t="inlineStr"><is><t>no_x_y _xyz_ _x12_</t></is></c>',
      '<c r="D1" t="str"><v>a_x0009_b</v></c>',
    );
    expect(textsOf(cells)).toEqual(['a\r\nb', '_x000D_', 'no_x_y _xyz_ _x12_', 'a\tb']);
  });

  test('a character cut between two pieces of the file is whole', () => {
    let seed = 1;
    const next = () => (seed = (seed * 48_271) % 2_147_483_647);
    const long = Array.from({ length: 30_000 }, () =>
      String.fromCodePoint(0x4e00 + (next() % 0x5000), 0x1f300 + (next() % 0x200)),
    ).join('');
    const cells = row(`<c r="A1" t="inlineStr"><is><t>${long}</t></is></c>`);
    expect(textsOf(cells)).toEqual([long]);
  });
});

describe('values', () => {
  test('booleans, errors, numbers and dates', () => {
    const cells = cellsOf(
      row(
        '<c r="A1" t="b"><v>1</v></c>',
        '<c r="B1" t="b"><v>0</v></c>',
        '<c r="C1" t="e"><v>#REF!</v></c>',
        '<c r="D1"><v>4026.4300000000003</v></c>',
        '<c r="E1" s="1"><v>45352</v></c>',
        '<c r="F1" s="1"><v>45352.75</v></c>',
        '<c r="G1" s="1"><v>60</v></c>',
        '<c r="H1" s="2"><v>0.125</v></c>',
        '<c r="I1" s="1" t="inlineStr"><is><t>mars</t></is></c>',
        '<c r="J1" t="b"><v>true</v></c>',
      ),
      { formats: ['yyyy-mm-dd', '0.0%'] },
    );
    expect(cells).toEqual([
      { colonne: 0, type: 'booleen', texte: 'VRAI', format: 'autre', jour: null, formule: null },
      { colonne: 1, type: 'booleen', texte: 'FAUX', format: 'autre', jour: null, formule: null },
      { colonne: 2, type: 'erreur', texte: '#REF!', format: 'autre', jour: null, formule: null },
      { colonne: 3, type: 'nombre', texte: '4026.43', format: 'autre', jour: null, formule: null },
      {
        ...{ colonne: 4, type: 'nombre', texte: '45352' },
        ...{ format: 'date', jour: '2024-03-01', formule: null },
      },
      { colonne: 5, type: 'nombre', texte: '45352.75', format: 'date', jour: null, formule: null },
      { colonne: 6, type: 'nombre', texte: '60', format: 'date', jour: null, formule: null },
      {
        ...{ colonne: 7, type: 'nombre', texte: '0.125' },
        ...{ format: 'pourcentage', jour: null, formule: null },
      },
      { colonne: 8, type: 'texte', texte: 'mars', format: 'autre', jour: null, formule: null },
      { colonne: 9, type: 'booleen', texte: 'VRAI', format: 'autre', jour: null, formule: null },
    ]);
  });

  test('days count from 1904 when the workbook says so', () => {
    const [cell] = cellsOf(row('<c r="A1" s="1"><v>43890</v></c>'), {
      integres: [14],
      depuis1904: true,
    });
    expect(cell).toMatchObject({ texte: '43890', jour: '2024-03-01' });
  });

  test('formulas are told, computed or not', () => {
    const cells = cellsOf(
      row(
        '<c r="A1"><f>SUM(B1:B2)</f><v>3</v></c>',
        '<c r="B1"><f>1+1</f></c>',
        '<c r="C1"><f>2+2</f><v></v></c>',
        '<c r="D1"><f t="shared" ref="D1:E1" si="0">A1*2</f><v>6</v></c>',
        '<c r="E1"><f t="shared" si="0"/><v>4</v></c>',
        '<c r="F1" t="e"><f>A1/0</f><v>#DIV/0!</v></c>',
        '<c r="G1" t="str"><f>""</f><v></v></c>',
        '<c r="H1" t="str"><f>3+3</f></c>',
      ),
    );
    expect(cells.map(({ type, texte, formule }) => [type, texte, formule])).toEqual([
      ['nombre', '3', 'SUM(B1:B2)'],
      ['sans-valeur', '', '1+1'],
      ['sans-valeur', '', '2+2'],
      ['nombre', '6', 'A1*2'],
      ['nombre', '4', ''],
      ['erreur', '#DIV/0!', 'A1/0'],
      ['sans-valeur', '', '3+3'],
    ]);
  });
});

describe('places', () => {
  test('rows and cells without references follow one another', () => {
    const bytes = makeWorkbook({
      feuilles: [
        {
          nom: 'F',
          rangees:
            '<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row r="7"><c r="D7"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
        },
      ],
    });
    const { rangees } = sheetOf(readOrFail(bytes), 'F');
    expect(
      rangees.map(({ ligne, cellules }) => [ligne, cellules.map((c) => [c.colonne, c.texte])]),
    ).toEqual([
      [
        1,
        [
          [0, '1'],
          [2, '2'],
        ],
      ],
      [
        7,
        [
          [3, '3'],
          [4, '4'],
        ],
      ],
      [8, [[0, '5']]],
    ]);
  });

  test('what shows nothing is not kept', () => {
    const rangees =
      '<row r="1"><c r="A1" s="1"/><c r="B1" t="inlineStr"><is><t></t></is></c><c r="C1"><v></v></c><c r="D1"><v> </v></c></row><row r="2"><c r="A2"><v>1</v></c></row>';
    const { rangees: read } = sheetOf(
      readOrFail(makeWorkbook({ feuilles: [{ nom: 'F', rangees }] })),
      'F',
    );
    expect(read.map(({ ligne }) => ligne)).toEqual([2]);
  });

  test('hidden sheets, rows and columns, merged cells', () => {
    const bytes = makeWorkbook({
      feuilles: [
        {
          nom: 'Vue',
          avant:
            '<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5" width="9" hidden="true"/><col min="6" max="6" hidden="0"/></cols>',
          rangees:
            '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>',
          apres:
            '<mergeCells count="2"><mergeCell ref="B2:D2"/><mergeCell ref="A5:A6"/></mergeCells>',
        },
        { nom: 'Cachée', etat: 'hidden' },
        { nom: 'Très cachée', etat: 'veryHidden' },
      ],
    });
    const { feuilles } = readOrFail(bytes);
    expect(feuilles.map(({ nom, masquee }) => [nom, masquee])).toEqual([
      ['Vue', false],
      ['Cachée', true],
      ['Très cachée', true],
    ]);
    expect(feuilles[0]).toMatchObject({
      rangees: [
        { ligne: 1, masquee: true },
        { ligne: 2, masquee: false },
      ],
      fusions: ['B2:D2', 'A5:A6'],
      colonnesMasquees: [1, 2, 4],
    });
  });
});

const ONE = row('<c r="A1"><v>1</v></c>');

describe('packages', () => {
  test('relationships are followed, whatever the names of the parts', () => {
    const parts = partsOf({ feuilles: [{ nom: 'F', rangees: ONE }] });
    const rels = parts['xl/_rels/workbook.xml.rels'] as string;
    const moved = {
      ...parts,
      'xl/_rels/workbook.xml.rels': rels.replace(
        'worksheets/sheet1.xml',
        '/ailleurs/Ma%20feuille.xml',
      ),
      'ailleurs/Ma feuille.xml': parts['xl/worksheets/sheet1.xml']!,
      'xl/worksheets/sheet1.xml': 'leurre',
    };
    const { rangees } = sheetOf(readOrFail(zipParts(moved)), 'F');
    expect(rangees).toHaveLength(1);
  });

  test('strict packages are read', () => {
    const bytes = makeWorkbook({ strict: true, feuilles: [{ nom: 'F', rangees: ONE }] });
    expect(sheetOf(readOrFail(bytes), 'F').rangees).toHaveLength(1);
  });

  test('prefixed elements are read', () => {
    const parts = partsOf({ feuilles: [{ nom: 'F' }] });
    parts['xl/worksheets/sheet1.xml'] =
      '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="3"><x:c r="B3"><x:v>1</x:v></x:c></x:row></x:sheetData></x:worksheet>';
    expect(sheetOf(readOrFail(zipParts(parts)), 'F').rangees).toMatchObject([{ ligne: 3 }]);
  });

  test('a part in UTF-16 is read', () => {
    const parts = partsOf({ feuilles: [{ nom: 'F' }], chaines: '' });
    const text = (parts['xl/worksheets/sheet1.xml'] as string)
      .replace('UTF-8', 'UTF-16')
      .replace('<sheetData>', '<sheetData><row><c t="inlineStr"><is><t>é漢</t></is></c></row>');
    parts['xl/worksheets/sheet1.xml'] = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(sheetOf(readOrFail(zipParts(parts)), 'F').rangees[0]!.cellules[0]!.texte).toBe('é漢');
  });

  test('charts are passed over', () => {
    const parts = partsOf({ feuilles: [{ nom: 'F' }, { nom: 'Graphique' }] });
    const rels = parts['xl/_rels/workbook.xml.rels'] as string;
    parts['xl/_rels/workbook.xml.rels'] = rels.replace(
      /\/worksheet" Target="worksheets\/sheet2/,
      '/chartsheet" Target="worksheets/sheet2',
    );
    expect(readOrFail(zipParts(parts)).feuilles.map(({ nom }) => nom)).toEqual(['F']);
  });

  test('links to other workbooks are told', () => {
    const parts = partsOf({ feuilles: [{ nom: 'F' }] });
    expect(readOrFail(zipParts(parts)).liensExternes).toBe(false);
    const rels = parts['xl/_rels/workbook.xml.rels'] as string;
    parts['xl/externalLinks/externalLink1.xml'] = '<externalLink/>';
    parts['xl/_rels/workbook.xml.rels'] = rels.replace(
      '</Relationships>',
      '<Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>',
    );
    expect(readOrFail(zipParts(parts)).liensExternes).toBe(true);
  });

  test('a workbook without shared strings nor styles is read', () => {
    const parts = partsOf({ feuilles: [{ nom: 'F', rangees: ONE }] });
    const rels = parts['xl/_rels/workbook.xml.rels'] as string;
    parts['xl/_rels/workbook.xml.rels'] = rels.replace(
      /<Relationship Id="rId(Chaines|Styles)"[^>]*>/g,
      '',
    );
    delete parts['xl/sharedStrings.xml'];
    delete parts['xl/styles.xml'];
    expect(readWorkbook(zipParts(parts))).toMatchObject({ ok: true });
  });
});
