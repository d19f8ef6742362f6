import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnLetter } from './reference';
import { COLUMNS_MAX, parseReference, ROWS_MAX } from './reference';

test('a reference names the place that its letters and digits say', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: COLUMNS_MAX - 1 }),
      fc.integer({ min: 1, max: ROWS_MAX }),
      (colonne, ligne) => {
        expect(parseReference(`${columnLetter(colonne)}${ligne}`)).toEqual({ colonne, ligne });
      },
    ),
  );
});

test.each(['', 'A', '1', 'A0', 'a1', '$A$1', 'A1:B2', 'XFE1', 'A1048577', 'A01', ' A1', 'AAAA1'])(
  '« %s » names no cell',
  (text) => {
    expect(parseReference(text)).toBeNull();
  },
);
