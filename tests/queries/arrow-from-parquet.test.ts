import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Table, tableFromIPC } from 'apache-arrow';
import fc from 'fast-check';
import { readParquet } from 'parquet-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runs } from '../lib/ampleur';
import { writeParquet } from '../lib/parquet-files';
import { arrowFromParquet } from '../../src/lib/data/arrow-from-parquet';

let dir: string;
beforeAll(async () => void (dir = await mkdtemp(join(tmpdir(), 'arrow-'))));
afterAll(() => rm(dir, { recursive: true }));

async function write(sql: string): Promise<Uint8Array> {
  await writeParquet(dir, 'essai', sql);
  return new Uint8Array(await readFile(join(dir, 'essai.parquet')));
}

/** Names, types and values, whatever the parts they are held in. */
const told = (table: Table) => ({
  columns: table.schema.fields.map(({ name, type, nullable }) => [name, String(type), nullable]),
  values: table.schema.fields.map((_, i) => [...table.getChildAt(i)!].map(String)),
});

/** What another reader, in WebAssembly, finds in the same file. */
async function expectSame(bytes: Uint8Array): Promise<Table> {
  const read = tableFromIPC(await arrowFromParquet(bytes));
  expect(told(read)).toEqual(told(tableFromIPC(readParquet(bytes).intoIPCStream())));
  return read;
}

const quoted = (text: string | null) =>
  text === null ? 'NULL' : `'${text.replaceAll("'", "''")}'`;

const CENTS = 99_999_999_999_999;

const ROW = fc
  .record({
    texte: fc.option(fc.string({ unit: 'grapheme', maxLength: 12 })),
    cents: fc.option(fc.integer({ min: -CENTS, max: CENTS })),
    jour: fc.option(fc.integer({ min: -200_000, max: 200_000 })),
    entier: fc.option(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })),
    vrai: fc.option(fc.boolean()),
  })
  .map(({ texte, cents, jour, entier, vrai }) =>
    [
      `SELECT ${quoted(texte)}::VARCHAR AS texte`,
      `((${cents})::DECIMAL(18,0) / 100)::DECIMAL(14,2) AS montant`,
      `DATE '1970-01-01' + (${jour})::INTEGER AS jour`,
      `(${entier})::INTEGER AS entier, ${vrai}::BOOLEAN AS vrai`,
    ].join(', '),
  );

/** Rows of several groups, and more texts than a dictionary holds. */
const LONGUE = `SELECT 'é' || i AS texte, (i % 7)::VARCHAR AS peu, (i / 100)::DECIMAL(14,2) AS montant,
  CASE WHEN i % 3 > 0 THEN i::INTEGER END AS entier FROM range(124000) t(i)`;

describe('Arrow from Parquet', () => {
  it('holds what another reader finds, absent values too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(ROW, { minLength: 1, maxLength: 30 }), async (rows) => {
        await expectSame(await write(rows.join(' UNION ALL ')));
      }),
      runs(5, 60),
    );
  });

  it('holds every row of a file of several groups', async () => {
    const table = await expectSame(await write(LONGUE));
    expect(table.numRows).toBe(124_000);
  });

  it('has the columns of a table without a row', async () => {
    const table = await expectSame(await write(`SELECT * FROM (${LONGUE}) WHERE false`));
    expect([table.numRows, table.numCols]).toEqual([0, 4]);
  });

  it('refuses a file that was cut, wherever', async () => {
    const bytes = await write('SELECT i::VARCHAR AS texte FROM range(50) t(i)');
    for (let length = 0; length < bytes.length; length++)
      await expect(arrowFromParquet(bytes.slice(0, length)), String(length)).rejects.toThrow();
  });

  it('never holds fewer rows than the file says', async () => {
    const bytes = await write(
      'SELECT i::VARCHAR AS texte, i::INTEGER AS entier FROM range(50) t(i)',
    );
    for (let place = 0; place < bytes.length; place++) {
      const altered = bytes.with(place, bytes[place]! ^ 0x55);
      const read = await arrowFromParquet(altered).catch(() => null);
      if (read !== null) expect(tableFromIPC(read).numRows, String(place)).toBe(50);
    }
  });

  it('refuses a type that no product has', async () => {
    const bytes = await write('SELECT 1.5::DOUBLE AS taux');
    await expect(arrowFromParquet(bytes)).rejects.toThrow('taux is DOUBLE');
  });
});
