import { describe, expect, it, test } from 'vitest';
import {
  compareNoms,
  dateParts,
  formatCompte,
  formatDate,
  formatMois,
  formatMontant,
  formatMontantCourt,
  formatNombre,
  formatOctets,
  formatPart,
  formatPoids,
  joinListe,
  majuscule,
  pluriel,
  splitChiffres,
  splitTexte,
  withPrecision,
} from './index';

describe('formatMontant', () => {
  test.each([
    [3421915.48, '3\u00a0421\u00a0915,48\u00a0$'],
    [6063249, '6\u00a0063\u00a0249\u00a0$'],
    [1234.5, '1\u00a0234,50\u00a0$'],
    [0, '0\u00a0$'],
    [-0.11, '\u22120,11\u00a0$'],
    [-1234567, '\u22121\u00a0234\u00a0567\u00a0$'],
    [-0.001, '0\u00a0$'],
    [0.1 + 0.2, '0,30\u00a0$'],
    [1e9, '1\u00a0000\u00a0000\u00a0000\u00a0$'],
  ])('%d -> %s', (dollars, expected) => expect(formatMontant(dollars)).toBe(expected));

  it('writes the cents, or not, when told', () => {
    expect(formatMontant(6063249, { cents: true })).toBe('6\u00a0063\u00a0249,00\u00a0$');
    expect(formatMontant(3421915.48, { cents: false })).toBe('3\u00a0421\u00a0915\u00a0$');
  });

  it('refuses what is not a number', () => {
    expect(() => formatMontant(NaN)).toThrow(RangeError);
  });
});

test.each([
  [3421915.48, '3,4\u00a0M$'],
  [491600, '491,6\u00a0k$'],
  [9999.5, '9\u00a0999,50\u00a0$'],
  [10000, '10\u00a0k$'],
  [999949, '999,9\u00a0k$'],
  [999950, '1\u00a0M$'],
  [6000000, '6\u00a0M$'],
  [2.5e9, '2,5\u00a0G$'],
  [-491600, '\u2212491,6\u00a0k$'],
])('formatMontantCourt %d -> %s', (dollars, expected) =>
  expect(formatMontantCourt(dollars)).toBe(expected),
);

test('shares, counts and bytes', () => {
  expect(formatPart(0.56097)).toBe('56,1\u00a0%');
  expect(formatPart(0.5)).toBe('50,0\u00a0%');
  expect(formatPart(0.31, { decimales: 0 })).toBe('31\u00a0%');
  expect(formatNombre(1234.5)).toBe('1\u00a0234,5');
  expect(formatNombre(-3)).toBe('\u22123');
  expect(formatCompte(34, 'projet', 'projets')).toBe('34\u00a0projets');
  expect(formatOctets(12_345_678)).toBe('12,3\u00a0Mo');
});

test('dates', () => {
  expect(formatDate('2025-10-15')).toBe('15 octobre 2025');
  expect(formatDate('2026-06-01')).toBe('1er juin 2026');
  expect(formatMois('2021-06-30')).toBe('juin 2021');
  expect(formatMois('2021-08')).toBe('août 2021');
  expect(dateParts('2026-06-01')).toEqual({
    jour: '1',
    ordinal: 'er',
    mois: 'juin',
    annee: '2026',
  });
  expect(() => formatDate('15/10/2025')).toThrow(RangeError);
  expect(() => formatDate('2025-13-01')).toThrow(RangeError);
});

test('0, 1 and 1,5 are singular', () => {
  const words = [0, 1, 1.5, 2, -1].map((n) => pluriel(n, 'projet', 'projets'));
  expect(words).toEqual(['projet', 'projet', 'projet', 'projets', 'projet']);
});

test('lists and first letters', () => {
  expect(joinListe([])).toBe('');
  expect(joinListe(['a'])).toBe('a');
  expect(joinListe(['a', 'b'])).toBe('a et b');
  expect(joinListe(['a', 'b', 'c'])).toBe('a, b et c');
  expect(majuscule('état')).toBe('État');
});

test.each([
  ['exact', '5'],
  ['arrondi', 'environ 5'],
  ['minimum', 'au moins 5'],
  ['maximum', 'au plus 5'],
  ['derive', '5 (calculé)'],
  [null, 'non calculable'],
] as const)('withPrecision %s -> %s', (precision, expected) =>
  expect(withPrecision('5', precision)).toBe(expected),
);

test('ordinals and spans of years are set apart, and nothing else', () => {
  expect(splitTexte('Le 1er juin, cycle 2024-2029.')).toEqual([
    { texte: 'Le 1', nature: 'courant' },
    { texte: 'er', nature: 'exposant' },
    { texte: ' juin, cycle ', nature: 'courant' },
    { texte: '2024-2029', nature: 'insecable' },
    { texte: '.', nature: 'courant' },
  ]);
  expect(splitTexte('hier, 11ers')).toEqual([{ texte: 'hier, 11ers', nature: 'courant' }]);
});

test('digits are set apart from commas and words', () => {
  expect(splitChiffres('au moins \u22121\u00a0234,50\u00a0$').map(({ texte }) => texte)).toEqual([
    'au moins \u2212',
    '1\u00a0234',
    ',',
    '50',
    '\u00a0$',
  ]);
});

test('names are in French order, apostrophes being one letter', () => {
  const noms = ['Montcalm', 'L’Assomption', 'Émilie', "D'Autray", 'Zoé', 'Érable', 'Ernest'];
  expect(noms.toSorted(compareNoms)).toEqual([
    "D'Autray",
    'Émilie',
    'Érable',
    'Ernest',
    'L’Assomption',
    'Montcalm',
    'Zoé',
  ]);
  expect(compareNoms('L’Assomption', "L'Assomption")).toBe(0);
});

test.each([
  [0, '1\u00a0ko'],
  [2263, '2\u00a0ko'],
  [999_400, '999\u00a0ko'],
  [1_250_000, '1,3\u00a0Mo'],
])('weighs a file of %i bytes', (octets, expected) => {
  expect(formatPoids(octets)).toBe(expected);
});
