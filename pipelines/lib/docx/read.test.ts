import { describe, expect, test } from 'vitest';
import {
  blocksOf,
  cellOf,
  documentOf,
  external,
  makeDocument,
  p,
  paragraphOf,
  run,
  table,
} from '../../../tests/lib/document';
import { textOf, type Tableau } from './document';

const text = (...runs: readonly string[]) => paragraphOf(...runs).texte;
const r = (content: string) => `<w:r>${content}</w:r>`;
const bookmark = (name: string) => `<w:bookmarkStart w:id="1" w:name="${name}"/>`;

const paragraph = (texte: string, more: object = {}) => ({
  ...{ type: 'paragraphe', zoneDeTexte: false, texte, invite: '', signets: [], images: 0 },
  ...{ suivi: false, supprime: '' },
  ...more,
});

const cell = (texte: string, more: object = {}) => ({
  ...{ texte, invite: '', signets: [], images: 0, suivi: false, supprime: '' },
  ...{ tableaux: [], fusion: 1 },
  ...more,
});

const rowsOf = (corps: string) => (blocksOf(corps)[0] as Tableau).rangees;

describe('text', () => {
  test.each<[string, string, string]>([
    ['spaces kept', run(' a  b '), ' a  b '],
    ['spaces not kept', r('<w:t>\n a  b\n </w:t>'), 'a  b'],
    ['a line in a text', r('<w:t>a\nb</w:t>'), 'a b'],
    ['characters of XML', run('<b> & "c" ]]>'), '<b> & "c" ]]>'],
    ['breaks and tabs', r('<w:t>a</w:t><w:br/><w:tab/><w:t>b</w:t><w:cr/><w:ptab/>'), 'a\n\tb\n\t'],
    ['hyphens', r('<w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t>'), 'a-b'],
    ['hidden text', r('<w:rPr><w:vanish/></w:rPr><w:t>caché</w:t>'), 'caché'],
    ['tabs of a style', '<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>', ''],
    ['a hyperlink', `<w:hyperlink r:id="rId9">${run('lien')}</w:hyperlink>`, 'lien'],
    ['smart tags', `<w:smartTag><w:customXml>${run('a')}</w:customXml></w:smartTag>`, 'a'],
    ['an equation', `<m:oMath><m:r><m:t>1</m:t></m:r></m:oMath>${run('a')}`, 'a'],
  ])('%s', (_, xml, expected) => {
    expect(text(xml)).toBe(expected);
  });

  test('a paragraph in the body, and one in another', () => {
    expect(blocksOf(p('a') + p() + p('b'))).toEqual([
      paragraph('a'),
      paragraph(''),
      paragraph('b'),
    ]);
  });
});

describe('fields', () => {
  const mark = (kind: string, data = '') =>
    r(`<w:fldChar w:fldCharType="${kind}">${data}</w:fldChar>`);
  const code = r('<w:instrText> IF </w:instrText>');
  const form = (data: string, result = '') =>
    mark('begin', `<w:ffData><w:name w:val="X"/>${data}</w:ffData>`) +
    code +
    (result === '' ? '' : mark('separate') + run(result)) +
    mark('end');

  test('the result is text, the code is not, one in the other', () => {
    const inner = mark('begin') + code + mark('separate') + run('12') + mark('end');
    const outer = mark('begin') + inner + code + mark('separate') + run('oui') + mark('end');
    expect(text(run('a'), outer, run('b'))).toBe('aouib');
    expect(text(mark('begin'), code, mark('separate'), inner, mark('end'))).toBe('12');
    expect(text(`<w:fldSimple w:instr="DATE">${run('2026')}</w:fldSimple>`)).toBe('2026');
  });

  test('a field without an end hides nothing of the next paragraph', () => {
    expect(textOf(blocksOf(p(mark('begin'), code) + p('suite')))).toBe('\nsuite');
  });

  test('marks out of place hide nothing', () => {
    const outside = mark('separate') + mark('end') + mark('begin');
    expect(textOf(blocksOf(outside + p(mark('separate'), mark('end'), 'a')))).toBe('a');
  });

  test.each<[string, string, string]>([
    ['ticked', form('<w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox>'), '☒'],
    [
      'unticked',
      form('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>'),
      '☐',
    ],
    ['ticked by default', form('<w:checkBox><w:default w:val="1"/></w:checkBox>', 'x'), '☒'],
    [
      'a list',
      form(
        '<w:ddList><w:result w:val="1"/><w:listEntry w:val="Un"/><w:listEntry w:val="Deux"/></w:ddList>',
      ),
      'Deux',
    ],
    ['the first of a list', form('<w:ddList><w:listEntry w:val="Un"/></w:ddList>', 'x'), 'Un'],
    [
      'a list that says which it begins with',
      form(
        '<w:ddList><w:default w:val="1"/><w:listEntry w:val="Un"/><w:listEntry w:val="Deux"/></w:ddList>',
      ),
      'Deux',
    ],
    ['a text', form('<w:textInput/>', 'Lac Noir'), 'Lac Noir'],
    ['a box that says nothing', form('<w:checkBox><w:sizeAuto/></w:checkBox><w:enabled/>'), '☐'],
    [
      'a box, and the text of another',
      form('<w:checkBox/><w:textInput><w:default w:val="1"/></w:textInput>'),
      '☐',
    ],
    [
      'a list, and the text of another',
      form(
        '<w:ddList><w:listEntry w:val="Un"/><w:listEntry w:val="Deux"/></w:ddList><w:textInput><w:default w:val="1"/></w:textInput>',
      ),
      'Un',
    ],
  ])('an old form field: %s', (_, xml, expected) => {
    expect(text(xml)).toBe(expected);
  });
});

