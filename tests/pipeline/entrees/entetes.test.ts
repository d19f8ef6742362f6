import { expect, test } from 'vitest';
import { accept, compteOf, placeOf, refuse } from '../lib/refusal';

const ENVELOPPES = 'recu/lot-1/enveloppes.csv';

test('a column without its header is refused: the message lists what is accepted', async () => {
  const outcome = await refuse((fund) => {
    const text = fund.text(ENVELOPPES).split('\n');
    const [header = '', ...rest] = text;
    const cut = [header.replace(',Note', ''), ...rest.map((l) => l.replace(/,[^,]*$/, ''))];
    fund.receive('enveloppes.csv', cut.join('\n'));
  });
  expect(placeOf(outcome, 'entete-absent')).toMatchObject({
    fichier: ENVELOPPES,
    message: expect.stringMatching(/« note » manque : ajoutez-la/),
  });
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({
    lues: 12,
    retenues: 0,
    refusees: 12,
  });
});

test('a header given twice is refused at the second one', async () => {
  const outcome = await refuse((fund) => fund.replace(ENVELOPPES, 'Nature,Date', 'Nature,Nature'));
  expect(placeOf(outcome, 'entete-double')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'F1',
    valeur: 'Nature',
  });
});

test('two spellings of one header are a doubled header', async () => {
  const outcome = await refuse((fund) => fund.replace(ENVELOPPES, 'Nature,Date', 'Nature,KIND'));
  expect(placeOf(outcome, 'entete-double')).toMatchObject({ cellule: 'F1', valeur: 'KIND' });
});

test('an unknown header is refused where it stands, and may be declared as read past', async () => {
  const outcome = await refuse((fund) =>
    fund.receive('enveloppes.csv', widen(fund.text(ENVELOPPES))),
  );
  expect(placeOf(outcome, 'entete-inconnu')).toMatchObject({
    fichier: ENVELOPPES,
    cellule: 'I1',
    valeur: 'Humeur',
    message: expect.stringMatching(/« colonnes_ignorees » dans source\.yaml/),
  });
  await accept((fund) => {
    fund.receive('enveloppes.csv', widen(fund.text(ENVELOPPES)));
    fund.declare('enveloppes.csv', { ignorees: ['humeur'] });
  });
});

const widen = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line, i) => `${line},${i === 0 ? 'Humeur' : 'bonne'}`)
    .join('\n');

test('a file without header is refused: its first row is never taken for one', async () => {
  const outcome = await refuse((fund) => {
    const text = fund.text(ENVELOPPES);
    fund.receive('enveloppes.csv', text.slice(text.indexOf('\n') + 1));
  });
  expect(outcome.blocking.some((c) => c.regle === 'entete-inconnu' && c.cellule === 'A1')).toBe(
    true,
  );
  expect(compteOf(outcome, 'enveloppes.csv')).toMatchObject({ retenues: 0 });
});

test("a wrong header in the fund's own lists is refused too", async () => {
  const outcome = await refuse((fund) => fund.replace('alias/cycles.csv', 'motif', 'raison'));
  expect(placeOf(outcome, 'entete-inconnu')).toMatchObject({
    fichier: 'alias/cycles.csv',
    cellule: 'C1',
    valeur: 'raison',
  });
});
