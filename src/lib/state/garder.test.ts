import { expect, test } from 'vitest';
import { inLanes } from './garder';

const later = () => new Promise((resolve) => setTimeout(resolve, 5));

test('all is done, whatever the number', async () => {
  const done: number[] = [];
  const numbers = Array.from({ length: 11 }, (_, i) => i);
  await inLanes(numbers, async (n) => {
    await later();
    done.push(n);
  });
  expect(done.sort((a, b) => a - b)).toEqual(numbers);
});

test('a failure begins no more, and nothing goes on once it is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const work = async (n: number) => {
    begun.push(n);
    if (n === 1) throw new RangeError('full');
    await later();
    ended.push(n);
  };
  await expect(inLanes([0, 1, 2, 3, 4, 5, 6], work)).rejects.toThrow('full');
  expect(ended).toEqual(begun.filter((n) => n !== 1));
  expect(begun.length).toBeLessThan(7);
  const before = [...ended];
  await later();
  expect(ended).toEqual(before);
});
