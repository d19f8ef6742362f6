import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetter, type Constat, describeConstat, Journal } from './constats';

/** Base 26 without a zero: A is 1, Z is 26, AA is 27. */
const indexOf = (letters: string) =>
  [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

describe('column letters', () => {
  test.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [52, 'BA'],
    [701, 'ZZ'],
    [702, 'AAA'],
    [16_383, 'XFD'],
  ])('%i is %s', (index, letters) => {
    expect(columnLetter(index)).toBe(letters);
  });

  test('each number has its letters, which give it back', () => {
    fc.assert(fc.property(fc.nat(2 ** 30), (n) => indexOf(columnLetter(n)) === n));
  });
});

const constat = (change: Partial<Constat>): Constat => ({
  gravite: 'information',
  regle: 'regle',
  fichier: 'recu/lot/a.csv',
  message: 'à revoir',
  ...change,
});

describe('a finding on one line', () => {
  test('says the rule, the place, what was read and what to do', () => {
    expect(describeConstat(constat({ cellule: 'D4', valeur: '1.234' }))).toBe(
      '[regle] recu/lot/a.csv › D4 (lu : « 1.234 ») : à revoir',
    );
    expect(describeConstat(constat({ feuille: 'Budget', cellule: 'B2' }))).toContain(
      '› Budget › B2 :',
    );
    expect(describeConstat(constat({}))).toBe('[regle] recu/lot/a.csv : à revoir');
  });

  test('cuts a long value and keeps to one line', () => {
    const line = describeConstat(constat({ valeur: `${'x'.repeat(90)}\nfin` }));
    expect(line).not.toContain('\n');
    expect(line).toContain(`« ${'x'.repeat(79)}… »`);
  });
});

test('the journal keeps the order, counts by rule, and tells what blocks', () => {
  const journal = new Journal();
  for (const regle of ['b', 'a', 'c', 'c']) journal.add(constat({ regle }));
  journal.add(constat({ regle: 'a', gravite: 'bloquant' }));
  expect(journal.all.map((c) => c.regle)).toEqual(['b', 'a', 'c', 'c', 'a']);
  expect(journal.blocking.map((c) => c.regle)).toEqual(['a']);
  expect(journal.countByRule()).toEqual([
    ['a', 2],
    ['c', 2],
    ['b', 1],
  ]);
});
