import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textWidth, wrap } from './text-size';

test('semibold is wider, and figures are counted', () => {
  expect(textWidth('3\u00a0421\u00a0915,48\u00a0$', 15)).toBeCloseTo(108, -1);
  expect(textWidth('abc', 15, true)).toBeGreaterThan(textWidth('abc', 15));
});

test('no-break spaces hold, others give way', () => {
  expect(wrap('au moins 6\u00a0100\u00a0000\u00a0$', 110, 15)).toEqual([
    'au moins',
    '6\u00a0100\u00a0000\u00a0$',
  ]);
  expect(wrap('', 100, 15)).toEqual([]);
  expect(wrap('écoulé au 15 octobre 2025', 110, 15)).toEqual([
    'écoulé au',
    '15\u00a0octobre',
    '2025',
  ]);
  expect(wrap('écoulé au 1er juin 2026', 72, 15)[1]).toBe('1er\u00a0juin');
});

test('lines fit and nothing is lost', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 40, max: 400 }), (texte, width) => {
      const lines = wrap(texte, width, 15);
      for (const line of lines) expect(textWidth(line, 15)).toBeLessThanOrEqual(width);
      expect(lines.join('').replaceAll(' ', '')).toBe(texte.replaceAll(' ', ''));
    }),
  );
});