describe('boxes drawn by fonts', () => {
  const sym = (font: string, char: string) => r(`<w:sym w:font="${font}" w:char="${char}"/>`);
  const inFont = (texte: string, space = '') =>
    r(
      `<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr><w:t ${space}>${texte}</w:t>`,
    );

  test.each<[string, string, string]>([
    [
      'Wingdings',
      sym('Wingdings', 'F0FE') + sym('wingdings', '00FD') + sym('Wingdings', 'F0A8'),
      '☒☒☐',
    ],
    ['Wingdings 2', sym('Wingdings 2', 'F052') + sym('Wingdings 2', 'F0A3'), '☒☐'],
    ['a font of Unicode', sym('Segoe UI Symbol', '2611') + sym('MS Gothic', '2610'), '☒☐'],
    ['a letter', sym('Arial', '00E9'), 'é'],
    [
      'a space, and a letter after the drawings',
      sym('Arial', '0020') + sym('Arial', 'F900'),
      ' \uf900',
    ],
    ['a letter whose code ends as that of a box', sym('Arial', '11610'), '\u{11610}'],
    [
      'what is no letter',
      ['D800', 'F8FF', 'zE9', 'E9z', '1F60AB'].map((char) => sym('Arial', char)).join(''),
      '',
    ],
    ['a drawing by its plain code', sym('Wingdings', '004A'), ''],
    ['a box between spaces', inFont(' þ ', 'xml:space="preserve"'), ' ☒ '],
    ['a ticked box that was typed', run('☑'), '☑'],
    ['a mere drawing', sym('Wingdings', 'F04A') + sym('Symbol', 'F0B3') + sym('Arial', 'é'), ''],
    ['a character of the font, as LibreOffice writes it', inFont('\uf0fe'), '☒'],
    ['a letter typed in the font', inFont('þ'), '☒'],
    ['a letter after the font', inFont('þ') + run('o'), '☒o'],
    ['a word by mistake in the font', inFont('Oui o'), 'Oui o'],
  ])('%s', (_, xml, expected) => {
    expect(text(xml)).toBe(expected);
  });
});

