import { expect, test } from 'vitest';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';
const PROJETS = 'recu/lot-1/projets.csv';

test('an unknown territory names the alias file and the line to add, which then mends it', async () => {
  const outcome = await refuse((fund) =>
    fund.replace(ENVELOPPES, "Annonce 2021,Pointe-d'Étain", 'Annonce 2021,"Étain, la Pointe"'),
  );
  const place = placeOf(outcome, 'libelle-inconnu');
  expect(place).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'C8',
    valeur: 'Étain, la Pointe',
    message: expect.stringContaining(
      'ajoutez à alias/territoires.csv la ligne "Étain, la Pointe",<id>',
    ),
  });
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ lues: 12, refusees: 1 });
  const line = /la ligne (.+)$/.exec(place.message)?.[1] ?? '';
  const mended = line.replace('<id>', 'pointe').replace('<motif>', '');
  await accept((fund) => {
    fund.replace(ENVELOPPES, "Annonce 2021,Pointe-d'Étain", 'Annonce 2021,"Étain, la Pointe"');
    fund.write('alias/territoires.csv', `${fund.text('alias/territoires.csv')}${mended}\n`);
  });
});

test.each([
  ['alias/cycles.csv', ENVELOPPES, 'Un,Entente des brumes', 'Zéro,Entente des brumes', 'A2'],
  ['alias/evenements.csv', ENVELOPPES, 'Don du Héron', 'Legs du Héron', 'B4'],
  ['alias/bailleurs.csv', PROJETS, 'Bureau des brumes', 'Bureau du vent', 'L2'],
  ['alias/priorites.csv', PROJETS, 'Se loger,', 'Se vêtir,', 'K2'],
  ['alias/notes.csv', ENVELOPPES, 'Plus de', 'Environ', 'H12'],
])('an unknown label of %s is refused at its cell', async (alias, file, old, text, cellule) => {
  const outcome = await refuse((fund) => fund.replace(file, old, text));
  const place = placeOf(outcome, 'libelle-inconnu');
  expect(place).toMatchObject({ fichier: file, cellule });
  expect(place.message).toContain(`ajoutez à ${alias} la ligne`);
});

test('the line to add has every column of the alias file, even an empty one', async () => {
  const outcome = await refuse((fund) => {
    fund.write('alias/notes.csv', 'libelle,precision,pas,motif\n');
  });
  expect(placeOf(outcome, 'libelle-inconnu').message).toContain(
    'alias/notes.csv la ligne "Plus de",<precision>,<pas>,',
  );
});

test('curly apostrophes, case and spaces do not make another label', async () => {
  const outcome = await accept((fund) =>
    fund.replace(ENVELOPPES, "Annonce 2021,Pointe-d'Étain", 'Annonce 2021, POINTE-D’étain '),
  );
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ retenues: 11, ecartees: 1 });
});

test('a value out of a closed list is refused, and the list is said', async () => {
  const outcome = await refuse((fund) => fund.replace(ENVELOPPES, ',demandé,', ',souhaité,'));
  expect(placeOf(outcome, 'valeur-inconnue')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'E12',
    valeur: 'souhaité',
  });
});
