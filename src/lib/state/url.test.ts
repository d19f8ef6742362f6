import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIMENSIONS, sameChoix, SANS_CHOIX } from '../domain/choix';
import { readChoix, readJour, writeChoix } from './url';

const ids = ['a', 'les-moulins', '2019-2024', 'é&=?#'];
const options = Object.fromEntries(DIMENSIONS.map((d) => [d, ids.map((id) => ({ id }))])) as never;
const DERNIER = '2025-10-17';
const choice = fc.option(fc.constantFrom(...ids));
const jour = fc.option(fc.constantFrom('2019-04-01', '2024-02-29', DERNIER));
const choix = fc.record({
  ...{ cycle: choice, territoire: choice, priorite: choice, exercice: choice, organisme: choice },
  au: jour,
});

it('reads back what it writes', () => {
  fc.assert(
    fc.property(choix, (chosen) => {
      const read = readChoix(new URLSearchParams(writeChoix(chosen)), options, DERNIER);
      expect(sameChoix(read, chosen)).toBe(true);
    }),
  );
});

it('holds nothing when nothing is chosen, and drops what no filter offers', () => {
  expect(writeChoix(SANS_CHOIX)).toBe('');
  const params = new URLSearchParams('?cycle=inconnu&autre=1&au=2025-02-30');
  expect(readChoix(params, options, DERNIER)).toEqual(SANS_CHOIX);
});

it.each([
  ['2025-10-17', '2025-10-17'],
  ['2025-10-18', null],
  ['2025-10', null],
  ['2023-02-29', null],
  ['hier', null],
  [null, null],
])('takes the day %s as %s', (text, expected) => {
  expect(readJour(text, DERNIER)).toBe(expected);
});
