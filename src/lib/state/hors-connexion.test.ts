import { expect, test } from 'vitest';
import { dataOf, isImmutable, pageOf } from './hors-connexion';

test.each([
  ['/', '/__data.json'],
  ['/demo', '/demo/__data.json'],
  ['/demo/projets/P19-001', '/demo/projets/P19-001/__data.json'],
])('the page %s has its data at %s, and is found again from them', (page, data) => {
  expect(dataOf(page)).toBe(data);
  expect(pageOf(data)).toBe(page);
  expect(pageOf(page)).toBe(page);
});

test.each(['/donnees/demo/public/octrois.parquet', '/favicon.svg', '/demo/donnees/octrois.csv'])(
  '%s is a file',
  (path) => {
    expect(pageOf(path)).toBeNull();
    expect(isImmutable(path)).toBe(false);
  },
);
