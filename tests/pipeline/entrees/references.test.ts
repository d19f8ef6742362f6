import { expect, test } from 'vitest';
import { compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';
const PROJETS = 'recu/lot-1/projets.csv';

test('an address that is not among the sources is refused at its cell', async () => {
  const outcome = await refuse((fund) =>
    fund.replace(
      ENVELOPPES,
      '2022-06,https://exemple.org/annonces/2',
      '2022-06,https://exemple.org/perdu',
    ),
  );
  expect(placeOf(outcome, 'reference-orpheline')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'G11',
    valeur: 'https://exemple.org/perdu',
    message: expect.stringMatching(/liste des sources : ajoutez-y la source/),
  });
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ refusees: 1 });
});

test.each([
  ['alias/territoires.csv', "Pointe-d'Étain,pointe", "Pointe-d'Étain,cap", 'cap', ENVELOPPES, 'C8'],
  ['alias/cycles.csv', 'Un,2021-2026', 'Un,2031-2036', '2031-2036', ENVELOPPES, 'A2'],
  ['alias/bailleurs.csv', ',brume,', ',bruine,', 'bruine', PROJETS, 'L2'],
  ['alias/priorites.csv', 'logement;aliments', 'logement;air', 'air', PROJETS, 'K3'],
  ['alias/evenements.csv', 'annonce-2022,', 'annonce-2032,', 'annonce-2032', ENVELOPPES, 'B11'],
  ['alias/evenements.csv', 'appel-2021,', 'appel-2031,', 'appel-2031', ENVELOPPES, 'B5'],
  ['alias/evenements.csv', 'entente,mecene', 'entente,bruine', 'bruine', ENVELOPPES, 'B4'],
])('%s: an id that does not exist is refused, and the message names the file', async (...given) => {
  const [alias, old, text, id, fichier, cellule] = given;
  const outcome = await refuse((fund) => fund.replace(alias, old, text));
  const found = outcome.blocking.filter((c) => c.regle === 'alias-sans-cible');
  expect(found[0]).toMatchObject({ fichier, cellule });
  expect(found[0]?.message).toContain(`${alias} donne l'identifiant « ${id} », qui n'existe pas`);
});

test.each([
  ['reference/annonces.csv', 'annonce-2022,2021-2026', 'annonce-2022,2031-2036', 'B3', '2031-2036'],
  ['reference/appels.csv', ',brumes\n', ',perdue\n', 'F2', 'perdue'],
  [
    'reference/priorites.csv',
    'Se nourrir,locale,brumes',
    'Se nourrir,locale,perdue',
    'D3',
    'perdue',
  ],
])('%s: an id of another list that does not exist is refused at its cell', async (...given) => {
  const [file, old, text, cellule, valeur] = given;
  const outcome = await refuse((fund) => fund.replace(file, old, text));
  const found = outcome.blocking.filter((c) => c.regle === 'reference-orpheline');
  expect(found).toContainEqual(expect.objectContaining({ fichier: file, cellule, valeur }));
});

test('a territory misspelt among the complete lists, or a derivation of nothing, is refused', async () => {
  const list = await refuse((fund) =>
    fund.replace('reference/annonces.csv', ',val,brumes', ',vla,brumes'),
  );
  expect(placeOf(list, 'reference-orpheline')).toMatchObject({
    fichier: 'reference/annonces.csv',
    cellule: 'I2',
    valeur: 'vla',
  });
  const rule = await refuse((fund) =>
    fund.write(
      'fonds.yaml',
      `${fund.text('fonds.yaml')}derivations:\n  - { annonce: annonce-2022, disponible: appel-2021, restant: appel-2022, motif: essai }\n`,
    ),
  );
  expect(placeOf(rule, 'reference-orpheline')).toMatchObject({
    fichier: 'fonds.yaml',
    valeur: 'appel-2022',
  });
});

test('a project of another funder than its announcement is refused, not counted with it', async () => {
  const outcome = await refuse((fund) =>
    fund.replace(PROJETS, 'Bureau des brumes', 'Fondation du Héron'),
  );
  expect(placeOf(outcome, 'bailleur-incoherent')).toMatchObject({
    fichier: PROJETS,
    cellule: 'L2',
    valeur: 'Fondation du Héron',
  });
});

test.each([
  ['enveloppes-publiques,x-1,montant,5,Ana,2022-06-01,essai', 'B2', 'x-1'],
  ['projets-publics,p-1,humeur,5,Ana,2022-06-01,essai', 'C2', 'humeur'],
  ['projets-publics,p-1,montant,1.234,Ana,2022-06-01,essai', 'D2', '1.234'],
  ['projets-publics,p-1,projet_id,p-9,Ana,2022-06-01,essai', 'C2', 'projet_id'],
  [
    'projets-publics,p-1,source_url,https://exemple.org/annonces/2,Ana,2022-06-01,essai',
    'C2',
    'source_url',
  ],
])('a correction that can change nothing is refused: %s', async (line, cellule, valeur) => {
  const file = 'corrections/corrections.csv';
  const outcome = await refuse((fund) => fund.write(file, `${fund.text(file)}${line}\n`));
  expect(placeOf(outcome, 'correction-sans-cible')).toMatchObject({
    fichier: file,
    cellule,
    valeur,
  });
});

test("a grant whose cycle is not its announcement's is refused", async () => {
  const outcome = await refuse((fund) => {
    fund.replace(
      'fonds.yaml',
      'cycles:\n',
      'cycles:\n  - { id: 2016-2021, nom: Avant, debut: 2016-04-01, fin: 2021-03-31, couverture: complete, couverture_note: Aucune }\n',
    );
    fund.write('alias/cycles.csv', `${fund.text('alias/cycles.csv')}Zéro,2016-2021,\n`);
    const row = fund.text(ENVELOPPES).split('\n')[7] ?? '';
    fund.replace(ENVELOPPES, row, row.replace('Un,', 'Zéro,'));
  });
  expect(placeOf(outcome, 'cycle-incoherent')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'A8',
    valeur: 'Zéro',
  });
});
