/** Annotated workbooks, opened by LibreOffice: notes on the right cells, and nothing lost. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { annotateWorkbook, type Remarque } from '../../../pipelines/lib/xlsx/annotate';
import { openParts, remarque } from '../../lib/annotations';
import { makeWorkbook, readOrFail } from '../../lib/classeur';
import {
  convert,
  editWorkbook,
  hasLibreOffice,
  inspectWorkbook,
  type AddedSheet,
  type Edit,
  type OfficeSheet,
} from '../../lib/office';
import { tempFolder } from '../../lib/temp';

const F = { feuille: 'Octrois' };
const D = { feuille: "L'an 1 & 2" };

const TABLE: (Edit | AddedSheet)[] = [
  { ...F, cellule: 'B2', valeur: 'Registre des octrois', fusionner: 'B2:D2' },
  { ...F, cellule: 'B7', valeur: 'Numéro' },
  { ...F, cellule: 'C7', valeur: 'Montant' },
  { ...F, cellule: 'D7', valeur: 'Date' },
  { ...F, cellule: 'B8', valeur: 'O-1' },
  { ...F, cellule: 'C8', saisie: '1234,56' },
  { ...F, cellule: 'D8', saisie: '2026-03-01' },
  { ...F, cellule: 'B9', valeur: 'O-2', masquerRangee: 11 },
  { ...F, cellule: 'C9', formule: '=C8*2' },
  { ...F, cellule: 'D9', valeur: 'hier' },
  { ajouterFeuille: D.feuille },
  { ...D, cellule: 'A1', valeur: '=1' },
];

const NOTES: Edit[] = [
  { ...F, cellule: 'C8', note: 'Vérifié par Zoé & Léa' },
  { ...F, cellule: 'D12', note: 'à faire' },
];

const REMARQUES: Remarque[] = [
  remarque({ cellule: 'C8', message: '=1+1 « œ » & <b>' }),
  remarque({ cellule: 'D9', message: 'écrivez une date' }),
  remarque({ cellule: 'D9', gravite: 'avertissement', message: 'date lointaine' }),
  remarque({ feuille: D.feuille, cellule: 'A1', gravite: 'information', message: 'vu' }),
  remarque({ feuille: null, cellule: null, titre: 'Fichier', message: '-2+3' }),
];

const SAID = {
  C8: 'Bloquant : =1+1 « œ » & <b>',
  D9: 'Bloquant : écrivez une date\n\nAvertissement : date lointaine',
};

const notesOf = (sheets: readonly OfficeSheet[], nom: string) =>
  Object.fromEntries(
    sheets.find((s) => s.nom === nom)!.notes.map(({ cellule, texte }) => [cellule, texte]),
  );

const valuesOf = (sheets: readonly OfficeSheet[]) =>
  sheets
    .filter(({ nom }) => !nom.startsWith('Constats'))
    .map(({ nom, visible, cellules }) => ({ nom, visible, cellules }));

describe.skipIf(!hasLibreOffice)('an annotated workbook in LibreOffice', () => {
  const folder = hasLibreOffice ? tempFolder() : '';
  const at = (name: string) => path.join(folder, name);

  function annotate(from: string, to: string): string {
    writeFileSync(at(to), annotateWorkbook(readFileSync(at(from)), REMARQUES));
    return at(to);
  }

  let annotatedBlank: OfficeSheet[] = [];
  let annotatedNotes: OfficeSheet[] = [];

  beforeAll(async () => {
    writeFileSync(at('vierge.xlsx'), makeWorkbook({ feuilles: [{ nom: F.feuille }] }));
    await editWorkbook(at('vierge.xlsx'), TABLE, at('sans-notes.xlsx'));
    await editWorkbook(at('sans-notes.xlsx'), NOTES, at('avec-notes.xlsx'));
    annotatedBlank = await inspectWorkbook(annotate('sans-notes.xlsx', 'a.xlsx'));
    annotatedNotes = await inspectWorkbook(annotate('avec-notes.xlsx', 'b.xlsx'));
  });

  test('notes are on the cells of a table that starts under a merged title', async () => {
    expect(notesOf(annotatedBlank, F.feuille)).toEqual(SAID);
    expect(notesOf(annotatedBlank, D.feuille)).toEqual({ A1: 'Information : vu' });
    expect(valuesOf(annotatedBlank)).toEqual(
      valuesOf(await inspectWorkbook(at('sans-notes.xlsx'))),
    );
  });

  test('the list of findings is a last sheet of plain text, whose cells lead to the cells', () => {
    const { nom, cellules } = annotatedBlank.at(-1)!;
    expect(nom).toBe('Constats');
    expect(cellules.filter(({ genre }) => genre !== 'TEXT')).toEqual([]);
    expect(cellules.filter(({ cellule }) => cellule.startsWith('E')).map((c) => c.texte)).toEqual([
      'Message',
      ...REMARQUES.map(({ message }) => message),
    ]);
    const links = cellules.flatMap(({ cellule, liens }) =>
      liens.map((lien) => [cellule, lien.replace('!', '.')]),
    );
    expect(links).toEqual([
      ['C2', "#'Octrois'.C8"],
      ['C3', "#'Octrois'.D9"],
      ['C4', "#'Octrois'.D9"],
      ['C5', "#'L''an 1 & 2'.A1"],
    ]);
  });

  test('notes that were there are kept, on the same cell too', async () => {
    expect(notesOf(annotatedNotes, F.feuille)).toEqual({
      C8: `Vérifié par Zoé & Léa\n\n${SAID.C8}`,
      D9: SAID.D9,
      D12: 'à faire',
    });
    expect(valuesOf(annotatedNotes)).toEqual(valuesOf(annotatedBlank));
  });

  test.each(['sans-notes.xlsx', 'avec-notes.xlsx'])('%s: the other parts are the same', (name) => {
    const before = unzipSync(readFileSync(at(name)));
    const after = openParts(readFileSync(annotate(name, 'd.xlsx')));
    expect(Object.keys(after).slice(0, Object.keys(before).length)).toEqual(Object.keys(before));
    const changed = Object.keys(before).filter(
      (part) => Buffer.compare(before[part]!, after[part]!) !== 0,
    );
    const touched =
      /^(\[Content_Types\]\.xml|xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/(_rels\/)?sheet[12]\.xml(\.rels)?|comments1\.xml|drawings\/vmlDrawing1\.vml))$/;
    expect(changed.filter((part) => !touched.test(part))).toEqual([]);
    expect(readOrFail(readFileSync(at('d.xlsx'))).feuilles.slice(0, 2)).toEqual(
      readOrFail(readFileSync(at(name))).feuilles,
    );
  });

  test('can be annotated again, even once saved by LibreOffice', async () => {
    const twice = await inspectWorkbook(annotate('b.xlsx', 'f.xlsx'));
    expect(twice.map(({ nom }) => nom)).toEqual([
      ...[F.feuille, D.feuille],
      ...['Constats', 'Constats 2'],
    ]);
    expect(notesOf(twice, F.feuille)).toHaveProperty('D9', SAID.D9);
    await editWorkbook(at('f.xlsx'), [], at('g.xlsx'));
    const thrice = await inspectWorkbook(annotate('g.xlsx', 'h.xlsx'));
    expect(notesOf(thrice, F.feuille)).toEqual(notesOf(twice, F.feuille));
    expect(thrice.at(-1)!.nom).toBe('Constats 3');
  });

  test('is converted without loss', async () => {
    const after = await inspectWorkbook(await convert(at('b.xlsx'), 'ods', folder));
    expect(after).toEqual(annotatedNotes);
  });
});
