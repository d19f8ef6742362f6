import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import readExcel from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { CARACTERE } from '../../../tests/lib/caracteres';
import type { CellWritten, ColumnWritten, SheetWritten, TableWritten } from './workbook';
import { writeWorkbook } from './write';
import { serialOf } from './write-dates';

const colonne = (titre: string, format: ColumnWritten['format'], rest = {}): ColumnWritten => ({
  titre,
  largeur: 20,
  format,
  ...rest,
});
const texte = (t: string): CellWritten => ({ type: 'texte', texte: t });

const table = (
  lignes: TableWritten['lignes'],
  colonnes: readonly ColumnWritten[],
): TableWritten => ({
  type: 'table',
  nom: 'Octrois',
  colonnes,
  lignes,
});

const partsOf = (bytes: Uint8Array) =>
  new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]));

const sheetOf = (sheet: SheetWritten) =>
  partsOf(writeWorkbook([sheet])).get('xl/worksheets/sheet1.xml') ?? '';

const read = async (sheet: SheetWritten) => {
  const [first] = await readExcel(Buffer.from(writeWorkbook([sheet])));
  return first!.data;
};

test('another reader finds the texts, amounts, whole numbers and days that were written', async () => {
  const rows = await read(
    table(
      [
        [
          texte('Jardin de l’entraide & <Cie>'),
          { type: 'montant', decimal: '1234.50' },
          { type: 'entier', entier: 12 },
          { type: 'date', jour: '2026-03-31' },
        ],
        [null, { type: 'montant', decimal: '-0.07' }, null, { type: 'date', jour: '2024-02-29' }],
      ],
      [
        colonne('Titre', 'texte'),
        colonne('Montant', 'montant'),
        colonne('Nombre', 'entier'),
        colonne('Date', 'date'),
      ],
    ),
  );
  expect(rows).toEqual([
    ['Titre', 'Montant', 'Nombre', 'Date'],
    ['Jardin de l’entraide & <Cie>', 1234.5, 12, new Date('2026-03-31')],
    [null, -0.07, null, new Date('2024-02-29')],
  ]);
});

test('an amount is written with its own digits, never through a binary fraction', () => {
  const decimal = '12345678901.10';
  const xml = sheetOf(table([[{ type: 'montant', decimal }]], [colonne('Montant', 'montant')]));
  expect(xml).toContain(`<v>${decimal}</v>`);
});

const FORMULAS = ['=1+1', '+33', '-5', '@SOMME(A1)', '\t=A1', "'cité"];

test.each(FORMULAS)('%j stays text, marked as quoted', async (formula) => {
  const sheet = table([[texte(formula)]], [colonne('Titre', 'texte')]);
  const [, row] = await read(sheet);
  expect(row).toEqual([formula.trim()]);
  expect(sheetOf(sheet)).toMatch(/<c r="A2" s="3" t="s">/);
  expect(sheetOf(sheet)).not.toContain('<f>');
  const styles = partsOf(writeWorkbook([sheet])).get('xl/styles.xml') ?? '';
  expect(styles.split('<cellXfs')[1]?.split('<xf ')[4]).toContain('quotePrefix="1"');
});

function texts(xml: string): string[] {
  const found: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    if (text.trim() !== '') found.push(text);
  });
  parser.write(xml).close();
  return found;
}

