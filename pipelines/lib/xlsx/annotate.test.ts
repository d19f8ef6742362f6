import { unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import {
  DRAWING,
  LIST,
  COMMENTS,
  RELS,
  SHEET,
  SPEC,
  notesIn,
  openParts,
  remarque,
  rowsColumns,
  textOf,
} from '../../../tests/lib/annotations';
import {
  makeWorkbook,
  partsOf,
  readOrFail,
  sheetOf,
  zipParts,
  type Parts,
} from '../../../tests/lib/classeur';
import { OfficeError } from '../ooxml/refusal';
import { annotateWorkbook, type Remarque } from './annotate';

const annotate = (parts: Parts, ...remarques: Remarque[]) =>
  openParts(annotateWorkbook(zipParts(parts), remarques));

describe('a workbook without notes', () => {
  const received = makeWorkbook(SPEC);
  const before = unzipSync(received);
  const after = openParts(
    annotateWorkbook(received, [
      remarque({}),
      remarque({ cellule: 'A1', gravite: 'information', message: 'vu' }),
      remarque({ gravite: 'avertissement', message: 'arrondi' }),
      remarque({ feuille: SPEC.feuilles[1]!.nom, cellule: 'A1' }),
      remarque({ feuille: null, cellule: null, message: 'fichier' }),
      remarque({ feuille: 'Absente', cellule: 'A1' }),
      remarque({ cellule: 'nulle part' }),
    ]),
  );

  test('gets one note a cell, with all that is said of it', () => {
    expect(notesIn(after)).toEqual([
      ['A1', 'Information : vu'],
      ['B2', 'Bloquant : écrivez un nombre\n\nAvertissement : arrondi'],
    ]);
    expect(rowsColumns(textOf(after, DRAWING))).toEqual(['0,0', '1,1']);
    expect(notesIn(after, 'xl/comments2.xml').map(([cell]) => cell)).toEqual(['A1']);
  });

  test('keeps every other part, byte for byte and in order', () => {
    const patched = ['[Content_Types].xml', 'xl/workbook.xml', 'xl/_rels/workbook.xml.rels'];
    const sheets = [SHEET, 'xl/worksheets/sheet2.xml'];
    for (const name of Object.keys(before)) {
      if ([...patched, ...sheets].includes(name)) continue;
      expect(Buffer.compare(after[name]!, before[name]!), name).toBe(0);
    }
    expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before));
  });

  test('the parts that change only gain', () => {
    const sheet = textOf(after, SHEET);
    expect(sheet.replace(/<legacyDrawing r:id="rId\d"\/>/, '')).toBe(textOf(before, SHEET));
    const book = textOf(after, 'xl/workbook.xml');
    expect(book.replace(/<sheet name="Constats" [^>]*>/, '')).toBe(
      textOf(before, 'xl/workbook.xml'),
    );
    const types = textOf(after, '[Content_Types].xml').replace(
      /<(Override PartName="\/xl\/(comments|worksheets\/constats)|Default Extension="vml")[^>]*>/g,
      '',
    );
    expect(types).toBe(textOf(before, '[Content_Types].xml'));
  });

  test('gets a last sheet that lists what is said, with links to the cells', () => {
    const classeur = readOrFail(zipParts(after));
    expect(classeur.feuilles.map(({ nom }) => nom).at(-1)).toBe('Constats');
    const rows = sheetOf(classeur, 'Constats').rangees.map(({ cellules }) =>
      cellules.map(({ texte }) => texte),
    );
    expect(rows.slice(0, 3)).toEqual([
      ['Gravité', 'Feuille', 'Cellule', 'Constat', 'Message'],
      ['Bloquant', 'Octrois', 'B2', 'Montant illisible', 'écrivez un nombre'],
      ['Information', 'Octrois', 'A1', 'Montant illisible', 'vu'],
    ]);
    expect(rows).toHaveLength(8);
    const links = [...textOf(after, LIST).matchAll(/<hyperlink ref="(\w+)" location="([^"]*)"/g)];
    expect(links.map(([, ref, to]) => [ref, to])).toEqual([
      ['C2', "'Octrois'!B2"],
      ['C3', "'Octrois'!A1"],
      ['C4', "'Octrois'!B2"],
      ['C5', "'L’an 1 &amp; &quot;2&quot; d''ici'!A1"],
    ]);
  });

  test('its values are as before, for another reader too', async () => {
    const [sheet] = readOrFail(zipParts(after)).feuilles;
    expect(sheet).toEqual(readOrFail(received).feuilles[0]);
    const [other] = await readExcel(Buffer.from(zipParts(after)));
    expect(other!.data).toEqual([
      ['Numéro', null],
      [null, 12.5],
    ]);
  });
});

