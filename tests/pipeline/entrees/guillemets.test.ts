import { expect, test } from 'vitest';
import { publicFolder } from '../lib/publication';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';
import { openPublication } from '../lib/sql';

const PROJETS = 'recu/lot-1/projets.csv';

test('a quote that is never closed is refused at the row that opens it', async () => {
  const outcome = await refuse((fund) => fund.replace(PROJETS, 'Projet p-2', '"Projet p-2'));
  expect(placeOf(outcome, 'guillemets')).toMatchObject({
    fichier: PROJETS,
    cellule: 'A3',
    message: expect.stringMatching(/guillemets.*fermé/),
  });
  expect(compteOf(outcome, 'projets.csv')).toMatchObject({ refusees: 1 });
});

test('a quote of the text that is not doubled is refused at its row', async () => {
  const outcome = await refuse((fund) => fund.replace(PROJETS, 'Projet p-1', '"Projet "p"-1"'));
  expect(placeOf(outcome, 'guillemets')).toMatchObject({ fichier: PROJETS, cellule: 'A2' });
});

test('doubled quotes, marks and line ends inside a field are kept as they are', async () => {
  const titre = 'Le « vieux » "four", rue\nHaute';
  const { fund } = await accept((f) =>
    f.replace(PROJETS, 'Projet p-1', `"${titre.replaceAll('"', '""')}"`),
  );
  const db = await openPublication(publicFolder(fund.root, 'vallee'), ['projets']);
  const rows = await db.rows("SELECT titre FROM projets WHERE projet_id = 'p-1'");
  db.close();
  expect(rows).toEqual([{ titre }]);
});

test('cells after a field of two lines keep the row number that a spreadsheet shows', async () => {
  const outcome = await refuse((fund) => {
    fund.replace(PROJETS, 'Projet p-1', '"Projet\np-1"');
    fund.replace(PROJETS, '"25 000,00"', '1.234');
  });
  expect(placeOf(outcome, 'montant-ambigu')).toMatchObject({ cellule: 'G4', valeur: '1.234' });
});
