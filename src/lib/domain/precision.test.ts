import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareFirmness,
  differencePrecision,
  invertPrecision,
  isPrecision,
  PRECISIONS,
  sharePrecision,
  sumPrecision,
} from './precision';

describe('precision', () => {
  it('takes the weakest part of a sum', () => {
    expect(sumPrecision([])).toBe('exact');
    expect(sumPrecision(['exact', 'arrondi'])).toBe('arrondi');
    expect(sumPrecision(['derive', 'arrondi', 'minimum'])).toBe('minimum');
    expect(sumPrecision(['minimum', 'minimum'])).toBe('minimum');
    expect(sumPrecision(['minimum', 'maximum'])).toBeNull();
    expect(sumPrecision(['exact', null])).toBeNull();
  });

  it('goes from the firmest to the weakest', () => {
    const shuffled = ['maximum', 'derive', 'exact', 'arrondi'] as const;
    expect([...shuffled].sort(compareFirmness)).toEqual(['exact', 'arrondi', 'derive', 'maximum']);
    expect(compareFirmness('minimum', 'maximum')).toBe(0);
  });

  it('is one of its words', () => {
    expect(PRECISIONS.filter(isPrecision)).toEqual(PRECISIONS);
    expect(['Exact', 'environ', '', null, 3].filter(isPrecision)).toEqual([]);
  });

  it('turns a minimum that divides or is taken away into a maximum', () => {
    expect(sharePrecision('exact', 'minimum')).toBe('maximum');
    expect(sharePrecision('minimum', 'exact')).toBe('minimum');
    expect(sharePrecision('minimum', 'minimum')).toBeNull();
    expect(differencePrecision('exact', 'minimum')).toBe('maximum');
    expect(differencePrecision('minimum', 'exact')).toBe('minimum');
  });

  it('does not depend on the order of the parts, and inverts back', () => {
    const precision = fc.constantFrom(...PRECISIONS);
    fc.assert(
      fc.property(fc.array(precision), (parts) => {
        expect(sumPrecision([...parts].reverse())).toBe(sumPrecision(parts));
      }),
    );
    fc.assert(
      fc.property(precision, (p) => {
        expect(invertPrecision(invertPrecision(p))).toBe(p);
      }),
    );
  });
});
