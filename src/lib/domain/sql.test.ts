import { expect, test } from 'vitest';
import { quoteIdentifier } from './sql';

test('a name is written as one name, whatever it holds', () => {
  expect(quoteIdentifier('projets')).toBe('"projets"');
  expect(quoteIdentifier('a"; DROP TABLE "b')).toBe('"a""; DROP TABLE ""b"');
});
