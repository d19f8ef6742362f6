import { expect, test } from 'vitest';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';

const PROJETS = 'recu/lot-1/projets.csv';

test.each([
  ['of no byte', ''],
  ['of a mark alone', '\ufeff'],
  ['of blanks', ' \n\t\n\n'],
  ['of marks and blanks', ',,, \n,,,\n'],
])('a received file %s is refused', async (_, content) => {
  const outcome = await refuse((fund) => fund.receive('projets.csv', content));
  expect(placeOf(outcome, 'fichier-vide')).toMatchObject({
    fichier: PROJETS,
    message: expect.stringMatching(/remettez le fichier reçu/),
  });
  expect(outcome.blocking).toHaveLength(1);
  expect(compteOf(outcome, 'projets.csv')).toMatchObject({ lues: 0 });
});

test('a received file with its header alone is refused: its rows may have been lost', async () => {
  const outcome = await refuse((fund) =>
    fund.receive('projets.csv', `${fund.text(PROJETS).split('\n')[0] ?? ''}\n`),
  );
  expect(placeOf(outcome, 'aucune-ligne')).toMatchObject({ fichier: PROJETS });
  expect(outcome.blocking).toHaveLength(1);
});

test.each(['reference/territoires.csv', 'alias/notes.csv', 'corrections/corrections.csv'])(
  "an empty list of the fund's own, %s, is refused",
  async (file) => {
    const outcome = await refuse((fund) => fund.write(file, ''));
    expect(placeOf(outcome, 'fichier-vide')).toMatchObject({ fichier: file });
  },
);

test('blank rows are passed over, and a line says how many', async () => {
  const outcome = await accept((fund) => {
    const lines = fund.text(PROJETS).split('\n');
    lines.splice(2, 0, '', ',,,,,,,,,,,,,');
    fund.receive('projets.csv', lines.join('\n'));
  });
  expect(compteOf(outcome, 'projets.csv')).toMatchObject({ lues: 3, retenues: 3 });
  expect(outcome.constats).toContainEqual(
    expect.objectContaining({ regle: 'lignes-vides', fichier: PROJETS, valeur: '2' }),
  );
});
