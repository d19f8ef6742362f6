import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellsOf } from '../../../tests/lib/classeur';
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
    ['1E5', '100000'],
    ['-1.5E-7', '-0.00000015'],
    ['-2E+20', '-200000000000000000000'],
    ['100000000000000', '100000000000000'],
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
    ['.25', '0.25'],
    ['5.', '5'],
    [`1.${'0'.repeat(398)}`, '1'],
    ['4.9406564584124654E-324', `0.${'0'.repeat(323)}494065645841247`],
  ])('%s -> %s', (stored, shown) => {
    expect(plainNumber(stored)).toBe(shown);
  });

  test.each([
    '',
    'abc',
    '1,5',
    'NaN',
    'INF',
    '1e999',
    '0x10',
    '1 000',
    '--1',
    '.',
    '1e',
    `1.${'0'.repeat(399)}`,
  ])('« %s » is no number', (stored) => {
    expect(plainNumber(stored)).toBeNull();
  });

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

const dated = (iso: string, depuis1904?: true) => {
  const spec = depuis1904 ? { depuis1904 } : {};
  const [cell] = cellsOf(`<row><c t="d"><v>${iso}</v></c></row>`, { strict: true, ...spec });
  return [cell?.type, cell?.texte, cell?.format, cell?.jour];
};

describe('a date stored as ISO 8601, as strict packages do', () => {
  test.each([
    ['2024-03-01', '45352', '2024-03-01'],
    ['\n2024-03-01Z ', '45352', '2024-03-01'],
    ['2024-03-01T00:00:00.000', '45352', '2024-03-01'],
    ['2024-03-01T18:00:00Z', '45352.75', null],
    ['2024-03-01T00:36', '45352.025', null],
    ['2024-03-01T00:00:43.2', '45352.0005', null],
    ['1900-02-28', '59', '1900-02-28'],
    ['1900-03-01', '61', '1900-03-01'],
  ])('%j', (iso, serial, jour) => {
    expect(dated(iso)).toEqual(['nombre', serial, 'date', jour]);
  });

  test('days count from 1904 when the workbook says so', () => {
    expect(dated('2024-03-01', true)).toEqual(['nombre', '43890', 'date', '2024-03-01']);
    expect(dated('1904-01-11', true)).toEqual(['nombre', '10', 'date', '1904-01-11']);
  });

  test.each([
    ...['en mars', 'le 2024-03-01', '2024-03-01 matin', '2024-03-01T18', '2024-03-01T18:00:0'],
    ...['2024-02-30', '2023-02-29', '2024-13-01', '2024-03-01T24:00', '2024-03-01T99:00'],
  ])('« %s » is no date, but a text', (iso) => {
    expect(dated(iso)).toEqual(['texte', iso, 'autre', null]);
  });
});
