/** A form filled in by hand in LibreOffice: what may be typed, what is computed, what moves. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { cellName } from '../../../src/lib/xlsx/reference';
import type { CellRead } from '../../../src/lib/xlsx/workbook';
import { writeWorkbook } from '../../../src/lib/xlsx/write';
import { readOrFail, sheetOf } from '../../lib/classeur';
import { DEPENSES, DERNIER, LIBRE, POSTES, SOMMAIRE, TOTAL } from '../../lib/formulaire';
import { type Edit, editWorkbook, hasLibreOffice } from '../../lib/office';
import { tempFolder } from '../../lib/temp';

const D = { feuille: 'Dépenses' };
const INSEREE = LIBRE + 1;

/** A person fills in the form, then adds a row under the free one and fills it in too. */
const GESTES: readonly Edit[] = [
  { ...D, cellule: 'B4', saisie: 'Jardin de l’entraide' },
  { ...D, cellule: 'B6', saisie: '2026-03-31' },
  { ...D, cellule: 'C9', saisie: '1 234,50' },
  { ...D, cellule: 'D9', saisie: '1300,25' },
  { ...D, cellule: 'C10', saisie: '500,25 $' },
  { ...D, cellule: 'B10', saisie: '=1+1' },
  { ...D, cellule: `A${LIBRE}`, saisie: 'Traiteur' },
  { ...D, cellule: `C${LIBRE}`, saisie: '100' },
  { ...D, insererRangee: INSEREE },
  { ...D, cellule: `A${INSEREE}`, saisie: 'Gardiennage' },
  { ...D, cellule: `D${INSEREE}`, saisie: '90,1' },
  { ...D, cellule: `E${INSEREE}`, saisie: '45' },
  { ...D, cellule: 'A9', saisie: 'Mes salaires' },
  { ...D, cellule: `C${TOTAL + 1}`, saisie: '9999999' },
  { feuille: 'Sommaire', cellule: 'B7', saisie: '800' },
  { feuille: 'Sommaire', cellule: 'B6', saisie: '5' },
];

