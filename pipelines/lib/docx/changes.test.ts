/** Content controls, tracked changes, drawings and text boxes. */
import { describe, expect, test } from 'vitest';
import { blocksOf, cellOf, p, paragraphOf, run, table } from '../../../tests/lib/document';
import type { Tableau } from './document';

const r = (content: string) => `<w:r>${content}</w:r>`;
const sdt = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;

const ins = (content: string) => `<w:ins w:id="1" w:author="X">${content}</w:ins>`;
const del = (content: string) => `<w:del w:id="2" w:author="X">${content}</w:del>`;
const gone = (text: string) => del(r(`<w:delText xml:space="preserve">${text}</w:delText>`));

const picture = '<pic:blipFill><a:blip r:embed="rId1"/></pic:blipFill>';
const drawing = (content: string) => r(`<w:drawing><wp:inline>${content}</wp:inline></w:drawing>`);

describe('content controls', () => {
  const box = (on: string, content: string) =>
    sdt(
      `<w14:checkbox><w14:checked w14:val="${on}"/><w14:checkedState w14:val="00FE" w14:font="Wingdings"/></w14:checkbox>`,
      content,
    );

  test.each<[string, string, string]>([
    ['ticked', p(box('1', run('☒')), ' Oui'), '☒ Oui'],
    ['unticked', p(box('0', run('☐')), ' Oui'), '☐ Oui'],
    ['shown otherwise', p(box('true', run('☐'))), '☒'],
    ['a symbol', p(box('0', r('<w:sym w:font="Wingdings" w:char="F0A8"/>'))), '☐'],
    ['its own glyph', p(box('1', run('þ'))), '☒'],
    ['without any content', p(box('1', ''), ' Oui'), '☒ Oui'],
    ['around a paragraph', box('1', p(run('☒'))), '☒'],
    ['around an empty paragraph', box('1', p()), '☒'],
    ['with a text typed in it', p(box('1', run('☒ Oui'))), '☒ Oui'],
    ['ticked with changes tracked', p(box('1', ins(run('☒')) + gone('☐'))), '☒'],
    ['ticked anew with changes tracked', p(box('1', gone('☐') + ins(run('☒')))), '☒'],
    ['that does not say whether it is ticked', p(sdt('<w14:checkbox/>', run('☐'))), '☐'],
    [
      'whose glyph is none',
      p(sdt('<w14:checkbox><w14:checkedState w14:val="110000"/></w14:checkbox>', run('a'))),
      '☐a',
    ],
    ['typed in a text that is no box', p(sdt('<w14:checked w14:val="1"/>', run('☐ Oui'))), '☐ Oui'],
    ['deleted with changes tracked', p(box('1', gone('☒'))), ''],
  ])('a box: %s', (_, xml, expected) => {
    expect(blocksOf(xml)).toMatchObject([{ texte: expected }]);
  });

  test.each<[string, string, string]>([
    [
      'an item of a list',
      '<w:dropDownList><w:listItem w:displayText="Oui"/></w:dropDownList>',
      'Oui',
    ],
    ['a date', '<w:date w:fullDate="2026-03-01T00:00:00Z"/>', '1er mars 2026'],
    ['a placeholder that is none', '<w:showingPlcHdr w:val="0"/>', 'Lac Noir'],
  ])('%s is the text shown', (_, properties, shown) => {
    expect(paragraphOf(sdt(properties, run(shown)))).toMatchObject({ texte: shown, invite: '' });
  });

  test('a placeholder is no text, nor its picture an image', () => {
    const picture = r('<w:drawing><a:blip/></w:drawing>');
    const found = cellOf(p(sdt('<w:showingPlcHdr/>', run('Cliquez') + picture), 'après'));
    expect(found).toMatchObject({ texte: 'après', invite: 'Cliquez', images: 0 });
  });
});

