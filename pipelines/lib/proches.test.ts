import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest, sayNearest } from './proches';

const NOMS = ['Val-Cendré', 'Rive-aux-Hérons', "Pointe-d'Étain", 'Régional'];

test.each([
  ['Val-Cendre', ['Val-Cendré']],
  ['val cendré', ['Val-Cendré']],
  ['Cendré-Val', ['Val-Cendré']],
  ['Rives-aux-Héron', ['Rive-aux-Hérons']],
  ['Montréal', []],
])('« %s » is near %j', (word, found) => {
  expect(nearest(word, NOMS)).toEqual(found);
});

test('a word is the nearest to itself, and three at most are offered', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 3 }), { minLength: 1 }), (words) => {
      const [first = ''] = words;
      const found = nearest(first, words);
      expect(found.length).toBeLessThanOrEqual(3);
      expect(words).toEqual(expect.arrayContaining(found));
    }),
  );
  expect(nearest('Régional', NOMS)[0]).toBe('Régional');
});

test('nothing is said where nothing is near', () => {
  expect(sayNearest('Montréal', NOMS)).toBe('');
  expect(sayNearest('Regional', NOMS)).toBe(' (proches : « Régional »)');
});
