import { expect, test } from 'vitest';
import { PARAMETRES, sameChoix, SANS_CHOIX } from './choix';

test('nothing is chosen at first', () => {
  expect(PARAMETRES.map((p) => SANS_CHOIX[p])).toEqual(PARAMETRES.map(() => null));
});

test('two choices are the same when each of their values is', () => {
  expect(sameChoix(SANS_CHOIX, { ...SANS_CHOIX })).toBe(true);
  for (const p of PARAMETRES)
    expect(sameChoix(SANS_CHOIX, { ...SANS_CHOIX, [p]: 'x' }), p).toBe(false);
});
