import { expect, test } from 'vitest';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';
import { petitPlan } from '../lib/plan';

test.each([
  ['enveloppes.csv', ';', 12],
  ['projets.csv', '\t', 3],
  ['sources.csv', '|', 2],
])(
  '%s declared with « %s » is refused, and the message names both marks',
  async (nom, mark, rows) => {
    const outcome = await refuse((fund) => fund.declare(nom, { separateur: mark }));
    const { fichier, cellule, valeur, message } = placeOf(outcome, 'separateur');
    expect([fichier, cellule]).toEqual([`recu/lot-1/${nom}`, 'A1']);
    expect(valeur).toMatch(/,/);
    expect(message).toContain(`« ${mark} »`);
    expect(message).toMatch(/semble employer « , » : corrigez « separateur » dans source\.yaml/);
    expect(compteOf(outcome, nom)).toMatchObject({ lues: rows, retenues: 0, refusees: rows });
  },
);

test.each([';', '\t', '|'] as const)(
  'a file that uses « %s » and says so is accepted',
  async (mark) => {
    const outcome = await accept(() => undefined, { ...petitPlan, separateur: mark });
    expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ lues: 12, retenues: 11 });
  },
);

test('amounts with a decimal comma, left without quotes among commas, are refused', async () => {
  const outcome = await refuse((fund) => {
    const text = fund.text('recu/lot-1/enveloppes.csv');
    fund.receive('enveloppes.csv', text.replace('"30 000,00"', '30 000,00'));
  });
  expect(placeOf(outcome, 'ligne-incomplete')).toMatchObject({ cellule: 'A8' });
});
