/** What the XML of a form says. */
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DEPENSES, DERNIER, LIBRE, SOMMAIRE, TOTAL } from '../../../tests/lib/formulaire';
import { form, formule, texte, vide } from '../../../tests/lib/grille';
import type { GridStyle, GridWritten } from './workbook';
import { writeWorkbook } from './write';

const partsOf = (...sheets: readonly GridWritten[]) =>
  new Map(
    Object.entries(unzipSync(writeWorkbook(sheets))).map(([nom, part]) => [nom, strFromU8(part)]),
  );

const xmlOf = (sheet: GridWritten) => partsOf(sheet).get('xl/worksheets/sheet1.xml') ?? '';
const bookOf = (...sheets: readonly GridWritten[]) =>
  partsOf(...sheets).get('xl/workbook.xml') ?? '';

const cellOf = (xml: string, at: string) =>
  new RegExp(`<c r="${at}"[^>]*?(?:/>|>.*?</c>)`).exec(xml)?.[0] ?? '';

/** What `xl/styles.xml` says of the style of a cell. */
function lookOf(sheet: GridWritten, at: string): string {
  const parts = partsOf(sheet);
  const rank = /s="(\d+)"/.exec(cellOf(parts.get('xl/worksheets/sheet1.xml') ?? '', at))?.[1];
  const xfs = (parts.get('xl/styles.xml') ?? '').split('<cellXfs')[1]?.match(/<xf .*?<\/xf>/g);
  return xfs?.[Number(rank)] ?? '';
}

describe('cells', () => {
  test('lie where they are placed, in reading order', () => {
    const xml = xmlOf(form({ C2: texte('c'), A10: texte('d'), B2: texte('b'), AA1: texte('a') }));
    expect([...xml.matchAll(/<c r="(\w+)"/g)].map(([, at]) => at)).toEqual([
      ...['AA1', 'B2', 'C2', 'A10'],
    ]);
    expect([...xml.matchAll(/<row r="(\d+)"/g)].map(([, row]) => row)).toEqual(['1', '2', '10']);
    expect(xml).toContain('<dimension ref="A1:AA10"/>');
    expect(xmlOf(form({}))).toContain('<dimension ref="A1:A1"/>');
  });

  test('a formula keeps the value that was computed, of its type', () => {
    const xml = xmlOf(
      form({
        A1: formule('SUM(B1:B3)', '1234.5'),
        A2: formule('IF(\'L\'\'an 1\'!A1<>"",1,0)&""', 'a & b', 'texte'),
        A3: formule('B3', '2026-03-31', 'date'),
        A4: formule('B4', null),
        A5: formule('B5', null, 'texte'),
      }),
    );
    expect(cellOf(xml, 'A1')).toMatch(/<f>SUM\(B1:B3\)<\/f><v>1234\.5<\/v>/);
    expect(cellOf(xml, 'A2')).toMatch(/t="str"><f>.*&lt;&gt;"",1,0\)&amp;""<\/f><v>a &amp; b<\/v>/);
    expect(cellOf(xml, 'A3')).toContain('<v>46112</v>');
    expect(cellOf(xml, 'A4')).toMatch(/<f>B4<\/f><\/c>/);
    expect(cellOf(xml, 'A5')).not.toContain('t=');
    expect(bookOf(SOMMAIRE)).toContain('<calcPr fullCalcOnLoad="1"/>');
  });

  test('only those to fill in are unlocked, and the sheet has no password', () => {
    const styles: readonly GridStyle[] = [
      ...(['titre', 'sous-titre', 'note', 'entete', 'entete-nombre', 'libelle'] as const),
      ...(['cellule', 'saisie', 'calcul', 'total', 'code'] as const),
    ];
    const sheet = form(Object.fromEntries(styles.map((style, i) => [`A${i + 1}`, vide(style)])));
    const open = styles.filter((_, i) => lookOf(sheet, `A${i + 1}`).includes('locked="0"'));
    expect(open).toEqual(['saisie']);
    expect(xmlOf(sheet)).toContain(
      '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0"/>',
    );
  });

  test('each style and format has its own look', () => {
    const formats = ['texte', 'montant', 'entier', 'date', 'pourcentage'] as const;
    const sheet = form(
      Object.fromEntries(
        formats.flatMap((format, i) => [
          [`A${i + 1}`, { type: 'vide', format, style: 'saisie' } as const],
          [`B${i + 1}`, { type: 'vide', format, style: 'total' } as const],
        ]),
      ),
    );
    const looks = formats.flatMap((_, i) => [
      lookOf(sheet, `A${i + 1}`),
      lookOf(sheet, `B${i + 1}`),
    ]);
    expect(new Set(looks).size).toBe(10);
  });

  test('a formula that gives a text is not shown as text, or it would be one', () => {
    const sheet = form({ A1: formule('B1', 'x', 'texte'), A2: texte('x') });
    expect(lookOf(sheet, 'A1')).toContain('numFmtId="0"');
    expect(lookOf(sheet, 'A2')).toContain('numFmtId="49"');
  });
});

