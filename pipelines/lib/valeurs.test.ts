import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Champ, champ } from '../sources/kind';
import { readValeur } from './valeurs';
import type { CellRead } from '../../src/lib/xlsx/workbook';

const MONTANT = champ('montant', ['Montant'], { rempli: true });
const DATE = champ('date', ['Date']);
const PART = champ('part', ['Part']);
const ENTIER = champ('entier', ['Cible']);
const TEXTE = champ('texte', ['Titre']);
const CHOIX = champ('texte', ['Nature'], { valeurs: { Reçu: 'recu', 'En attente': 'en-attente' } });

/** A number as a workbook holds it. */
const number = (
  texte: string,
  format: CellRead['format'] = 'autre',
  jour: string | null = null,
) => ({
  brut: jour !== null && format === 'date' ? jour : texte,
  lue: { colonne: 0, type: 'nombre', texte, format, jour, formule: null } as const,
});

const read = (field: Champ, cell: { brut: string; lue?: CellRead }) => {
  const found = readValeur(field, cell);
  return 'regle' in found ? found.regle : found.valeur;
};

describe('an empty cell', () => {
  test.each(['', '   ', '\u00a0\t'])('%j is nothing, unless it must be filled', (brut) => {
    for (const field of [DATE, PART, ENTIER, TEXTE, CHOIX])
      expect(read(field, { brut })).toBeNull();
    expect(read(MONTANT, { brut })).toBe('valeur-absente');
  });
});

describe('a montant', () => {
  test('of a workbook is read to the cent, whatever its sign', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -99_999_999_999n, max: 99_999_999_999n }), (cents) => {
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
        const sign = cents < 0n ? '-' : '';
        const [whole, part] = [digits.slice(0, -2), digits.slice(-2)];
        expect(read(MONTANT, number(`${sign}${whole}.${part}`))).toBe(cents);
        expect(read(MONTANT, { brut: `${sign}${whole},${part} $` })).toBe(cents);
      }),
    );
  });

  test('of three decimals is refused, and never rounded', () => {
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 999 }), (whole, mills) => {
        fc.pre(mills % 10 !== 0);
        const text = `${whole}.${String(mills).padStart(3, '0')}`;
        expect(read(MONTANT, number(text))).toBe('montant-illisible');
      }),
    );
  });

  test('that may be a thousand or a unit is refused as text, and is one number in a workbook', () => {
    expect(read(MONTANT, { brut: '1.234' })).toBe('montant-ambigu');
    expect(read(MONTANT, { brut: '1,234' })).toBe('montant-ambigu');
    expect(read(MONTANT, number('1.23'))).toBe(123n);
    expect(read(MONTANT, number('1234'))).toBe(123_400n);
  });
});

describe('a cell that a spreadsheet took for something else', () => {
  test.each([
    ['a percentage for a montant', MONTANT, number('0.5', 'pourcentage')],
    ['a day for a montant', MONTANT, number('44593', 'date', '2022-02-02')],
    ['a day for a title', TEXTE, number('44593', 'date', '2022-02-02')],
    ['a day for a number of a list', CHOIX, number('44593', 'date', '2022-02-02')],
    ['a percentage for a day', DATE, number('0.5', 'pourcentage')],
    ['a percentage for a target', ENTIER, number('0.5', 'pourcentage')],
    ['a day for a share', PART, number('44593', 'date', '2022-02-02')],
  ])('%s', (_, field, cell) => {
    expect(read(field, cell)).toBe('format-inattendu');
  });

  test('is told for what it was taken', () => {
    const messageOf = (cell: ReturnType<typeof number>) => readValeur(ENTIER, cell);
    expect(messageOf(number('44593', 'date', '2022-02-02'))).toMatchObject({
      message: expect.stringContaining('pour une date'),
    });
    expect(messageOf(number('0.5', 'pourcentage'))).toMatchObject({
      message: expect.stringContaining('pour un pourcentage'),
    });
  });
});

