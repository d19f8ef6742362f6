import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayOfSerial, plainNumber } from './value';

describe('a number is read as Excel shows it', () => {
  test.each([
    ['4026.4300000000003', '4026.43'],
    ['3421915.48', '3421915.48'],
    ['0.1', '0.1'],
    ['0.30000000000000004', '0.3'],
    ['1E-3', '0.001'],
    ['1.5E-07', '0.00000015'],
    ['1.2345678901234567E+20', '123456789012346000000'],
    ['1E+15', '1000000000000000'],
    ['12345678901234567', '12345678901234600'],
    ['999999999999999.9', '1000000000000000'],
    ['-0', '0'],
    ['-0.0', '0'],
    ['0', '0'],
    ['007', '7'],
    ['+12.50', '12.5'],
    ['100', '100'],
    ['-1200.00', '-1200'],
    [' 5 ', '5'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['4.9406564584124654E-324', `0.${'0'.repeat(323)}494065645841247`],
  ])('%s -> %s', (stored, shown) => {
    expect(plainNumber(stored)).toBe(shown);
  });

  test.each(['', 'abc', '1,5', 'NaN', 'INF', '1e999', '0x10', '1 000', '--1', '.', '1e'])(
    '« %s » is no number',
    (stored) => {
      expect(plainNumber(stored)).toBeNull();
    },
  );

  test('an amount in cents comes back whatever the binary fraction stored', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (cents) => {
        const stored = cents / 100;
        const noisy = stored.toPrecision(17);
        const expected = String(stored === 0 ? 0 : stored);
        expect([plainNumber(noisy), plainNumber(String(stored))]).toEqual([expected, expected]);
      }),
    );
  });

  test('no exponent, no more than 15 digits, nearly the same number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const plain = plainNumber(String(value))!;
        expect(plain).toMatch(/^-?\d+(\.\d*[1-9])?$/);
        expect(plain.replace(/^-?0*\.?0*|\./g, '').replace(/0+$/, '').length).toBeLessThan(16);
        expect(Number(plain)).toBe(Number(value.toPrecision(15)) + 0);
      }),
    );
  });
});

describe('a serial number is a day', () => {
  test.each([
    ['1', '1900-01-01'],
    ['59', '1900-02-28'],
    ['60', null],
    ['61', '1900-03-01'],
    ['45352', '2024-03-01'],
    ['2958465', '9999-12-31'],
    ['2958466', null],
    ['0', null],
    ['-1', null],
    ['45352.5', null],
  ])('1900: %s -> %s', (serial, day) => {
    expect(dayOfSerial(serial, false)).toBe(day);
  });

  test.each([
    ['0', '1904-01-01'],
    ['60', '1904-03-01'],
    ['43890', '2024-03-01'],
    ['2957003', '9999-12-31'],
    ['2957004', null],
    ['0.25', null],
  ])('1904: %s -> %s', (serial, day) => {
    expect(dayOfSerial(serial, true)).toBe(day);
  });
});
