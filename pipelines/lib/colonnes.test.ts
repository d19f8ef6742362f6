import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CARACTERE } from '../../tests/lib/caracteres';
import { constante, Textes } from './colonnes';

function columnOf(texts: readonly string[]) {
  const textes = new Textes();
  for (const text of texts) textes.add(text);
  return textes.toColonne();
}

const valuesOf = (colonne: ReturnType<typeof columnOf>, length: number) =>
  Array.from({ length }, (_, rang) => colonne.at(rang));

describe('a column of texts', () => {
  test('gives back every text at its place, whatever its letters', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: CARACTERE, maxLength: 30 }), { maxLength: 20 }),
        (texts) => {
          expect(valuesOf(columnOf(texts), texts.length)).toEqual(texts);
        },
      ),
    );
  });

  test('holds once what many rows hold', () => {
    const colonne = columnOf(['a', 'b', 'a', 'a']);
    expect(colonne.distinctes).toEqual(['a', 'b']);
  });

  test.each([256, 257, 65_536, 65_537])('of %i different texts confuses none', (count) => {
    const texts = Array.from({ length: count }, (_, i) => `t${i}`);
    const colonne = columnOf([...texts, 't0']);
    expect(colonne.at(0)).toBe('t0');
    expect(colonne.at(count - 1)).toBe(`t${count - 1}`);
    expect(colonne.at(count)).toBe('t0');
  });

  test('whose texts hardly come twice gives them back all the same', () => {
    const texts = Array.from({ length: 120_000 }, (_, i) => `t${i % 90_000}`);
    expect(valuesOf(columnOf(texts), texts.length)).toEqual(texts);
  });

  test('is read once for each text, and differs where it is told to', () => {
    const seen: string[] = [];
    const lengths = columnOf(['aa', 'b', 'aa']).map((text) => {
      seen.push(text);
      return text.length;
    });
    expect(seen).toEqual(['aa', 'b']);
    const changed = lengths.with(new Map([[2, 7]]));
    expect([0, 1, 2].map((rang) => changed.at(rang))).toEqual([2, 1, 7]);
    expect(lengths.at(2)).toBe(2);
  });

  test('of which no two are alike differs where it is told to', () => {
    const changed = columnOf(['a', 'b', 'c']).with(new Map([[1, 'z']]));
    expect(valuesOf(changed, 3)).toEqual(['a', 'z', 'c']);
  });

  test('holds its values by another only where all are the same', () => {
    const own = columnOf(['a', 'b', 'a']);
    const alike = own.map((text) => text.trim());
    expect(alike.distinctes).not.toBe(own.distinctes);
    expect(alike.heldBy(own).distinctes).toBe(own.distinctes);
    expect(valuesOf(alike.heldBy(own), 3)).toEqual(['a', 'b', 'a']);
    const other = own.map((text) => (text === 'b' ? null : text));
    expect(other.heldBy(own)).toBe(other);
    expect(own.heldBy(columnOf(['a', 'b', 'c']))).toBe(own);
  });
});

test('a column may hold one value at every row', () => {
  const colonne = constante(3, '');
  expect([colonne.at(0), colonne.at(2)]).toEqual(['', '']);
});
