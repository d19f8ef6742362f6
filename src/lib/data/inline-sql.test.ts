import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CARACTERE } from '../../../tests/lib/caracteres';
import { runs } from '../../../tests/lib/ampleur';
import type { Value } from './engine';
import { inlineSql } from './inline-sql';

let connection: DuckDBConnection;
beforeAll(async () => {
  connection = await (await DuckDBInstance.create(':memory:')).connect();
});
afterAll(() => connection.closeSync());

const value = fc.oneof(
  fc.constantFrom<Value>(null, true, false, '$1', "'; DROP TABLE x; --", '\\', 'é🍎'),
  fc.string({ unit: CARACTERE }).filter((text) => !text.includes('\0')),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const SQL = `SELECT $1 AS a, $2 AS b, $1 AS c, '$1' AS d, "e" AS e -- $2\nFROM (SELECT 1 AS "e")`;

it('gives the rows that bound values give, whatever they are', async () => {
  await fc.assert(
    fc.asyncProperty(value, value, async (a, b) => {
      const reader = await connection.runAndReadAll(inlineSql(SQL, [a, b]));
      expect(reader.getRows()[0]).toEqual([a, b, a, '$1', 1]);
    }),
    runs(40, 300),
  );
});

it('refuses a parameter without a value, and a number without a spelling', () => {
  expect(() => inlineSql('SELECT $2', ['x'])).toThrow(RangeError);
  expect(() => inlineSql('SELECT $1', [Infinity])).toThrow(RangeError);
});