describe('tracked changes', () => {
  test('what is inserted is there, what is deleted is kept aside', () => {
    const found = paragraphOf('a', ins(run('b')), gone('c'), ins(del(run('d'))));
    expect(found).toMatchObject({ texte: 'ab', suivi: true, supprime: 'cd' });
  });

  test('a move', () => {
    const moved = `<w:moveFrom w:id="1">${run('b')}</w:moveFrom>`;
    expect(paragraphOf('a', moved)).toMatchObject({ texte: 'a', suivi: true, supprime: 'b' });
    expect(paragraphOf('a', moved, 'z')).toMatchObject({ texte: 'az', supprime: 'b' });
    const back = `<w:moveTo w:id="1">${run('b')}</w:moveTo>`;
    expect(paragraphOf(back)).toMatchObject({ texte: 'b', suivi: true, supprime: '' });
  });

  const markOf = (change: string, content: string) =>
    `<w:p><w:pPr><w:rPr><w:${change} w:id="1"/></w:rPr></w:pPr>${content}</w:p>`;

  test('a deleted end of paragraph joins it to the next', () => {
    const joined = markOf('del', run('a') + gone('x')) + p('b', gone('y')) + p('c');
    expect(cellOf(joined)).toMatchObject({ texte: 'ab\nc', supprime: 'x\ny', suivi: true });
    expect(blocksOf(joined)).toMatchObject([{ texte: 'ab' }, { texte: 'c' }]);
    const before = blocksOf(markOf('del', run('a')) + table([p('b')]) + p('c'));
    expect(before).toMatchObject([{ texte: 'a' }, { type: 'tableau' }, { texte: 'c' }]);
    const images = markOf('del', drawing(picture)) + p(drawing(picture)) + p();
    expect(blocksOf(images)).toMatchObject([{ images: 2 }, { images: 0 }]);
    expect(cellOf(markOf('ins', run('a')) + p('b'))).toMatchObject({ texte: 'a\nb', suivi: true });
  });

  test('a deletion in the properties of a run joins nothing', () => {
    const marked = r('<w:rPr><w:del w:id="1"/></w:rPr><w:t>a</w:t>');
    expect(blocksOf(p(marked) + p('b'))).toMatchObject([{ texte: 'a' }, { texte: 'b' }]);
  });

  test('what is deleted after a table is deleted', () => {
    const blocks = blocksOf(table([p('a')]) + p('b', gone('c')));
    expect(blocks[1]).toMatchObject({ texte: 'b', supprime: 'c' });
  });

  test('a text inserted in a cell changes this cell alone', () => {
    const [bloc] = blocksOf(table([p(ins(run('a'))), p('b')]));
    const [row] = (bloc as Tableau).rangees;
    expect(row!.cellules.map(({ suivi }) => suivi)).toEqual([true, false]);
  });

  test('rows', () => {
    const row = (change: string, content: string) =>
      `<w:tr><w:trPr><w:${change} w:id="1"/></w:trPr><w:tc>${p(content)}</w:tc></w:tr>`;
    const [bloc] = blocksOf(`<w:tbl>${row('del', 'a')}${row('ins', 'b')}</w:tbl>`);
    const [first, second] = (bloc as Tableau).rangees;
    expect(first).toMatchObject({
      supprimee: true,
      cellules: [{ texte: '', supprime: 'a', suivi: true }],
    });
    expect(second).toMatchObject({
      supprimee: false,
      cellules: [{ texte: 'b', supprime: '', suivi: true }],
    });
  });

  test('cells', () => {
    const change = (name: string, text: string) =>
      `<w:tcPr><w:${name} w:id="1"/></w:tcPr>${p(text)}`;
    const [bloc] = blocksOf(table([change('cellDel', 'a'), change('cellIns', 'b'), p('c')]));
    expect((bloc as Tableau).rangees[0]!.cellules).toMatchObject([
      { texte: '', supprime: 'a', suivi: true },
      { texte: 'b', suivi: true },
      { texte: 'c', suivi: false },
    ]);
  });

  test('a deletion said twice, or out of place, takes nothing else away', () => {
    const twice = `<w:trPr><w:del w:id="1"/><w:del w:id="2"/></w:trPr><w:tc>${p('a')}</w:tc>`;
    const blocks = blocksOf(`<w:tbl><w:tr>${twice}</w:tr></w:tbl><w:cellDel w:id="3"/>${p('b')}`);
    expect(blocks[1]).toMatchObject({ texte: 'b', supprime: '' });
  });

  test('properties of before a change are not read', () => {
    const before =
      '<w:tcPr><w:tcPrChange w:id="1"><w:tcPr><w:gridSpan w:val="3"/></w:tcPr></w:tcPrChange></w:tcPr>';
    expect(cellOf(before + p('a'))).toMatchObject({ texte: 'a', fusion: 1, suivi: false });
  });
});

