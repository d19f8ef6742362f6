import { expect, test } from 'vitest';
import type { Fund } from '../lib/fund';
import { compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';

/** Cuts the file after the third field of its last row. */
function cutMidRow(fund: Fund): string {
  const text = fund.text(ENVELOPPES);
  const last = text.trimEnd().lastIndexOf('\n') + 1;
  return text.slice(0, last) + text.slice(last).split(',').slice(0, 3).join(',');
}

test('a file cut mid-row and recorded again is refused at the cut row', async () => {
  const outcome = await refuse((fund) => fund.receive('enveloppes.csv', cutMidRow(fund)));
  expect(placeOf(outcome, 'ligne-incomplete')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'A13',
    valeur: 'Un,Entente des brumes,Tout le pays',
    message: expect.stringMatching(/3 champs, l'en-tête en a 8.*tronqué/),
  });
  expect(outcome.blocking).toHaveLength(1);
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({
    lues: 12,
    retenues: 11,
    refusees: 1,
  });
});

test('a file cut mid-row is refused by its hash alone', async () => {
  const outcome = await refuse((fund) => fund.write(ENVELOPPES, cutMidRow(fund)));
  expect(placeOf(outcome, 'fichier-modifie')).toMatchObject({ fichier: ENVELOPPES, cellule: null });
  expect(compteOf(outcome, 'enveloppes.csv')).toBeUndefined();
});

test('a row with a field too many is refused, and is not cut to fit', async () => {
  const outcome = await refuse((fund) => fund.replace(ENVELOPPES, ',Plus de\n', ',Plus de,trop\n'));
  expect(placeOf(outcome, 'ligne-incomplete')).toMatchObject({
    cellule: 'A12',
    message: expect.stringMatching(/9 champs, l'en-tête en a 8/),
  });
});
