import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DIMENSIONS, SANS_CHOIX } from '../domain/choix';
import { readChoix, sameChoix, writeChoix } from './url';

const ids = ['a', 'les-moulins', '2019-2024', 'é&=?#'];
const options = Object.fromEntries(DIMENSIONS.map((d) => [d, ids.map((id) => ({ id }))])) as never;
const choice = fc.option(fc.constantFrom(...ids));
const choix = fc.record({ cycle: choice, territoire: choice, priorite: choice, exercice: choice });

it('reads back what it writes', () => {
  fc.assert(
    fc.property(choix, (chosen) => {
      const read = readChoix(new URLSearchParams(writeChoix(chosen)), options);
      expect(sameChoix(read, chosen)).toBe(true);
    }),
  );
});

it('holds nothing when nothing is chosen, and drops what no filter offers', () => {
  expect(writeChoix(SANS_CHOIX)).toBe('');
  expect(readChoix(new URLSearchParams('?cycle=inconnu&autre=1'), options)).toEqual(SANS_CHOIX);
});
