import { expect, test } from 'vitest';
import { panelBounds, roundTicks } from './domain';
import { hatchPath } from './hatch';

test('panels share a scale that holds zero', () => {
  expect(
    panelBounds([
      [5, null],
      [10, -1],
    ]),
  ).toEqual([
    { bornes: [-1, 10], propre: false },
    { bornes: [-1, 10], propre: false },
  ]);
});

test('a panel 20 times smaller has its own', () => {
  expect(panelBounds([[1], [21]]).map(({ bornes }) => bornes)).toEqual([
    [0, 1],
    [0, 21],
  ]);
});

test('nothing known still has bounds', () => {
  expect(panelBounds([[], [null], [0]]).map(({ bornes }) => bornes)).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ]);
});

test('ticks are round', () => {
  expect(roundTicks(6063249, 4)).toEqual([0, 2e6, 4e6, 6e6]);
  expect(roundTicks(0.9, 4)).toEqual([0, 0.5]);
  expect(roundTicks(0, 4)).toEqual([0]);
});

test('hatching stays in its box', () => {
  const numbers = hatchPath({ x1: 10, y1: 20, x2: 31, y2: 36 })
    .slice(1)
    .split(/[ML]/)
    .map((pair) => pair.split(',').map(Number));
  expect(numbers.length).toBeGreaterThan(4);
  for (const [x, y] of numbers) {
    expect(x).toBeGreaterThanOrEqual(10);
    expect(x).toBeLessThanOrEqual(31);
    expect(y).toBeGreaterThanOrEqual(20);
    expect(y).toBeLessThanOrEqual(36);
  }
});