const pict = (content: string) => r(`<w:pict><v:shape>${content}</v:shape></w:pict>`);
const textBox = (content: string) =>
  `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`;
const choose = (requires: string, choice: string, fallback: string) =>
  `<mc:AlternateContent><mc:Choice Requires="${requires}">${choice}</mc:Choice><mc:Fallback>${fallback}</mc:Fallback></mc:AlternateContent>`;

describe('drawings', () => {
  test('each one that holds an image counts for one', () => {
    const images = drawing(picture + picture) + pict('<v:imagedata r:id="rId1"/>') + drawing('');
    expect(paragraphOf(images).images).toBe(2);
    expect(paragraphOf(del(drawing(picture))).images).toBe(0);
    expect(cellOf(p(drawing(picture)) + p(drawing(picture))).images).toBe(2);
    const object = r(
      `<w:object><w:drawing>${picture}</w:drawing><v:imagedata r:id="a"/></w:object>`,
    );
    expect(paragraphOf(object).images).toBe(1);
    expect(paragraphOf(r('<w:object><v:imagedata r:id="a"/></w:object>')).images).toBe(1);
  });

  test('their own paragraphs are no text', () => {
    expect(paragraphOf('a', drawing('<a:p><a:r><a:t>b</a:t></a:r></a:p>')).texte).toBe('a');
  });

  test('a text box comes after the block that holds it', () => {
    const box = textBox(p('b', drawing(picture)) + table([p('c')]));
    const blocks = blocksOf(p('a', drawing(box), 'z') + p('d'));
    expect(blocks).toMatchObject([
      { texte: 'az', images: 0, zoneDeTexte: false },
      { texte: 'b', images: 1, zoneDeTexte: true },
      { type: 'tableau', zoneDeTexte: true },
      { texte: 'd', zoneDeTexte: false },
    ]);
    const inCell = blocksOf(table([p('a', drawing(textBox(p('b'))))]));
    expect(inCell).toMatchObject([{ type: 'tableau' }, { texte: 'b', zoneDeTexte: true }]);
  });

  test('one branch of an alternative is read', () => {
    const choice = drawing(textBox(p('b')));
    const old = pict(textBox(p('b')));
    expect(blocksOf(p(choose('wps', choice, old)))).toHaveLength(2);
    const unknown = blocksOf(p(choose('wps zzz', choice, pict(textBox(p('c'))))));
    expect(unknown).toMatchObject([{}, { texte: 'c' }]);
    const two = choose('wps', run('a'), run('x')) + choose('wps', run('b'), run('y'));
    expect(paragraphOf(two).texte).toBe('ab');
    const noneInside =
      '<mc:AlternateContent><mc:Choice Requires="zzz">x</mc:Choice></mc:AlternateContent>';
    expect(paragraphOf(choose('wps', run('a') + noneInside, run('y'))).texte).toBe('a');
    expect(paragraphOf(r(choose('w14', '<w:tab/>', ''))).texte).toBe('\t');
    const emoji = choose('w16se', '<w16se:symEx w16se:char="1F60A"/>', '<w:t>😊</w:t>');
    expect(paragraphOf(`<w:r>${emoji}</w:r>`).texte).toBe('😊');
  });
});