describe('rows, columns and merges', () => {
  test('all the cells of a merge look like the first', () => {
    const xml = xmlOf(form({ A1: vide('saisie') }, { fusions: ['A1:B2'] }));
    const style = /<c r="A1" s="(\d+)"/.exec(xml)?.[1];
    for (const at of ['B1', 'A2', 'B2'])
      expect(cellOf(xml, at)).toBe(`<c r="${at}" s="${style}"/>`);
    expect(xml).toContain('<mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells>');
  });

  const heightOf = (sheet: GridWritten) =>
    / ht="(\d+)"( customHeight="1")?>/.exec(xmlOf(sheet))?.slice(1, 3);

  test('a row has the height that is asked, or one that its texts need', () => {
    const long = 'Un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze';
    expect(heightOf(form({ A1: texte('court') }, { hauteurs: { 1: 40 } }))?.[0]).toBe('40');
    const alone = Number(heightOf(form({ A1: texte(long, 'note') }))?.[0]);
    const wide = form({ A1: texte(long, 'note') }, { fusions: ['A1:C1'] });
    const merged = Number(heightOf(wide)?.[0]);
    const tall = form({ A1: texte(long, 'note') }, { fusions: ['A1:A9'] });
    expect([alone, merged, Number(heightOf(tall)?.[0])]).toEqual([57, 31, 18]);
    expect(heightOf(form({ A1: texte('x'.repeat(20), 'note') }))?.[0]).toBe('31');
    expect(heightOf(form({ A1: texte('court', 'titre') }))?.[0]).toBe('29');
    expect(heightOf(form({ A1: texte('x'.repeat(12), 'titre') }))?.[0]).toBe('52');
    expect(xmlOf(form({}, { hauteurs: { 3: 9 } }))).toContain(
      '<row r="3" ht="9" customHeight="1">',
    );
  });

  test('a row where people type a text grows with it; another keeps its height', () => {
    expect(heightOf(form({ A1: vide('saisie', 'texte') }))).toEqual(['18', undefined]);
    expect(heightOf(form({ A1: texte('ici', 'saisie') }))).toEqual(['18', undefined]);
    const held = ['18', ' customHeight="1"'];
    const fixed = form({ A1: vide('saisie', 'texte') }, { hauteurs: { 1: 18 } });
    expect(heightOf(fixed)).toEqual(held);
    expect(heightOf(form({ A1: vide('saisie') }))).toEqual(held);
    expect(heightOf(form({ A1: vide('total', 'texte') }))).toEqual(held);
    expect(heightOf(form({ A1: vide('saisie', 'texte') }, { fusions: ['A1:B1'] }))).toEqual(held);
  });

  test('a free row is unlocked to its last column', () => {
    const xml = xmlOf(DEPENSES);
    const [, style] = new RegExp(`<row r="${LIBRE}" s="(\\d+)" customFormat="1"`).exec(xml) ?? [];
    const xfs = (partsOf(DEPENSES).get('xl/styles.xml') ?? '').split('<cellXfs')[1]!;
    expect(xfs.match(/<xf .*?<\/xf>/g)?.[Number(style)]).toContain('locked="0"');
    expect(xml.match(/customFormat/g)).toHaveLength(1);
  });

  test('columns have their widths', () => {
    expect(xmlOf(form({}, { largeurs: [12.5, 30] }))).toContain(
      '<cols><col min="1" max="1" width="12.5" customWidth="1"/><col min="2" max="2" width="30" customWidth="1"/></cols>',
    );
    expect(xmlOf(form({}, { largeurs: [] }))).not.toContain('<cols>');
  });
});

