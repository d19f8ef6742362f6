import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJour, serialToJour } from './date';

const DAY_MS = 86_400_000;
const FIRST = Date.UTC(1990, 0, 1);
const COUNT = (Date.UTC(2099, 11, 31) - FIRST) / DAY_MS;
const MOIS = ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août'].concat([
  'septembre',
  'octobre',
  'novembre',
  'décembre',
]);

/** Any day from 1990 to 2099, with its parts. */
const jours = fc.integer({ min: 0, max: COUNT }).map((n) => {
  const date = new Date(FIRST + n * DAY_MS);
  const [y, m, d] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
  return { iso: date.toISOString().slice(0, 10), y, m, d, n };
});

const pad = (n: number) => String(n).padStart(2, '0');
const lu = (jour: string) => ({ ok: true, jour, precision: 'jour' });

describe('a day', () => {
  test('is read however it is written, in French', () => {
    fc.assert(
      fc.property(jours, ({ iso, y, m, d }) => {
        const nom = MOIS[m - 1] ?? '';
        const words = `${d === 1 ? '1er' : d} ${nom} ${y}`;
        for (const text of [iso, iso.replaceAll('-', '/'), words, ` ${words.toUpperCase()} `])
          expect(readJour(text), text).toEqual(lu(iso));
        expect(readJour(`le ${words.normalize('NFD')}`)).toEqual(lu(iso));
        expect(readJour(`${d}\u00a0${nom}\u00a0${y}`)).toEqual(lu(iso));
      }),
    );
  });

  test.each([
    'lundi 31 mars 2025',
    'Lundi, 31 mars 2025',
    'lundi le 31 mars 2025',
    '31   mars \t 2025',
  ])('is read in « %s »', (text) => {
    expect(readJour(text)).toEqual(lu('2025-03-31'));
  });

  test('in figures needs a declared order where both readings are days', () => {
    fc.assert(
      fc.property(jours, fc.constantFrom('/', '-', '.'), ({ iso, y, m, d }, mark) => {
        const [french, english] = [[d, m, y].join(mark), [pad(m), pad(d), y].join(mark)];
        expect(readJour(french, 'jour-mois-annee')).toEqual(lu(iso));
        expect(readJour(english, 'mois-jour-annee')).toEqual(lu(iso));
        const both = d <= 12 && d !== m;
        const expected = both ? { ok: false, refus: 'ambigue' } : lu(iso);
        expect(readJour(french)).toEqual(expected);
        expect(readJour(english)).toEqual(expected);
      }),
    );
  });

  test('as a serial number is that of a spreadsheet', () => {
    expect(serialToJour(45_945)).toBe('2025-10-15');
    expect(serialToJour(32_874)).toBe('1990-01-01');
    expect(serialToJour(73_050)).toBe('2099-12-31');
    fc.assert(
      fc.property(jours, ({ iso, n }) => {
        expect(serialToJour(32_874 + n)).toBe(iso);
        expect(readJour(String(32_874 + n))).toEqual(lu(iso));
      }),
    );
    for (const serie of [0, 60, 32_873, 73_051, 45_945.5]) expect(serialToJour(serie)).toBeNull();
  });
});

test('a month counts at its end', () => {
  expect(readJour('2024-02')).toEqual({ ok: true, jour: '2024-02-29', precision: 'mois' });
  expect(readJour('février 2025')).toEqual({ ok: true, jour: '2025-02-28', precision: 'mois' });
});

test.each([
  ['1er avril', 'sans-annee'],
  ['31 mars', 'sans-annee'],
  ['31/04/2025', 'illisible'],
  ['30 février 2025', 'illisible'],
  ['2025-02-30', 'illisible'],
  ['31/03/25', 'illisible'],
  ['2025', 'illisible'],
  ['demain', 'illisible'],
  ['environ 31 mars 2025', 'illisible'],
  ['31 mars 2025 ou plus tard', 'illisible'],
  ['31 lundi mars 2025', 'illisible'],
  ['31 le mars 2025', 'illisible'],
  ['131/03/2025', 'illisible'],
  ['31/03/20256', 'illisible'],
  ['045945', 'illisible'],
  ['45945.0', 'illisible'],
  ['', 'illisible'],
])('« %s » is refused: %s', (text, refus) => {
  expect(readJour(text)).toEqual({ ok: false, refus });
});

test('any text at all is a day of the calendar or is refused, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
      const read = readJour(text);
      if (read.ok) expect(new Date(`${read.jour}T00:00:00Z`).toISOString()).toContain(read.jour);
    }),
  );
});
