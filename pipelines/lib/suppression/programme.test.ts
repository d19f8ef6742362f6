import { expect, test } from 'vitest';
import { type Colonne, minimise } from './programme';

const colonne = (haut: number, cout: number): Colonne => ({ bas: 1, haut, cout });

test('the cheapest whole numbers that hold every row', () => {
  const colonnes = [colonne(3, 1), colonne(10, 2), colonne(10, 3)];
  const lignes = [
    { bas: 6, haut: Infinity, termes: [[0, 1] as const, [1, 1] as const, [2, 1] as const] },
    { bas: -Infinity, haut: 0, termes: [[1, 2] as const, [2, -1] as const] },
  ];
  expect(minimise(colonnes, lignes, 0)).toEqual([3, 1, 2]);
});

test('a half is no whole number', () => {
  const half = [{ bas: 3, haut: 3, termes: [[0, 2] as const] }];
  expect(minimise([colonne(10, 1)], half, 0)).toBeNull();
});

test('rows that nothing holds at once', () => {
  const lignes = [
    { bas: 4, haut: Infinity, termes: [[0, 1] as const] },
    { bas: -Infinity, haut: 3, termes: [[0, 1] as const] },
  ];
  expect(minimise([colonne(10, 1)], lignes, 0)).toBeNull();
});