test('any text gives well-formed XML and comes back without what XML refuses', () => {
  const any = fc.string({ unit: CARACTERE, minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(any, (text) => {
      const sheet = table([[texte(text)]], [colonne('Titre', 'texte', { aide: text })]);
      for (const xml of partsOf(writeWorkbook([sheet], text)).values()) texts(xml);
    }),
  );
});

test('control characters and lone surrogates go, `_x0041_` stays as typed', () => {
  const text = 'a\u0000b\u000bc\ud800d_x0041_\r\ne\ud83c\udf31';
  const shared = partsOf(writeWorkbook([table([[texte(text)]], [colonne('Titre', 'texte')])])).get(
    'xl/sharedStrings.xml',
  );
  expect(texts(shared ?? '')).toEqual(['Titre', 'abcd_x005F_x0041_\ne\ud83c\udf31']);
});

test('the same sheets give the same bytes, whenever they are written', () => {
  const sheet = table([[texte('un')], [texte('un')]], [colonne('Titre', 'texte')]);
  const first = writeWorkbook([sheet]);
  expect(Buffer.from(writeWorkbook([sheet])).equals(first)).toBe(true);
  const stamp = Buffer.from(first).readUInt16LE(12);
  expect(stamp >> 9).toBe(0);
  expect(partsOf(first).get('docProps/core.xml')).not.toMatch(/created|modified/);
});

test('headings are frozen, filtered and printed on each page, in landscape, as wide as the page', () => {
  const sheet = table([[texte('x'), null]], [colonne('A', 'texte'), colonne('B', 'montant')]);
  const parts = partsOf(writeWorkbook([sheet]));
  const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
  expect(xml).toContain('ySplit="1"');
  expect(xml).toContain('<autoFilter ref="A1:B2"/>');
  expect(xml).toMatch(/orientation="landscape" fitToWidth="1" fitToHeight="0"/);
  const book = parts.get('xl/workbook.xml');
  expect(book).toContain('Print_Titles" localSheetId="0">\'Octrois\'!$1:$1<');
  expect(book).toContain('hidden="1">\'Octrois\'!$A$1:$B$2<');
});

test('columns keep their format below the last row written', () => {
  const formats = ['texte', 'montant', 'entier', 'date'] as const;
  const xml = sheetOf(
    table(
      [],
      formats.map((f) => colonne(f, f)),
    ),
  );
  const styles = [...xml.matchAll(/<col [^>]*style="(\d+)"/g)].map(([, style]) => style);
  expect(new Set(styles).size).toBe(4);
});

const validations = (...colonnes: ColumnWritten[]) =>
  [...sheetOf(table([], colonnes)).matchAll(/<dataValidation .*?<\/dataValidation>/g)].map(
    ([xml]) => xml,
  );

test('a closed list stops another value, a list of another sheet lets it in after a warning', () => {
  const [closed, open] = validations(
    colonne('Nature', 'texte', { choix: ['Initial', 'Amendement'], aide: 'Choisissez.' }),
    colonne('Territoire', 'texte', { choix: 'Listes!$A$2:$A$9' }),
  );
  expect(closed).toContain('type="list" errorStyle="stop"');
  expect(closed).toContain('promptTitle="Nature" prompt="Choisissez."');
  expect(closed).toContain('sqref="A2:A2000"><formula1>"Initial,Amendement"</formula1>');
  expect(open).toContain('errorStyle="warning"');
  expect(open).toContain('<formula1>Listes!$A$2:$A$9</formula1>');
});

test('amounts, whole numbers and dates are checked, with a French message', () => {
  const all = validations(
    colonne('Montant', 'montant'),
    colonne('Date', 'date'),
    colonne('Nombre', 'entier'),
  );
  expect(all.map((xml) => /type="(\w+)"/.exec(xml)?.[1])).toEqual(['decimal', 'date', 'whole']);
  for (const xml of all) expect(xml).toMatch(/error="Écrivez /);
});

test('what does not fit is refused, not cut', () => {
  const list = Array.from({ length: 60 }, (_, i) => `valeur ${i}`);
  expect(() => validations(colonne('A', 'texte', { choix: list }))).toThrow(/Choices of A/);
  expect(() => validations(colonne('A', 'texte', { choix: ['a,b'] }))).toThrow(/Choices of A/);
  expect(() => validations(colonne('A', 'texte', { aide: 'x'.repeat(256) }))).toThrow(/255/);
  const cell = (c: CellWritten) => () => sheetOf(table([[c]], [colonne('A', 'texte')]));
  expect(cell(texte('x'.repeat(32_768)))).toThrow(/too long/);
  expect(cell({ type: 'montant', decimal: '1e5' })).toThrow(/plain decimal/);
  expect(cell({ type: 'montant', decimal: '1.005' })).toThrow(/plain decimal/);
  expect(cell({ type: 'entier', entier: 1.5 })).toThrow(/whole number/);
  for (const jour of ['2026-02-30', '2026-2-3', '1900-01-01', ''])
    expect(cell({ type: 'date', jour })).toThrow(/Not a day/);
});

test.each([['a'.repeat(32)], ['a/b'], ['a:b'], ["'a"], ['']])('no sheet is named %j', (nom) => {
  expect(() => writeWorkbook([{ type: 'table', nom, colonnes: [], lignes: [] }])).toThrow(
    /Not a name/,
  );
});

test('two sheets of one name, or none that shows, are refused', () => {
  const sheet = { type: 'table', nom: 'A', colonnes: [], lignes: [] } as const;
  expect(() => writeWorkbook([sheet, { ...sheet, nom: 'a' }])).toThrow(/already taken/);
  expect(() => writeWorkbook([{ ...sheet, masquee: true }])).toThrow(/that shows/);
});

test('a link leads inside the workbook; a hidden sheet stays hidden and the first one opens', () => {
  const lien = { type: 'texte', texte: 'Voir', lien: "'Octrois'!A1" } as const;
  const parts = partsOf(
    writeWorkbook([
      { ...table([], [colonne('A', 'texte')]), nom: 'Listes', masquee: true },
      table([[lien]], [colonne('Lien', 'texte')]),
    ]),
  );
  expect(parts.get('xl/worksheets/sheet2.xml')).toContain(
    '<hyperlink ref="A2" location="\'Octrois\'!A1" display="Voir"/>',
  );
  expect(parts.get('xl/workbook.xml')).toContain('name="Listes" sheetId="1" state="hidden"');
  expect(parts.get('xl/workbook.xml')).toContain('activeTab="1"');
});

test('sentences fill one wide column: a title, headings without a full stop, paragraphs', () => {
  const texte = ['Mode d’emploi', 'Les dates', 'Écrivez 2026-03-31.'];
  const xml = sheetOf({ type: 'texte', nom: 'Mode d’emploi', texte });
  const styles = [...xml.matchAll(/<c r="A\d" s="(\d+)"/g)].map(([, style]) => style);
  expect(new Set(styles).size).toBe(3);
  expect(xml).not.toContain('autoFilter');
  const book = writeWorkbook([{ type: 'texte', nom: 'Aide', texte }]);
  expect(partsOf(book).get('docProps/core.xml')).toContain('<dc:title>Mode d’emploi</dc:title>');
});

test('days are counted as spreadsheets count them', () => {
  expect(serialOf('1900-03-01')).toBe(61);
  expect(serialOf('2000-01-01')).toBe(36_526);
});
