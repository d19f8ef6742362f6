import { expect, test } from 'vitest';
import { dollars } from './dollars';

test.each([
  [0n, '0,00 $'],
  [5n, '0,05 $'],
  [-5n, '−0,05 $'],
  [123_456n, '1 234,56 $'],
  [-12_345_600n, '−123 456,00 $'],
  [123_456_789_012n, '1 234 567 890,12 $'],
])('%s cents are read as %s', (cents, text) => {
  expect(dollars(cents)).toBe(text.replaceAll(' ', '\u00a0'));
});