describe('on screen and on paper', () => {
  test('no gridlines, rows in sight, and the first cell to fill in is chosen', () => {
    const xml = xmlOf(DEPENSES);
    expect(xml).toContain('showGridLines="0" tabSelected="1"');
    expect(xml).toContain(
      '<pane ySplit="8" topLeftCell="A9" activePane="bottomLeft" state="frozen"/>',
    );
    expect(xml).toContain('<selection pane="bottomLeft" activeCell="B4" sqref="B4"/>');
    expect(xmlOf(form({ A1: texte('x') }))).toContain('><selection activeCell="A1" sqref="A1"/><');
  });

  test('Letter paper, one page wide, rows repeated, what is printed above and below', () => {
    const impression = {
      orientation: 'paysage',
      repeter: [2, 3],
      zone: 'A1:F30',
      entete: { droite: '{feuille}' },
      pied: { gauche: 'Aide & partage', centre: '{page}', droite: '{page} / {pages}' },
    } as const;
    const sheet = form({}, { nom: "L'an 1", impression });
    const xml = xmlOf(sheet);
    expect(xml).toContain(
      '<pageSetup paperSize="1" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(xml).toContain('<oddHeader>&amp;R&amp;A</oddHeader>');
    expect(xml).toContain(
      '<oddFooter>&amp;LAide &amp;&amp; partage&amp;C&amp;P&amp;R&amp;P / &amp;N</oddFooter>',
    );
    const book = bookOf(SOMMAIRE, sheet);
    expect(book).toContain(`_xlnm.Print_Area" localSheetId="1">'L''an 1'!$A$1:$F$30<`);
    expect(book).toContain(`_xlnm.Print_Titles" localSheetId="1">'L''an 1'!$2:$3<`);
  });
});

describe('names, checks and alerts', () => {
  test('names lead to their sheet', () => {
    expect(bookOf(SOMMAIRE, DEPENSES)).toContain(
      `<definedName name="depenses">'Dépenses'!$A$9:$E$${DERNIER}</definedName>`,
    );
  });

  test('a cell stands out when a formula is true', () => {
    const parts = partsOf(DEPENSES);
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(
      `<conditionalFormatting sqref="D${TOTAL}"><cfRule type="expression" dxfId="0" priority="2"><formula>$D$${TOTAL}&gt;$C$${TOTAL}</formula></cfRule></conditionalFormatting>`,
    );
    expect(parts.get('xl/styles.xml')).toMatch(
      /<dxfs count="1"><dxf>.*<\/dxf><\/dxfs><\/styleSheet>/,
    );
  });

  const checks = (...validations: NonNullable<GridWritten['validations']>) =>
    [...xmlOf(form({}, { validations })).matchAll(/<dataValidation .*?<\/dataValidation>/g)].map(
      ([xml]) => xml,
    );

  test('each rule is written with its bounds', () => {
    const all = checks(
      { plage: 'A1', regle: { type: 'decimal' } },
      { plage: 'A2:B3', regle: { type: 'decimal', max: '5000.50' } },
      { plage: 'A4', regle: { type: 'entier', max: 12 } },
      { plage: 'A5', regle: { type: 'date', min: '2026-03-31' } },
      { plage: 'A6', regle: { type: 'liste', choix: ['Oui', 'Non'] } },
      { plage: 'A7', regle: { type: 'liste', choix: "'A & B'!$A$2:$A$4" }, avertir: true },
    );
    const bounds = all.map((xml) => [...xml.matchAll(/<formula\d>(.*?)</g)].map(([, f]) => f));
    expect(bounds).toEqual([
      ['0', '999999999999.99'],
      ['0', '5000.50'],
      ['0', '12'],
      ['46112', '73050'],
      ['"Oui,Non"'],
      ["'A &amp; B'!$A$2:$A$4"],
    ]);
    expect(all.map((xml) => /type="(\w+)"/.exec(xml)?.[1])).toEqual([
      ...['decimal', 'decimal', 'whole', 'date', 'list', 'list'],
    ]);
    expect(all[1]).toContain('sqref="A2:B3"');
  });

  test('a rule stops, or warns; it says what the caller says, or has its own words', () => {
    const regle = { type: 'entier' } as const;
    const [stop, warn, own, help] = checks(
      { plage: 'A1', regle },
      { plage: 'A2', regle, avertir: true },
      { plage: 'A3', regle, erreur: { titre: 'Non', texte: 'Un « entier » & rien d’autre' } },
      { plage: 'A4', aide: { titre: 'Nom', texte: 'Celui\ndu projet' } },
    );
    expect(stop).not.toContain('warning');
    expect(stop).toContain('errorTitle="Valeur à revoir" error="Écrivez un nombre entier');
    expect(warn).toContain('errorStyle="warning"');
    expect(own).toContain('errorTitle="Non" error="Un « entier » &amp; rien d’autre"');
    expect(help).toBe(
      '<dataValidation allowBlank="1" showInputMessage="1" promptTitle="Nom" prompt="Celui&#10;du projet" sqref="A4"></dataValidation>',
    );
  });
});

test('the parts of the sheet come in the order that Excel asks', () => {
  const wanted = [
    ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData'],
    ...['sheetProtection', 'mergeCells', 'conditionalFormatting', 'dataValidations'],
    ...['pageMargins', 'pageSetup', 'headerFooter'],
  ];
  const xml = xmlOf(DEPENSES);
  const places = wanted.map((tag) => xml.indexOf(`<${tag}`));
  expect(places).not.toContain(-1);
  expect(places).toEqual([...places].sort((a, b) => a - b));
});

test('the same form gives the same bytes', () => {
  const [first, second] = [0, 1].map(() => Buffer.from(writeWorkbook([DEPENSES, SOMMAIRE])));
  expect(second!.equals(first!)).toBe(true);
});
