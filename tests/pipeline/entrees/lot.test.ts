import { expect, test } from 'vitest';
import { sha256Of } from '../lib/publication';
import { placeOf, refuse } from '../lib/refusal';

const PROJETS = 'recu/lot-1/projets.csv';

test('a declared file that is absent is refused', async () => {
  const outcome = await refuse((fund) => fund.remove(PROJETS));
  expect(placeOf(outcome, 'fichier-absent')).toMatchObject({
    fichier: PROJETS,
    message: expect.stringMatching(/remettez-le dans le lot ou retirez sa déclaration/),
  });
});

test.each(['reference/annonces.csv', 'alias/evenements.csv', 'corrections/corrections.csv'])(
  "a list of the fund's own that is absent, %s, is refused",
  async (file) => {
    const outcome = await refuse((fund) => fund.remove(file));
    expect(placeOf(outcome, 'fichier-absent')).toMatchObject({
      fichier: file,
      message: expect.stringContaining('créez-le'),
    });
  },
);

test('a file of the lot that is not declared is refused', async () => {
  const outcome = await refuse((fund) => fund.write('recu/lot-1/projets (2).csv', 'a,b\n'));
  expect(placeOf(outcome, 'fichier-non-declare')).toMatchObject({
    fichier: 'recu/lot-1/projets (2).csv',
    message: expect.stringMatching(/source\.yaml d’un lot : déclarez-le ou retirez-le/),
  });
});

test('a file that stands beside the lots is refused: no lot declares it', async () => {
  const outcome = await refuse((fund) => fund.write('recu/projets.csv', 'a,b\n'));
  expect(placeOf(outcome, 'fichier-non-declare')).toMatchObject({ fichier: 'recu/projets.csv' });
});

test('a file changed by one byte since its hash was recorded is refused; the new hash is given', async () => {
  const outcome = await refuse((fund) =>
    fund.write(PROJETS, fund.text(PROJETS).replace('80 000,25', '80 000,24')),
  );
  const { message, ...place } = placeOf(outcome, 'fichier-modifie');
  expect(place).toEqual({ fichier: PROJETS, cellule: null, valeur: null });
  expect(message).toMatch(/a changé depuis sa réception.*remettez l'original/);
  expect(message).toContain(sha256Of(`${outcome.fund.folder}/${PROJETS}`));
});