describe('tables', () => {
  test('cells, with their lines, and what they span', () => {
    const span = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>';
    const rows = rowsOf(
      table([p('a') + p('b'), `${span}${p('c')}`], [p(), p(' ') + p('d') + p() + p(' ')]),
    );
    expect(rows).toEqual([
      { supprimee: false, cellules: [cell('a\nb'), cell('c', { fusion: 2 })] },
      { supprimee: false, cellules: [cell(''), cell(' \nd')] },
    ]);
  });

  test.each(['0', '-1', 'x'])('a span of « %s » columns is none', (count) => {
    const span = `<w:tcPr><w:gridSpan w:val="${count}"/></w:tcPr>`;
    expect(cellOf(span + p('a')).fusion).toBe(1);
  });

  test('a table in a cell', () => {
    const nested = table([p('b'), p('c')]);
    const { texte, tableaux } = cellOf(p('a') + nested + p('d'));
    expect(texte).toBe('a\nd');
    expect(tableaux.map((t) => t.rangees[0]!.cellules)).toEqual([[cell('b'), cell('c')]]);
    expect(textOf(blocksOf(table([p('a') + nested + p('d'), p('e')])))).toBe('a\nd\nb\tc\te');
  });

  test('content controls around rows, cells and blocks', () => {
    const sdt = (content: string) =>
      `<w:sdt><w:sdtPr><w:tag w:val="t"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const row = sdt(`<w:tr>${sdt(`<w:tc>${sdt(p(sdt(run('a'))))}</w:tc>`)}</w:tr>`);
    expect(rowsOf(sdt(`<w:tbl>${row}</w:tbl>`))).toEqual([
      { supprimee: false, cellules: [cell('a')] },
    ]);
  });
});

describe('bookmarks', () => {
  test('in a paragraph, in a cell, and once when written twice', () => {
    expect(paragraphOf(bookmark('a'), run('x'), bookmark('b')).signets).toEqual(['a', 'b']);
    expect(paragraphOf(bookmark('a'), bookmark('a')).signets).toEqual(['a']);
    expect(cellOf(p(bookmark('a')) + bookmark('b') + p(bookmark('c'))).signets.toSorted()).toEqual([
      'a',
      'b',
      'c',
    ]);
  });

  test('between two things, they go with the next', () => {
    const cells = (...items: readonly string[]) => `<w:tbl><w:tr>${items.join('')}</w:tr></w:tbl>`;
    const one = `<w:tc>${p('x')}</w:tc>`;
    const [row] = rowsOf(bookmark('a') + cells(bookmark('b'), one, bookmark('c'), one));
    expect(row!.cellules.map(({ signets }) => signets)).toEqual([['a', 'b'], ['c']]);
    const holder = cells(bookmark('f'), `<w:tc>${table([p('x')])}${p()}</w:tc>`);
    expect(rowsOf(holder)[0]!.cellules[0]!.signets).toEqual(['f']);
    const after = blocksOf(cells(one) + bookmark('d') + p('y'))[1];
    expect(after).toMatchObject({ texte: 'y', signets: ['d'] });
    const outer = rowsOf(table([`<w:tbl>${bookmark('e')}<w:tr>${one}</w:tr></w:tbl>${p()}`]));
    expect(outer[0]!.cellules[0]).toMatchObject({ signets: [] });
    expect(outer[0]!.cellules[0]!.tableaux[0]!.rangees[0]!.cellules[0]!.signets).toEqual(['e']);
  });

  test('after the last block, they are not lost', () => {
    expect(blocksOf(p('x') + bookmark('fin'))[1]).toEqual(paragraph('', { signets: ['fin'] }));
  });
});

describe('the whole document', () => {
  test('headers, footers and the instant of the last save', () => {
    const spec = {
      corps: p('a'),
      entetes: [p('E1') + p('E2'), ''],
      pieds: [table([p('P'), p('Q')])],
    };
    const found = documentOf(makeDocument({ ...spec, modifie: '2026-03-01T12:00:00-05:00' }));
    expect(found.marges).toEqual(['E1\nE2', '', 'P\tQ']);
    expect(found.modifie).toBe('2026-03-01T17:00:00.000Z');
  });

  test.each(['2026-03-01T12:00:00', '2026-03-01', '1er mars 2026', '2026-13-01T00:00:00Z'])(
    'saved at « %s » is no instant',
    (modifie) => {
      expect(documentOf(makeDocument({ corps: p('a'), modifie })).modifie).toBeNull();
    },
  );

  test('margins are headers and footers that the document holds, and nothing else', () => {
    const settings = external('settings', 'document.xml').replace(' TargetMode="External"', '');
    const outside = external('header', 'https://exemple.test/a');
    const found = documentOf(makeDocument({ corps: p('a'), relations: settings + outside }));
    expect(found.marges).toEqual([]);
  });

  test('an instant that is not said is not guessed', () => {
    expect(documentOf(makeDocument({ corps: p('a') })).modifie).toBeNull();
  });

  test('links to what is outside, hyperlinks aside, in the body and in the margins', () => {
    const links = (type: string, key: 'relations' | 'relationsEntete') => {
      const relations = { [key]: external(type, 'https://exemple.test/a') };
      return documentOf(makeDocument({ corps: p('a'), entetes: [p('E')], ...relations }));
    };
    expect(links('image', 'relations').liensExternes).toBe(true);
    expect(links('image', 'relationsEntete').liensExternes).toBe(true);
    expect(links('hyperlink', 'relations').liensExternes).toBe(false);
  });

  test('strict packages say the same', () => {
    const spec = {
      corps: table([p('a'), p(bookmark('b'))]),
      entetes: [p('E')],
      modifie: '2026-03-01T12:00:00Z',
    };
    expect(documentOf(makeDocument({ ...spec, strict: true }))).toEqual(
      documentOf(makeDocument(spec)),
    );
  });
});
