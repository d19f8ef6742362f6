import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tellableCycles } from './ecarts';

const part = (projet: string, cycle: string, ligne: string | null) => ({ projet, cycle, ligne });
const many = (cycle: string, ligne: string | null, n: number) =>
  Array.from({ length: n }, (_, i) => part(`${cycle}-${i}`, cycle, ligne));

test('a cycle is told beside rows that hold all of it, or leave three projects', () => {
  const whole = many('a', 'x', 5);
  expect(tellableCycles(whole, ['a'])).toEqual(new Set(['a']));
  expect(tellableCycles([...whole, ...many('a', null, 2)], ['a'])).toEqual(new Set());
  expect(tellableCycles([...whole, ...many('a', null, 3)], ['a'])).toEqual(new Set(['a']));
});

test('nor where a row holds two projects of another cycle', () => {
  const mixed = [...many('a', 'x', 9), ...many('b', 'x', 2), ...many('b', 'y', 9)];
  expect(tellableCycles(mixed, ['a', 'b'])).toEqual(new Set());
  expect(tellableCycles([...mixed, ...many('b', 'x', 4)], ['a', 'b'])).toEqual(new Set(['a', 'b']));
});

const parts = fc.array(
  fc.record({
    projet: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    cycle: fc.constantFrom('a', 'b'),
    ligne: fc.constantFrom('x', 'y', 'z', null),
  }),
  { maxLength: 20 },
);

test('no sum of cycles less rows leaves one or two projects', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const told = [...tellableCycles(all, ['a', 'b'])];
      const factors = (n: number): number[][] =>
        n === 0 ? [[]] : factors(n - 1).flatMap((own) => [-1, 0, 1].map((f) => [...own, f]));
      for (const ofCycles of factors(told.length))
        for (const [x = 0, y = 0, z = 0] of ofCycles.some((f) => f !== 0) ? factors(3) : []) {
          const left = all.filter((p) => {
            const cycle = ofCycles[told.indexOf(p.cycle)] ?? 0;
            const row = [x, y, z]['xyz'.indexOf(p.ligne ?? '-')] ?? 0;
            return cycle + row !== 0;
          });
          const few = new Set(left.map((p) => p.projet)).size;
          const rows = ['x', 'y', 'z'].filter((l) => all.some((p) => p.ligne === l));
          const large = rows.every(
            (l) => new Set(all.filter((p) => p.ligne === l).map((p) => p.projet)).size > 2,
          );
          if (large && told.length > 0) expect([0, 3, 4, 5, 6]).toContain(few);
        }
    }),
  );
});
