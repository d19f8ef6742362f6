import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Column, TABLES } from '../../src/lib/domain/tables';
import { MONTANT_MAX } from '../../src/lib/domain/montant';
import type { ProductRow } from '../steps/link/rows';
import type { EditionTable } from '../steps/suppress';
import { inspectParquet, sqlType, writeParquet } from './parquet';

const column = (type: Column['type']): Column => ({ type, editions: ['public'], requis: false });
const COLUMNS = ['texte', 'entier', 'montant', 'date', 'booleen'] as const;

const table = (rows: readonly ProductRow[]): EditionTable => ({
  nom: 'octrois',
  colonnes: COLUMNS.map((type) => [type, column(type)] as const),
  rows,
});

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'retombees-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function write(name: string, rows: readonly ProductRow[]): Promise<string> {
  const file = path.join(folder, `${name}.parquet`);
  await writeParquet([{ table: table(rows), file }]);
  return file;
}

/** Every value as text, by DuckDB. */
async function readBack(file: string): Promise<(string | null)[][]> {
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  const sql = `SELECT COLUMNS(*)::VARCHAR FROM read_parquet('${file.replaceAll("'", "''")}')`;
  const rows = (await db.runAndReadAll(sql)).getRowsJson() as (string | null)[][];
  db.closeSync();
  instance.closeSync();
  return rows;
}

const row = (change: ProductRow): ProductRow => ({
  ...{ texte: 'a', entier: 1, montant: 100n, date: '2021-06-30', booleen: true },
  ...change,
});

describe('a table comes back as it was written', () => {
  test('values of each type, in the order of the rows', async () => {
    const texte = 'L’« œuvre » d\'été, "dite"\n\u00a0; 💧';
    const file = await write("l'essai", [
      row({ texte, entier: -3, booleen: false }),
      row({ montant: -11n, date: '1900-01-01' }),
      row({ montant: 0n, date: '2100-12-31' }),
    ]);
    expect(await readBack(file)).toEqual([
      [texte, '-3', '1.00', '2021-06-30', 'false'],
      ['a', '1', '-0.11', '1900-01-01', 'true'],
      ['a', '1', '0.00', '2100-12-31', 'true'],
    ]);
  });

  test('absent values stay absent, in every type, and are not zero', async () => {
    const nothing = Object.fromEntries(COLUMNS.map((name) => [name, null]));
    const file = await write('absent', [nothing, {}]);
    expect(await readBack(file)).toEqual([COLUMNS.map(() => null), COLUMNS.map(() => null)]);
    expect((await inspectParquet(file)).sums).toEqual({ montant: 0n });
  });

  test('the largest amounts keep their last cent', async () => {
    const file = await write('grand', [
      row({ montant: MONTANT_MAX }),
      row({ montant: -MONTANT_MAX }),
    ]);
    const amounts = (await readBack(file)).map((r) => r[2]);
    expect(amounts).toEqual(['999999999999.99', '-999999999999.99']);
  });

  test('an empty table keeps its columns', async () => {
    const facts = await inspectParquet(await write('vide', []));
    expect(facts).toEqual({ rows: 0, columns: [...COLUMNS], sums: { montant: 0n } });
  });
});

test('the second reader counts rows and sums cents, negative ones and great ones included', async () => {
  const amounts = [MONTANT_MAX, MONTANT_MAX, -11n, -49_163_311n, 1n];
  const file = await write(
    'somme',
    amounts.map((montant) => row({ montant })),
  );
  const { rows, sums } = await inspectParquet(file);
  expect(rows).toBe(5);
  expect(sums).toEqual({ montant: amounts.reduce((a, b) => a + b, 0n) });
});

test('the same rows give the same bytes, and other rows other bytes', async () => {
  const rows = Array.from({ length: 500 }, (_, i) => row({ entier: i, montant: BigInt(i) * 7n }));
  const [a, b] = [readFileSync(await write('a', rows)), readFileSync(await write('b', rows))];
  expect(a.equals(b)).toBe(true);
  const c = readFileSync(await write('c', [...rows].reverse()));
  expect(a.equals(c)).toBe(false);
});

test('every column of the product has a type of SQL', () => {
  const types = new Set(
    Object.values(TABLES).flatMap((t) => Object.values(t.colonnes).map(sqlType)),
  );
  expect([...types].sort()).toEqual(['BOOLEAN', 'DATE', 'DECIMAL(14,2)', 'INTEGER', 'VARCHAR']);
});
