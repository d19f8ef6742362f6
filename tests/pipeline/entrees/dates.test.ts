import { expect, test } from 'vitest';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';
const PROJETS = 'recu/lot-1/projets.csv';

test.each(['2025-02-30', '2025-13', '2021-04-31', '31/02/2021', '2021', '0000-01-01'])(
  '« %s » is not a day of the calendar',
  async (brut) => {
    const outcome = await refuse((fund) => fund.replace(ENVELOPPES, '2021-09-01', brut));
    expect(placeOf(outcome, 'date-impossible')).toMatchObject({
      fichier: ENVELOPPES,
      cellule: 'F5',
      valeur: brut,
      message: expect.stringMatching(/écrivez « 2025-10-15 »/),
    });
    expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ lues: 12, refusees: 1 });
  },
);

test.each([
  ['2021-03-31', 'before its first day'],
  ['2026-04-01', 'after its last day'],
  ['2026-04', 'a month after it'],
])('a project dated %s, %s, is outside the cycle', async (brut) => {
  const outcome = await refuse((fund) => {
    const row = fund.text(PROJETS).split('\n')[3] ?? '';
    fund.replace(PROJETS, row, row.replace('2021-11-15', brut));
  });
  expect(placeOf(outcome, 'date-hors-entente')).toMatchObject({
    fichier: PROJETS,
    cellule: 'H4',
    valeur: brut,
    message: expect.stringMatching(/hors du cycle 2021-2026 \(du 2021-04-01 au 2026-03-31\)/),
  });
});

test('the first and the last day of the cycle are in it', async () => {
  await accept((fund) => {
    const text = fund.text(PROJETS);
    fund.receive(
      'projets.csv',
      text.replace('2021-11-15', '2021-04-01').replace('2021-11-15', '2026-03-31'),
    );
  });
});

test('an announcement outside the cycle is found in its own list, grants or not', async () => {
  const list = 'reference/annonces.csv';
  const moved = await refuse((fund) => fund.replace(list, '2021-11-15', '2020-11-15'));
  expect(placeOf(moved, 'date-hors-entente')).toMatchObject({
    fichier: list,
    cellule: 'D2',
    valeur: '2020-11-15',
  });
  const empty = await refuse((fund) =>
    fund.write(list, `${fund.text(list)}annonce-2030,2021-2026,Annonce 2030,2030-01,,,,,,brumes\n`),
  );
  expect(placeOf(empty, 'date-hors-entente')).toMatchObject({ cellule: 'D4', valeur: '2030-01' });
});
