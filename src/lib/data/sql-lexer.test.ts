import fc from 'fast-check';
import { expect, it } from 'vitest';
import { splitSql, trimEnd } from './sql-lexer';

const piece = fc.constantFrom(
  ...["'", '"', '--', '\n', '/*', '*/', '$$', '$x$', '$1', ';', ' ', 'é', 'a', "e'", '\\', '🍎'],
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

it('loses nothing of a text', () => {
  fc.assert(
    fc.property(text, (sql) => {
      expect(
        splitSql(sql)
          .map(({ texte }) => texte)
          .join(''),
      ).toBe(sql);
    }),
  );
});

it('tells strings, names and comments from parameters', () => {
  const sql = `SELECT $1, '$2''$3', "$4", e'\\'$5', $$ $6 $$, $é$ $$7 $é$, a$8 -- $9\n/* $1 /* $2 */ $3 */ + $10;`;
  const found = splitSql(sql).filter(({ nature }) => nature === 'parametre');
  expect(found.map(({ texte }) => texte)).toEqual(['$1', '$10']);
});

it.each([
  ['SELECT 1; -- fin\n;', 'SELECT 1'],
  ['SELECT 1 ;\n/* a */ ', 'SELECT 1'],
  ["SELECT ';' -- a", "SELECT ';'"],
  ['-- rien ;', ''],
  ['', ''],
])('%j ends as %j', (sql, expected) => expect(trimEnd(sql)).toBe(expected));
