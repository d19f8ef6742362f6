import { expect, test } from 'vitest';
import { compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';
const PROJETS = 'recu/lot-1/projets.csv';

test('two projects of one number: both rows are named', async () => {
  const outcome = await refuse((fund) => fund.replace(PROJETS, 'p-3,', 'p-1,'));
  expect(placeOf(outcome, 'doublon')).toMatchObject({
    fichier: PROJETS,
    cellule: 'A4',
    valeur: 'p-1',
    message: expect.stringContaining('figure déjà à la ligne 2'),
  });
  expect(compteOf(outcome, 'projets.csv')).toMatchObject({ lues: 3, retenues: 2, refusees: 1 });
});

test('one sum given twice by one source: both rows are named', async () => {
  const outcome = await refuse((fund) => {
    const text = fund.text(ENVELOPPES);
    fund.receive('enveloppes.csv', `${text}${text.split('\n')[6] ?? ''}\n`);
  });
  expect(placeOf(outcome, 'doublon')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'D14',
    message: expect.stringContaining('déjà ce montant : ligne 7'),
  });
});

test('a project received again in another lot: the message names the first file too', async () => {
  const outcome = await refuse((fund) => {
    fund.write('recu/lot-2/projets.csv', fund.text(PROJETS));
    const [head = '', files = ''] = fund.text('recu/lot-1/source.yaml').split('fichiers:\n');
    const own = files.split('  - ').find((f) => f.includes('projets.csv')) ?? '';
    fund.write('recu/lot-2/source.yaml', `${head}fichiers:\n  - ${own}`);
  });
  const found = outcome.blocking.filter((c) => c.regle === 'doublon');
  expect(found.map((c) => [c.fichier, c.cellule, c.valeur])).toEqual([
    ['recu/lot-2/projets.csv', 'A2', 'p-1'],
    ['recu/lot-2/projets.csv', 'A3', 'p-2'],
    ['recu/lot-2/projets.csv', 'A4', 'p-3'],
  ]);
  expect(found[0]?.message).toContain('recu/lot-1/projets.csv, ligne 2');
});

test.each([
  ['reference/territoires.csv', 'rive,', 'val,', 'A3', 'val'],
  ['alias/territoires.csv', 'Val-Cendré,', 'Toute la vallée,', 'A3', 'Toute la vallée'],
])('a doubled line of %s is refused', async (file, old, text, cellule, valeur) => {
  const outcome = await refuse((fund) => fund.replace(file, old, text));
  const found = outcome.blocking.find((c) => c.regle === 'doublon');
  expect(found).toMatchObject({ fichier: file, cellule, valeur });
});

test('one label under two spellings that are read alike is refused', async () => {
  const outcome = await refuse((fund) =>
    fund.write(
      'alias/territoires.csv',
      `${fund.text('alias/territoires.csv')}POINTE-D’ÉTAIN,rive,\n`,
    ),
  );
  expect(placeOf(outcome, 'doublon')).toMatchObject({
    fichier: 'alias/territoires.csv',
    cellule: 'A9',
    message: expect.stringContaining('ligne 5'),
  });
});
