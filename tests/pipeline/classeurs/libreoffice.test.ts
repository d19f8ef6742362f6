/** Workbooks saved by LibreOffice: what it shows is what is read, and its other formats are refused. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { columnLetter } from '../../../src/lib/xlsx/reference';
import { readWorkbook } from '../../../pipelines/lib/xlsx/read';
import type { CellRead, SheetRead } from '../../../src/lib/xlsx/workbook';
import { makeWorkbook, readOrFail, sheetOf } from '../../lib/classeur';
import {
  convert,
  editWorkbook,
  exportCsv,
  hasLibreOffice,
  inspectWorkbook,
  type AddedSheet,
  type Edit,
} from '../../lib/office';
import { tempFolder } from '../../lib/temp';

const F = { feuille: 'Octrois' };

const EDITS: (Edit | AddedSheet)[] = [
  { ...F, cellule: 'B4', valeur: 'Numéro' },
  { ...F, cellule: 'C4', valeur: 'Montant' },
  { ...F, cellule: 'D4', valeur: 'Date' },
  { ...F, cellule: 'E4', valeur: 'Part' },
  { ...F, cellule: 'B5', valeur: ' = «à» <b>&\nfin ' },
  { ...F, cellule: 'C5', saisie: '1234,56' },
  { ...F, cellule: 'D5', saisie: '2026-03-01' },
  { ...F, cellule: 'E5', saisie: '12,5 %' },
  { ...F, cellule: 'B6', valeur: 'O-2', note: 'déjà là' },
  { ...F, cellule: 'C6', valeur: 4026.4300000000003, format: '#,##0.00\\ "$"' },
  { ...F, cellule: 'D6', valeur: 46_082.5, format: 'yyyy-mm-dd hh:mm' },
  { ...F, cellule: 'C7', formule: '=SUM(C5:C6)' },
  { ...F, cellule: 'D7', formule: '=DATE(2026;1;31)', format: 'yyyy-mm-dd' },
  { ...F, cellule: 'E7', formule: '=1/0' },
  { ...F, cellule: 'F7', formule: '=1=1' },
  { ...F, cellule: 'G7', formule: '=B4&"-"' },
  { ...F, cellule: 'B8', valeur: 'cachée', masquerRangee: 8 },
  { ...F, cellule: 'H4', valeur: 'cachée', masquerColonne: 'H' },
  { ...F, cellule: 'B2', valeur: 'Registre', fusionner: 'B2:E2' },
  { ajouterFeuille: 'Notes' },
  { feuille: 'Notes', cellule: 'A1', valeur: 'x', masquerFeuille: true },
  { ajouterFeuille: 'Brouillon' },
  { feuille: 'Brouillon', renommer: 'L’an 1 & 2' },
];

const bytesAt = (file: string): Uint8Array => readFileSync(file);

const filled = (sheet: SheetRead) =>
  new Map<string, CellRead>(
    sheet.rangees.flatMap(({ ligne, cellules }) =>
      cellules.map((cell) => [`${columnLetter(cell.colonne)}${ligne}`, cell] as const),
    ),
  );

describe.skipIf(!hasLibreOffice)('LibreOffice', () => {
  const folder = hasLibreOffice ? tempFolder() : '';
  const blank = path.join(folder, 'vierge.xlsx');
  const saved = path.join(folder, 'registre.xlsx');

  beforeAll(async () => {
    writeFileSync(blank, makeWorkbook({ feuilles: [{ nom: 'Octrois' }] }));
    await editWorkbook(blank, EDITS, saved);
  });

  test('values, dates, shares, formulas and errors', () => {
    const cells = filled(sheetOf(readOrFail(bytesAt(saved)), 'Octrois'));
    const read = [...cells].map(([at, { type, texte, jour, format, formule }]) => [
      at,
      ...[type, jour ?? texte, format, formule],
    ]);
    expect(read).toEqual([
      ['B2', 'texte', 'Registre', 'autre', null],
      ['B4', 'texte', 'Numéro', 'autre', null],
      ['C4', 'texte', 'Montant', 'autre', null],
      ['D4', 'texte', 'Date', 'autre', null],
      ['E4', 'texte', 'Part', 'autre', null],
      ['H4', 'texte', 'cachée', 'autre', null],
      ['B5', 'texte', ' = «à» <b>&\nfin ', 'autre', null],
      ['C5', 'nombre', '1234.56', 'autre', null],
      ['D5', 'nombre', '2026-03-01', 'date', null],
      ['E5', 'nombre', '0.125', 'pourcentage', null],
      ['B6', 'texte', 'O-2', 'autre', null],
      ['C6', 'nombre', '4026.43', 'autre', null],
      ['D6', 'nombre', '46082.5', 'date', null],
      ['C7', 'nombre', '5260.99', 'autre', 'SUM(C5:C6)'],
      ['D7', 'nombre', '2026-01-31', 'date', 'DATE(2026,1,31)'],
      ['E7', 'erreur', '#DIV/0!', 'autre', '1/0'],
      ['F7', 'booleen', 'VRAI', 'autre', '1=1'],
      ['G7', 'texte', 'Numéro-', 'autre', 'B4&"-"'],
      ['B8', 'texte', 'cachée', 'autre', null],
    ]);
  });

  test('what is hidden and merged', () => {
    const { feuilles, liensExternes } = readOrFail(bytesAt(saved));
    expect(liensExternes).toBe(false);
    expect(feuilles.map(({ nom, masquee }) => [nom, masquee])).toEqual([
      ['Octrois', false],
      ['Notes', true],
      ['L’an 1 & 2', false],
    ]);
    const octrois = feuilles[0]!;
    expect(octrois.fusions).toEqual(['B2:E2']);
    expect(octrois.colonnesMasquees).toEqual([7]);
    expect(octrois.rangees.filter(({ masquee }) => masquee).map(({ ligne }) => ligne)).toEqual([8]);
  });

  test('every cell that LibreOffice shows is read, and no other', async () => {
    const shown = (await inspectWorkbook(saved))[0]!.cellules;
    const read = filled(sheetOf(readOrFail(bytesAt(saved)), 'Octrois'));
    expect([...read.keys()].sort()).toEqual(shown.map(({ cellule }) => cellule).sort());
    const texts = shown.filter(({ genre }) => genre === 'TEXT');
    expect(texts.map(({ cellule }) => read.get(cellule)?.texte)).toEqual(
      texts.map(({ texte }) => texte),
    );
    const numbers = shown.filter(({ genre }) => genre === 'VALUE');
    expect(numbers.length).toBeGreaterThan(4);
    expect(numbers.map(({ cellule }) => Number(read.get(cellule)?.texte))).toEqual(
      numbers.map(({ contenu }) => Number(contenu)),
    );
  });

  test.each(['ods', 'xls'] as const)('an .%s, even renamed .xlsx, is refused', async (format) => {
    const found = readWorkbook(bytesAt(await convert(saved, format, folder)));
    expect(found).toMatchObject({ ok: false, regle: 'classeur-autre-format' });
    expect(found).toHaveProperty('message', expect.stringContaining(`.${format}`));
  });

  test('a workbook under a password is refused', async () => {
    const secret = path.join(folder, 'secret.xlsx');
    await editWorkbook(saved, [], secret, { motDePasse: 'Lac-Noir' });
    expect(readWorkbook(bytesAt(secret))).toMatchObject({ ok: false, regle: 'classeur-protege' });
  });

  test('one sheet as a CSV of Québec', async () => {
    const csv = path.join(folder, 'octrois.csv');
    await exportCsv(saved, 'Octrois', csv);
    const text = iconv.decode(readFileSync(csv), 'win1252');
    expect(text).toContain(';Numéro;Montant;Date;Part;');
    expect(text).toContain(';1234,56;2026-03-01;12,50 %;');
    expect(text).toMatch(/;O-2;4\s026,43 \$;2026-03-01 12:00;/);
  });
});
