import { readFile } from 'node:fs/promises';
import { DuckDBDateValue, DuckDBDecimalValue, DuckDBInstance } from '@duckdb/node-api';
import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import { tableFromIPC } from 'apache-arrow';
import { readParquet } from 'parquet-wasm';
import { quoteIdentifier } from '../../src/lib/domain/sql';
import type { Column } from '../../src/lib/domain/tables';
import type { EditionTable } from '../steps/suppress';
import type { ProductValue } from '../steps/link/rows';

const SQL_TYPES: Readonly<Record<Column['type'], string>> = {
  texte: 'VARCHAR',
  entier: 'INTEGER',
  montant: 'DECIMAL(14,2)',
  date: 'DATE',
  booleen: 'BOOLEAN',
};

/** SQL type of a column, as it stands in the Parquet file. */
export const sqlType = (column: Column): string => SQL_TYPES[column.type];

const DAY_MS = 86_400_000;
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;

function append(appender: DuckDBAppender, column: Column, value: ProductValue): void {
  if (value === null) appender.appendNull();
  else if (typeof value === 'bigint') appender.appendDecimal(new DuckDBDecimalValue(value, 14, 2));
  else if (typeof value === 'boolean') appender.appendBoolean(value);
  else if (typeof value === 'number') appender.appendInteger(value);
  else if (column.type === 'date')
    appender.appendDate(new DuckDBDateValue(Date.parse(`${value}T00:00:00Z`) / DAY_MS));
  else appender.appendVarchar(value);
}

async function writeTable(db: DuckDBConnection, table: EditionTable, file: string): Promise<void> {
  const columns = table.colonnes.map(
    ([name, column]) => `${quoteIdentifier(name)} ${sqlType(column)}`,
  );
  await db.run(`CREATE OR REPLACE TABLE ecriture (${columns.join(', ')})`);
  const appender = await db.createAppender('ecriture');
  for (const row of table.rows) {
    for (const [name, column] of table.colonnes) append(appender, column, row[name] ?? null);
    appender.endRow();
  }
  appender.closeSync();
  await db.run(`COPY ecriture TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`);
}

/** Writes each table to the file it is given, in the order of its rows: same rows, same bytes. */
export async function writeParquet(
  tables: readonly { readonly table: EditionTable; readonly file: string }[],
): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const db = await instance.connect();
  try {
    for (const { table, file } of tables) await writeTable(db, table, file);
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

export interface ParquetFacts {
  readonly rows: number;
  readonly columns: readonly string[];
  /** Sum of each DECIMAL column, in cents. */
  readonly sums: Readonly<Record<string, bigint>>;
}

/** Reads a file back with another reader than the one that wrote it: rows, columns, sums in cents. */
export async function inspectParquet(file: string): Promise<ParquetFacts> {
  const arrow = tableFromIPC(readParquet(await readFile(file)).intoIPCStream());
  const sums: Record<string, bigint> = {};
  for (const { name, type } of arrow.schema.fields) {
    if (!String(type).startsWith('Decimal')) continue;
    let total = 0n;
    for (const value of arrow.getChild(name) ?? [])
      if (value !== null) total += decimalToCents(value);
    sums[name] = total;
  }
  return { rows: arrow.numRows, columns: arrow.schema.fields.map((f) => f.name), sums };
}

/** Four little-endian 32-bit words of a 128-bit two's complement number. */
function decimalToCents(words: Uint32Array): bigint {
  const unsigned = words.reduce((total, word, i) => total + (BigInt(word) << BigInt(32 * i)), 0n);
  return BigInt.asIntN(128, unsigned);
}

/** Rows of a file, as JSON values: amounts are numbers to read, not to count with. */
export async function readRows(file: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  try {
    const reader = await db.runAndReadAll(`SELECT * FROM read_parquet(${literal(file)})`);
    return reader.getRowObjectsJson();
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}
