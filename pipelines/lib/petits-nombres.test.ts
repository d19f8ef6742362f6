import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTellable, isTellableSum, regroup } from './petits-nombres';

const size = (rows: readonly number[]) => rows.reduce((a, n) => a + n, 0);
const isLarge = (rows: readonly number[]) => isTellable(size(rows));
const self = (n: number) => n;

describe('rows put together', () => {
  test('each is large, or hidden among enough others; none is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 })), (rows) => {
        const { seules, ensemble } = regroup(rows, isLarge, self);
        expect([...seules, ...ensemble].sort()).toEqual([...rows].sort());
        for (const one of seules) expect(isTellable(one)).toBe(true);
        if (ensemble.length > 0 && seules.length > 0) expect(isLarge(ensemble)).toBe(true);
      }),
    );
  });

  test('a lone small row is never the difference between a total and the others', () => {
    const { seules, ensemble } = regroup([30, 3, 9, 12], isLarge, self);
    expect(seules).toEqual([30, 12]);
    expect([...ensemble].sort()).toEqual([3, 9]);
  });

  test('two small rows that make a large one need no other', () => {
    expect(regroup([30, 3, 2], isLarge, self)).toEqual({ seules: [30], ensemble: [3, 2] });
  });

  test('all large stay alone, even where no row at all is not large', () => {
    const atLeastFive = (rows: readonly number[]) => size(rows) >= 5;
    expect(regroup([12, 30, 5], atLeastFive, self)).toEqual({ seules: [30, 12, 5], ensemble: [] });
  });

  test('zero is told, 1 to 4 are not', () => {
    expect([0, 1, 4, 5].map(isTellable)).toEqual([true, false, false, true]);
  });
});

describe('a sum of what each project has', () => {
  test('rests on three projects, those that have nothing not counted; nothing at all is told', () => {
    expect([[], [0n, 0n], [5n], [5n, 5n, 0n], [5n, 5n, 5n]].map(isTellableSum)).toEqual([
      ...[true, true, false, false, true],
    ]);
  });

  test('leaves the second unable to work out the largest within a tenth', () => {
    const sums = [
      [1000n, 500n, 100n],
      [1000n, 500n, 99n],
      [1000n, 500n, 60n, 40n],
      [-1000n, 50n, 50n, 49n],
    ];
    expect(sums.map(isTellableSum)).toEqual([true, false, true, false]);
  });

  test('hides each from each other, in whatever order they come', () => {
    const amount = fc.bigInt({ min: -30n, max: 300n });
    fc.assert(
      fc.property(fc.array(amount, { minLength: 1, maxLength: 5 }), (parts) => {
        const sizes = parts.filter((p) => p !== 0n).map((p) => (p > 0n ? p : p * -1n));
        const total = sizes.reduce((a, p) => a + p, 0n);
        const isHidden = (one: number, other: number) =>
          (total - sizes[one]! - sizes[other]!) * 10n >= sizes[one]!;
        const pairs = sizes.flatMap((_, i) => sizes.map((_, j) => [i, j] as const));
        const all = pairs.every(([i, j]) => i === j || isHidden(i, j));
        expect(isTellableSum(parts)).toBe(sizes.length === 0 || (sizes.length >= 3 && all));
      }),
    );
  });
});
