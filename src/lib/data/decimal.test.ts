import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decimalToNumber } from './decimal';

it('gives the number that the written amount would parse to, for each DECIMAL(14,2)', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 14n) + 1n, max: 10n ** 14n - 1n }), (cents) => {
      const sign = cents < 0n ? '-' : '';
      const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
      const written = `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
      expect(decimalToNumber(cents, 2) + 0).toBe(Number(written) + 0);
    }),
  );
});

it('holds 4026.43', () => {
  expect(decimalToNumber(402643n, 2)).toBe(4026.43);
});