describe.skipIf(!hasLibreOffice)('a form in LibreOffice', () => {
  const folder = hasLibreOffice ? tempFolder() : '';
  const rempli = path.join(folder, 'rempli.xlsx');

  beforeAll(async () => {
    const vierge = path.join(folder, 'vierge.xlsx');
    writeFileSync(vierge, writeWorkbook([DEPENSES, SOMMAIRE], 'Budget'));
    await editWorkbook(vierge, GESTES, rempli);
  });

  const read = () => readOrFail(readFileSync(rempli));
  const cells = (nom: string) =>
    new Map<string, CellRead>(
      sheetOf(read(), nom).rangees.flatMap(({ ligne, cellules }) =>
        cellules.map((cell) => [cellName(cell.colonne, ligne), cell] as const),
      ),
    );
  const partOf = (name: string) => strFromU8(unzipSync(readFileSync(rempli))[name]!);
  const sheetXml = () => partOf('xl/worksheets/sheet1.xml');

  test('amounts, dates and texts are what was typed, text that looks like a formula included', () => {
    const found = cells('Dépenses');
    expect(found.get('B4')?.texte).toBe('Jardin de l’entraide');
    expect(found.get('B6')).toMatchObject({ format: 'date', jour: '2026-03-31' });
    expect(found.get('C9')).toMatchObject({ type: 'nombre', texte: '1234.5' });
    expect(found.get('C10')).toMatchObject({ type: 'nombre', texte: '500.25' });
    expect(found.get('B10')).toMatchObject({ type: 'texte', texte: '=1+1', formule: null });
  });

  test('a row is inserted under the protection, filled in, and summed', () => {
    const found = cells('Dépenses');
    expect(found.get(`A${INSEREE}`)?.texte).toBe('Gardiennage');
    const totals = ['C', 'D', 'E'].map((c) => found.get(`${c}${TOTAL + 1}`));
    expect(totals.map((cell) => cell?.formule)).toEqual(
      ['C', 'D', 'E'].map((c) => `SUM(${c}9:${c}${DERNIER + 1})`),
    );
    expect(totals.map((cell) => cell?.texte)).toEqual(['1834.75', '1390.35', '45']);
  });

  test('formulas across sheets, and by a name, follow', () => {
    const found = cells('Sommaire');
    expect(found.get('B3')).toMatchObject({ type: 'texte', texte: 'Jardin de l’entraide' });
    expect(found.get('B6')?.formule).toMatch(new RegExp(`C${TOTAL + 1}$`));
    const values = ['B6', 'C6', 'C7', 'B8', 'C8'].map((at) => found.get(at)?.texte);
    expect(values).toEqual(['1834.75', '1390.35', '45', '1034.75', '1345.35']);
    expect(found.get('D6')).toMatchObject({ format: 'pourcentage', formule: 'IF(B6=0,"",C6/B6)' });
  });

  test('what is not to fill in stays as it was', () => {
    expect(cells('Dépenses').get('A9')?.texte).toBe(POSTES[0]);
    expect(cells('Dépenses').get(`C${TOTAL + 1}`)?.formule).toContain('SUM');
    expect(cells('Sommaire').get('B6')?.formule).not.toBeNull();
  });

  test('names move with the row, and the file says when it was saved', () => {
    const { noms, modifie } = read();
    const places = noms.map(({ nom, reference }) => [nom, reference.replaceAll("'", '')]);
    expect(Object.fromEntries(places)).toEqual({
      titre_projet: 'Dépenses!$B$4',
      depenses: `Dépenses!$A$9:$E$${DERNIER + 1}`,
      total_prevu: `Dépenses!$C$${TOTAL + 1}`,
      total_reel: `Dépenses!$D$${TOTAL + 1}`,
      total_alliance: `Dépenses!$E$${TOTAL + 1}`,
      reste: 'Sommaire!$C$8',
    });
    expect(modifie).toMatch(/^20\d\d-.*Z$/);
  });

  test('protection, checks, alerts and the page are still there', () => {
    const xml = sheetXml();
    expect(xml).toMatch(/<sheetProtection sheet="true"[^>]* insertRows="false" deleteRows="false"/);
    const [amounts] = xml.match(/<dataValidation [^>]*type="decimal"/) ?? [];
    expect(amounts).toContain(`sqref="C9:E${DERNIER + 1}"`);
    expect(amounts).toContain('errorTitle="Montant à revoir"');
    expect(amounts).toContain('prompt="En dollars, taxes comprises. Exemple : 1234,50"');
    expect(xml).toMatch(/<dataValidation [^>]*sqref="B6" type="date"><formula1>45383</);
    expect(xml).toContain(`<conditionalFormatting sqref="D9:D${DERNIER + 1}">`);
    expect(xml).toMatch(/<pageSetup paperSize="1"[^>]* fitToWidth="1" fitToHeight="0"/);
    expect(partOf('xl/workbook.xml')).toMatch(/_xlnm.Print_Titles"[^>]*>Dépenses!\$8:\$8</);
  });

  test.each([
    ['free', LIBRE],
    ['inserted', INSEREE],
  ])('a row that is %s may be deleted', async (quoi, ligne) => {
    const court = path.join(folder, `${quoi}.xlsx`);
    await editWorkbook(rempli, [{ ...D, supprimerRangee: ligne }], court);
    const noms = new Map(readOrFail(readFileSync(court)).noms.map((n) => [n.nom, n.reference]));
    expect(noms.get('total_prevu')).toContain(`$C$${TOTAL}`);
  });

  test('a row of the form may not', async () => {
    const court = path.join(folder, 'poste.xlsx');
    const deleting = editWorkbook(rempli, [{ ...D, supprimerRangee: 10 }], court);
    await expect(deleting).rejects.toThrow(/removeByIndex/);
  });
});
