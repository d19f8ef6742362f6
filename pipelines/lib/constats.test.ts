import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnLetter } from '../../src/lib/xlsx/reference';
import { type Constat, describeConstat, Journal } from './constats';

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
  regle: 'doublon',
  fichier: 'recu/lot/a.csv',
  message: 'à revoir',
  ...change,
});

describe('a finding on one line', () => {
  test('says the rule, the place, what was read and what to do', () => {
    expect(describeConstat(constat({ cellule: 'D4', valeur: '1.234' }))).toBe(
      '[doublon] recu/lot/a.csv › D4 (lu : « 1.234 ») : à revoir',
    );
    expect(describeConstat(constat({ feuille: 'Budget', cellule: 'B2' }))).toContain(
      '› Budget › B2 :',
    );
    expect(describeConstat(constat({}))).toBe('[doublon] recu/lot/a.csv : à revoir');
  });

  test('cuts a long value and keeps to one line', () => {
    const line = describeConstat(constat({ valeur: `${'x'.repeat(90)}\nfin` }));
    expect(line).not.toContain('\n');
    expect(line).toContain(`« ${'x'.repeat(79)}… »`);
  });
});

test('the journal keeps the order, takes severity from the rule, counts by rule, and tells what blocks', () => {
  const journal = new Journal();
  const regles = ['lignes-vides', 'feuille-vide', 'doublon', 'doublon', 'feuille-vide'] as const;
  for (const regle of regles) journal.add({ regle, fichier: 'a.csv', message: 'à revoir' });
  expect(journal.all.map((c) => c.regle)).toEqual(regles);
  expect(journal.all.map((c) => c.gravite)).toEqual([
    'information',
    'avertissement',
    'bloquant',
    'bloquant',
    'avertissement',
  ]);
  expect(journal.blocking.map((c) => c.regle)).toEqual(['doublon', 'doublon']);
  expect(journal.countByRule()).toEqual([
    ['doublon', 2],
    ['feuille-vide', 2],
    ['lignes-vides', 1],
  ]);
});
