/** The files that a figure is given as hold the same values. */
import readExcel from 'read-excel-file/node';
import { expect, it } from 'vitest';
import type { Figure } from './figure';
import { figureToJson } from './json';
import { figureToXlsx } from './xlsx';

const figure: Figure = {
  id: 'essai',
  titre: 'Un titre.',
  sousTitre: 'En dollars',
  alt: 'Un titre.',
  chart: null,
  table: {
    legende: 'Essai',
    mention: 'DONNÉES FICTIVES',
    colonnes: [
      { cle: 'nom', titre: 'Nom', nature: 'texte' },
      { cle: 'jour', titre: 'Jour', nature: 'date' },
      { cle: 'montant_accorde', titre: 'Accordé', nature: 'montant' },
      { cle: 'part', titre: 'Part', nature: 'part' },
      { cle: 'projets', titre: 'Projets', nature: 'nombre' },
    ],
    lignes: [
      [
        { valeur: '=1+1', texte: '=1+1' },
        { valeur: '2025-10-15', texte: '15 octobre 2025' },
        { valeur: 3421915.48, texte: 'au moins 3 421 915,48 $' },
        { valeur: 0.5612, texte: '56,1 %' },
        { valeur: 34, texte: '34' },
      ],
      [
        { valeur: 'B', texte: 'B' },
        { valeur: null, texte: 'non publié' },
        { valeur: null, texte: 'non publié' },
        { valeur: null, texte: '' },
        { valeur: 0, texte: '0' },
      ],
    ],
    total: null,
  },
  omissions: ['Rien n’est caché.'],
  definition: 'Une définition.',
  sources: [{ titre: 'T', editeur: 'E', url: null, date: '2025', cellules: ['a.csv D4'] }],
};

it('as a workbook: numbers are numbers, days are days, a formula is text, and a sheet says what it is', async () => {
  const [table, lire] = await readExcel(Buffer.from(figureToXlsx(figure)));
  const [titles, first, second] = table!.data;
  expect(titles).toEqual([
    ...['Nom', 'Jour', 'Accordé', 'Accordé, tel qu’affiché', 'Part (%)', 'Projets', 'Mention'],
  ]);
  expect(first![0]).toBe('=1+1');
  expect((first![1] as unknown as Date).toISOString().slice(0, 10)).toBe('2025-10-15');
  expect(first!.slice(2, 6)).toEqual([3421915.48, 'au moins 3 421 915,48 $', 56.12, 34]);
  expect(second!.slice(1, 3)).toEqual(['non publié', 'non publié']);
  const said = lire!.data.flat().join(' ');
  for (const words of ['Un titre.', 'Rien n’est caché.', 'Une définition.', 'a.csv D4'])
    expect(said).toContain(words);
});

it('as a workbook: what is too long for a cell is cut, and says so', async () => {
  const long = 'x'.repeat(40_000);
  const cell = { valeur: long, texte: long };
  const empty = { valeur: null, texte: '' };
  const table = { ...figure.table, lignes: [[cell, empty, empty, empty, empty]] };
  const cellules = Array.from({ length: 9000 }, (_, i) => `G${i}`);
  const sources = [{ ...figure.sources[0]!, cellules }];
  const sheets = await readExcel(Buffer.from(figureToXlsx({ ...figure, table, sources })));
  const texts = sheets.flatMap(({ data }) => data.flat()).filter((t) => String(t).length > 1000);
  expect(texts).toHaveLength(2);
  for (const text of texts) expect(String(text)).toMatch(/^.{32763} \[…\]$/);
});

it('as JSON: one object a row, the mention in each', () => {
  const { lignes, mention, definition } = JSON.parse(figureToJson(figure));
  expect(lignes[0]).toMatchObject({ montant_accorde: 3421915.48, part: 0.5612, projets: 34 });
  expect(lignes[1]).toMatchObject({ montant_accorde: 'non publié', part: null, projets: 0 });
  for (const ligne of lignes) expect(ligne.mention).toBe(mention);
  expect(definition).toBe('Une définition.');
});