describe('a day', () => {
  test('of a workbook is its own, shown as a day or as a number', () => {
    expect(read(DATE, number('44593', 'date', '2022-02-02'))).toBe('2022-02-02');
    expect(read(DATE, number('44593', 'autre', '2022-02-02'))).toBe('2022-02-02');
    expect(read(DATE, number('7306', 'date', '1920-01-01'))).toBe('1920-01-01');
  });

  test('that is only a small number, or has hours, is refused', () => {
    expect(read(DATE, number('12', 'autre', '1900-01-12'))).toBe('date-impossible');
    expect(read(DATE, number('7306', 'autre', '1920-01-01'))).toBe('date-impossible');
    expect(read(DATE, number('44593.5', 'date'))).toBe('date-impossible');
    expect(read(DATE, number('-3', 'autre'))).toBe('date-impossible');
  });

  test('is read in the order declared, and in no other', () => {
    const cell = { brut: '03/04/2022' };
    expect(read(DATE, cell)).toBe('date-ambigue');
    expect(readValeur(DATE, cell, 'jour-mois-annee')).toMatchObject({ valeur: '2022-04-03' });
    expect(readValeur(DATE, cell, 'mois-jour-annee')).toMatchObject({ valeur: '2022-03-04' });
  });

  test('that is none is not said to have two readings', () => {
    for (const brut of ['demain', '31 février 2022', '31 mars'])
      expect(read(DATE, { brut })).toBe('date-impossible');
  });

  test('of which only the month is known is said to be one', () => {
    expect(readValeur(DATE, { brut: 'mars 2022' })).toEqual({
      valeur: '2022-03-31',
      datePrecision: 'mois',
    });
  });
});

describe('a share', () => {
  test('from 1 to 100 is read, with its sign or as a percentage', () => {
    for (let part = 1; part <= 100; part++) {
      for (const brut of [`${part}`, `${part} %`, `${part}%`, `${part},0`, ` ${part}.00 % `])
        expect(read(PART, { brut })).toBe(part);
      expect(read(PART, { ...number(`${part / 100}`, 'pourcentage'), brut: `${part} %` })).toBe(
        part,
      );
    }
  });

  test.each(['0', '101', '33,3', '0,5', '-5', '33.34 %', 'tout', '1e2'])('%s is not', (brut) => {
    expect(read(PART, { brut })).toBe('part-illisible');
  });
});

describe('a whole number', () => {
  test('is figures alone', () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (n) => {
        expect(read(ENTIER, { brut: ` ${n} ` })).toBe(n);
      }),
    );
  });

  test.each(['-1', '1.5', '1 200', '1e3', 'douze', '1234567890'])('%s is not', (brut) => {
    expect(read(ENTIER, { brut })).toBe('entier-illisible');
  });
});

test('a text is read as it is, blanks around it apart', () => {
  for (const text of ['Un toit', '12', '1.234', '03/04/2022'])
    expect(read(TEXTE, { brut: ` ${text}\n` })).toBe(text);
});

describe('a value of a list', () => {
  test.each([
    ['Reçu', 'recu'],
    ['RECU', 'recu'],
    ['recu', 'recu'],
    ['  en   attente ', 'en-attente'],
    ['en-attente', 'en-attente'],
    ['Reçue', 'valeur-inconnue'],
    ['Reçu, puis rendu', 'valeur-inconnue'],
  ])('%j gives %s', (brut, found) => {
    expect(read(CHOIX, { brut })).toBe(found);
  });
});

test('any text is a value of the field’s type or is refused, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (brut) => {
      const kinds = { montant: 'bigint', date: 'string', part: 'number', entier: 'number' };
      for (const field of [MONTANT, DATE, PART, ENTIER]) {
        const found = readValeur(field, { brut });
        if (!('regle' in found) && found.valeur !== null)
          expect(typeof found.valeur).toBe(kinds[field.type as keyof typeof kinds]);
      }
    }),
  );
});