test('nothing to say: the very same bytes', () => {
  const received = makeWorkbook(SPEC);
  expect(annotateWorkbook(received, [])).toBe(received);
});

describe('texts', () => {
  const hostile = '=HYPERLINK("x") <b>&\u0000\u001b\ud800\uffff _x000D_\r\nfin';
  const shown = '=HYPERLINK("x") <b>& _x000D_\nfin';
  const bytes = annotateWorkbook(makeWorkbook(SPEC), [remarque({ message: hostile })]);

  test('are shown as they are, without what XML cannot hold, and are never formulas', () => {
    const list = sheetOf(readOrFail(bytes), 'Constats').rangees[1]!.cellules[4]!;
    expect(list).toMatchObject({ type: 'texte', texte: shown, formule: null });
    const [, note] = notesIn(openParts(bytes))[0]!;
    expect(note).toBe('Bloquant : =HYPERLINK(&quot;x&quot;) &lt;b&gt;&amp; _x005F_x000D_\nfin');
  });

  test('longer than a cell holds are cut', () => {
    const long = annotateWorkbook(makeWorkbook(SPEC), [remarque({ message: '😀'.repeat(30_000) })]);
    const cell = sheetOf(readOrFail(long), 'Constats').rangees[1]!.cellules[4]!;
    expect(cell.texte.length).toBe(32_000);
  });
});

describe('packages', () => {
  test.each([
    ['legacyDrawingHF', '<legacyDrawingHF r:id="x"/>'],
    ['tableParts', '<tableParts count="0"/>'],
    ['extLst', '<extLst/>'],
    ['controls', '<mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice/></mc:AlternateContent>'],
  ])('the drawing comes before %s', (_, xml) => {
    const parts = partsOf(SPEC);
    parts[SHEET] = (parts[SHEET] as string).replace(
      '</worksheet>',
      `<pageSetup/>${xml}</worksheet>`,
    );
    const after = textOf(annotate(parts, remarque({})), SHEET);
    expect(after).toMatch(
      new RegExp(`<pageSetup/><legacyDrawing r:id="rId\\d"/>${xml}</worksheet>$`),
    );
  });

  test('a prefixed sheet that does not know relationships', () => {
    const parts = partsOf(SPEC);
    parts[SHEET] =
      '\ufeff<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>é漢😀</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    const after = textOf(annotate(parts, remarque({})), SHEET);
    expect(after).toMatch(
      /é漢😀.*<x:legacyDrawing xmlns:r="[^"]*" r:id="rId\d"\/><\/x:worksheet>$/,
    );
  });

  test('a part in UTF-16 is turned into UTF-8', () => {
    const parts = partsOf(SPEC);
    const sheet = (parts[SHEET] as string).replace('UTF-8', 'UTF-16');
    parts[SHEET] = Buffer.from(`\ufeff${sheet}`, 'utf16le');
    const after = annotate(parts, remarque({}));
    expect(textOf(after, SHEET)).toMatch(
      /^<\?xml version="1.0" standalone="yes"\?>.*<legacyDrawing/s,
    );
    expect(readOrFail(zipParts(after)).feuilles[0]!.rangees).toHaveLength(2);
  });

  test('a part whose name is not ASCII keeps it', () => {
    const parts = partsOf(SPEC);
    parts['xl/media/été.png'] = 'image';
    const bytes = annotateWorkbook(zipParts(parts), [remarque({})]);
    expect(textOf(openParts(bytes), 'xl/media/été.png')).toBe('image');
    expect(readOrFail(bytes).feuilles).toHaveLength(3);
  });

  test('a strict package stays strict', () => {
    const after = annotate(partsOf({ ...SPEC, strict: true }), remarque({}));
    const added = [COMMENTS, LIST, RELS].map((name) => textOf(after, name)).join('');
    expect(added).not.toContain('schemas.openxmlformats.org/spreadsheetml');
    expect(textOf(after, RELS)).toContain(
      'http://purl.oclc.org/ooxml/officeDocument/relationships/comments',
    );
    expect(readOrFail(zipParts(after)).feuilles).toHaveLength(3);
  });

  test('a sheet already called Constats keeps its name, whatever its case', () => {
    const feuilles = [...SPEC.feuilles, { nom: 'CONSTATS' }, { nom: 'Constats 2' }];
    const bytes = annotateWorkbook(makeWorkbook({ ...SPEC, feuilles }), [remarque({})]);
    expect(readOrFail(bytes).feuilles.at(-1)!.nom).toBe('Constats 3');
  });

  test('what is no workbook is refused', () => {
    expect(() => annotateWorkbook(Buffer.from('a;b'), [remarque({})])).toThrow(OfficeError);
  });
});
