import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { centsToDecimal, MONTANT_MAX, parseMontant, splitMontant } from './montant';

const read = (text: string) => {
  const result = parseMontant(text);
  return result.ok ? result.cents : result.refus;
};

describe('parseMontant', () => {
  it.each([
    ['3 421 915,48 $', 342191548n],
    ['3421915.48', 342191548n],
    ['(1 234,50)', -123450n],
    ['$ 12', 1200n],
    ['$12.5', 1250n],
    ['-$12.50', -1250n],
    ['\u221212,50\u00a0$', -1250n],
    ['(12,50 $)', -1250n],
    ['1\u202f234\u2009567,1', 123456710n],
    ['1,234.56', 123456n],
    ['1.234,56', 123456n],
    ['12$', 1200n],
    ['( 12,50 )', -1250n],
    ['($12,50)', -1250n],
    ['($ 12,50)', -1250n],
    ['(12,50$)', -1250n],
    ['12,345.60', 1234560n],
    ['12.345,60', 1234560n],
    ['1,234,567.89', 123456789n],
    ['1.234.567,89', 123456789n],
    ['1 234 567', 123456700n],
    ['12,345,678', 1234567800n],
    ['12.345.678', 1234567800n],
    ['1,234,567', 123456700n],
    ['0', 0n],
    ['999999999999.99', MONTANT_MAX],
  ])('reads %s', (text, cents) => expect(read(text)).toBe(cents));

  it.each([
    ['1.234', 'ambigu'],
    ['1,234', 'ambigu'],
    ['12.345', 'ambigu'],
    ['123,456', 'ambigu'],
    ['1234.567', 'decimales'],
    ['12 34,5', 'illisible'],
    ['1 234.567,89', 'illisible'],
    ['1234 567', 'illisible'],
    ['1234,567.89', 'illisible'],
    ['1234.567,89', 'illisible'],
    ['1,234.567', 'illisible'],
    ['1.234,567', 'illisible'],
    ['1234,567,890', 'illisible'],
    ['1234.567.890', 'illisible'],
    ['1,234,5678', 'illisible'],
    ['1.234.5678', 'illisible'],
    ['1.2.3', 'illisible'],
    ['12$50', 'illisible'],
    ['-12$50', 'illisible'],
    ['(12$50)', 'illisible'],
    ['5 (12,50)', 'illisible'],
    ['(12,50) 5', 'illisible'],
    ['-12,50\n5', 'illisible'],
    ['douze', 'illisible'],
    ['1e5', 'illisible'],
    ['--5', 'illisible'],
    ['', 'vide'],
    ['  ', 'vide'],
    ['1000000000000', 'trop-grand'],
  ])('refuses %s', (text, reason) => expect(read(text)).toBe(reason));

  it('reads back every amount however it is grouped, signed and marked', () => {
    const amount = fc.bigInt({ min: -MONTANT_MAX, max: MONTANT_MAX });
    const space = fc.constantFrom(' ', '\u00a0', '\u202f', '\u2009');
    fc.assert(
      fc.property(
        amount,
        space,
        fc.constantFrom(',', '.'),
        fc.boolean(),
        (cents, gap, mark, sign) => {
          const [whole = '', decimals = ''] = centsToDecimal(cents < 0n ? -cents : cents).split(
            '.',
          );
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, gap);
          const body = `${grouped}${mark}${decimals}${sign ? `${gap}$` : ''}`;
          expect(read(cents < 0n ? `(${body})` : body)).toBe(cents);
        },
      ),
    );
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseMontant(text)));
  });
});

describe('centsToDecimal', () => {
  it.each([
    [0n, '0.00'],
    [5n, '0.05'],
    [-11n, '-0.11'],
    [-342191548n, '-3421915.48'],
  ])('writes %s', (cents, text) => expect(centsToDecimal(cents)).toBe(text));
});

describe('splitMontant', () => {
  it('adds up to the amount to the cent', () => {
    const shares = fc
      .array(fc.integer({ min: 0, max: 100 }), { maxLength: 5 })
      .map((cuts) => [0, ...cuts.sort((a, b) => a - b), 100])
      .map((bounds) => bounds.slice(1).map((b, i) => b - bounds[i]!));
    fc.assert(
      fc.property(fc.bigInt({ min: -MONTANT_MAX, max: MONTANT_MAX }), shares, (cents, percents) => {
        const parts = splitMontant(cents, percents);
        expect(parts.reduce((a, b) => a + b, 0n)).toBe(cents);
        parts.forEach((part, i) => {
          const exact = (Number(cents) * percents[i]!) / 100;
          expect(Math.abs(Number(part) - exact)).toBeLessThanOrEqual(1.01);
        });
      }),
    );
  });

  it('gives the cent left to the largest remainder', () => {
    expect(splitMontant(100n, [33, 33, 34])).toEqual([33n, 33n, 34n]);
    expect(splitMontant(103n, [70, 30])).toEqual([72n, 31n]);
    expect(splitMontant(-103n, [70, 30])).toEqual([-72n, -31n]);
  });

  it('gives it to the first of those that are level', () => {
    expect(splitMontant(1001n, [50, 50])).toEqual([501n, 500n]);
    expect(splitMontant(102n, [25, 25, 25, 25])).toEqual([26n, 26n, 25n, 25n]);
  });

  it('refuses shares that do not add up to 100', () => {
    expect(() => splitMontant(100n, [50, 40])).toThrow(RangeError);
  });
});
