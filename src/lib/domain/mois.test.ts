import { describe, expect, test } from 'vitest';
import { dateParts, formatDate, MOIS, readDate } from './mois';

describe('a date in French', () => {
  test.each([
    ['2025-10-15', '15 octobre 2025'],
    ['2026-06-01', '1er juin 2026'],
    ['2026-01-31', '31 janvier 2026'],
    ['2026-12-11', '11 décembre 2026'],
  ])('%s is %s', (iso, text) => expect(formatDate(iso)).toBe(text));

  test('raises the ordinal of the first day alone', () => {
    const first = { jour: '1', ordinal: 'er', mois: 'juin', annee: '2026' };
    expect(dateParts('2026-06-01')).toEqual(first);
    expect(dateParts('2026-06-21').ordinal).toBe('');
  });

  test('has the twelve months, and stands at the first day where none is told', () => {
    const read = MOIS.map((_, i) => readDate(`2026-${String(i + 1).padStart(2, '0')}`));
    expect(read).toEqual(MOIS.map((mois) => ({ annee: '2026', mois, jour: 1 })));
  });

  test.each(['2026-13-01', '2026-00', '2026-01-00', '2026-01-32', '26-01-01', '2026-1-1', '2026'])(
    'is not made of %s',
    (text) => expect(() => formatDate(text)).toThrow(RangeError),
  );

  test.each(['12026-01-01', '2026-01-011', '', 'demain'])('is not made of « %s »', (text) =>
    expect(() => formatDate(text)).toThrow(RangeError),
  );
});
