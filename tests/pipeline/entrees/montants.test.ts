import { expect, test } from 'vitest';
import { compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';
const PROJETS = 'recu/lot-1/projets.csv';

test('an ambiguous amount is a finding, never a guess', async () => {
  const outcome = await refuse((fund) => fund.replace(ENVELOPPES, '"30 000,00"', '1.234'));
  expect(placeOf(outcome, 'montant-ambigu')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'D8',
    valeur: '1.234',
    message: expect.stringMatching(/ambigu.*écrivez/),
  });
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ lues: 12, refusees: 1 });
});

test.each(['12 sous', '1 2345,00', '10000,005', '1e6', '9 999 999 999 999,99', '--5', 'NaN'])(
  '« %s » is not read as an amount',
  async (brut) => {
    const outcome = await refuse((fund) => fund.replace(PROJETS, '"25 000,00"', `"${brut}"`));
    expect(placeOf(outcome, 'montant-illisible')).toMatchObject({
      fichier: PROJETS,
      cellule: 'G4',
      valeur: brut,
    });
    expect(compteOf(outcome, 'projets.csv')).toMatchObject({ lues: 3, retenues: 2, refusees: 1 });
  },
);

test.each(['-25 000,00', '(25 000,00)', '\u221225 000,00 $'])(
  'a grant of « %s » is refused',
  async (brut) => {
    const outcome = await refuse((fund) => fund.replace(PROJETS, '"25 000,00"', `"${brut}"`));
    expect(placeOf(outcome, 'montant-negatif')).toMatchObject({
      fichier: PROJETS,
      cellule: 'G4',
      valeur: brut,
      message: expect.stringMatching(/corrigez le signe/),
    });
  },
);

test('projects that add up to more than the total of their territory stop the run, with the gap', async () => {
  const outcome = await refuse((fund) => fund.replace(PROJETS, '"40 000,25"', '"40 000,26"'));
  expect(outcome.blocking.map((c) => [c.regle, c.fichier, c.cellule, c.valeur])).toEqual([
    ['controle-ecart', ENVELOPPES, 'D6', '120 000,50'],
    ['controle-ecart', ENVELOPPES, 'D10', '220 000,50'],
  ]);
  for (const { message } of outcome.blocking) expect(message).toContain('écart de −0,01\u00a0$');
});

test('the same fact told with two amounts stops the run', async () => {
  const outcome = await refuse((fund) =>
    fund.replace(
      ENVELOPPES,
      `"1 000 000,00 $",enveloppe,,https://exemple.org/annonces/2`,
      `"1 000 000,01 $",enveloppe,,https://exemple.org/annonces/2`,
    ),
  );
  expect(placeOf(outcome, 'attestation-divergente')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'D3',
    valeur: '1 000 000,01 $',
  });
});

test('grants above the envelope stop the run', async () => {
  const outcome = await refuse((fund) =>
    fund.receive(
      'enveloppes.csv',
      fund.text(ENVELOPPES).replaceAll('1 000 000,00 $', '200 000,00 $'),
    ),
  );
  expect(placeOf(outcome, 'enveloppe-depassee')).toMatchObject({
    fichier: ENVELOPPES,
    message: expect.stringContaining('270\u00a0000,50\u00a0$'),
  });
});

test('a sum granted to two territories together is not given whole to the first', async () => {
  const outcome = await refuse((fund) => {
    fund.write(
      'alias/territoires.csv',
      `${fund.text('alias/territoires.csv')}Les deux rives,rive;pointe,\n`,
    );
    fund.replace(ENVELOPPES, "Annonce 2021,Pointe-d'Étain", 'Annonce 2021,Les deux rives');
  });
  expect(placeOf(outcome, 'territoires-ensemble')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'C8',
    valeur: 'Les deux rives',
  });
});

test('the amount of a project outside any announcement is not lost', async () => {
  const outcome = await refuse((fund) => {
    fund.write('alias/evenements.csv', `${fund.text('alias/evenements.csv')}Rumeur,-,aucun,,\n`);
    fund.replace(PROJETS, 'p-3,Un,Annonce 2021', 'p-3,Un,Rumeur');
  });
  expect(placeOf(outcome, 'octroi-sans-annonce')).toMatchObject({
    fichier: PROJETS,
    cellule: 'G4',
    valeur: '25 000,00',
  });
});
