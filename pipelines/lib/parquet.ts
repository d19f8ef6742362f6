import { readFile } from 'node:fs/promises';
import {
  BOOLEAN,
  DATE,
  DECIMAL,
  DuckDBDataChunk,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { DuckDBConnection, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { type Data, DataType, tableFromIPC } from 'apache-arrow';
import { ParquetFile } from 'parquet-wasm';
import { quoteIdentifier } from '../../src/lib/domain/sql';
import type { Column } from '../../src/lib/domain/tables';
import type { EditionTable } from '../steps/suppress';
import type { ProductRow, ProductValue } from '../steps/link/rows';

const TYPES: Readonly<Record<Column['type'], DuckDBType>> = {
  texte: VARCHAR,
  entier: INTEGER,
  montant: DECIMAL(14, 2),
  date: DATE,
  booleen: BOOLEAN,
};

/** SQL type of a column, as it stands in the Parquet file. */
export const sqlType = (column: Column): string => TYPES[column.type].toString();

const DAY_MS = 86_400_000;
/** A path as SQL text, where none can be bound. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** Rows that DuckDB takes at once, at most. */
const MORCEAU = 2048;

function toDuckDB(column: Column, value: ProductValue): DuckDBValue {
  if (typeof value === 'bigint') return new DuckDBDecimalValue(value, 14, 2);
  if (column.type === 'date' && value !== null)
    return new DuckDBDateValue(Date.parse(`${String(value)}T00:00:00Z`) / DAY_MS);
  return value;
}

/** Rows a few at a time. */
function* morceauxOf(rows: Iterable<ProductRow>): Generator<ProductRow[]> {
  let own: ProductRow[] = [];
  for (const row of rows) {
    own.push(row);
    if (own.length < MORCEAU) continue;
    yield own;
    own = [];
  }
  if (own.length > 0) yield own;
}

async function writeTable(db: DuckDBConnection, table: EditionTable, file: string): Promise<void> {
  const columns = table.colonnes.map(
    ([name, column]) => `${quoteIdentifier(name)} ${sqlType(column)}`,
  );
  await db.run(`CREATE TABLE ecriture (${columns.join(', ')})`);
  const appender = await db.createAppender('ecriture');
  const chunk = DuckDBDataChunk.create(table.colonnes.map(([, column]) => TYPES[column.type]));
  for (const rows of morceauxOf(table.rows)) {
    chunk.reset();
    chunk.rowCount = rows.length;
    const values = table.colonnes.map((): DuckDBValue[] => []);
    for (const row of rows)
      for (const [i, [name, column]] of table.colonnes.entries())
        values[i]?.push(toDuckDB(column, row[name] ?? null));
    for (const [i, own] of values.entries()) chunk.setColumnValues(i, own);
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  await db.run(`COPY ecriture TO ${literal(file)} (FORMAT parquet, COMPRESSION zstd)`);
  await db.run('DROP TABLE ecriture');
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
  /** Rows that every column has. */
  readonly rows: number;
  readonly columns: readonly string[];
  /** Sum of each DECIMAL column, in cents. */
  readonly sums: Readonly<Record<string, bigint>>;
}

/** Reads a file back with another reader than the one that wrote it: rows, columns, sums in cents. */
export async function inspectParquet(file: string): Promise<ParquetFacts> {
  const parquet = await ParquetFile.fromFile(new Blob([await readFile(file)]));
  const { fields } = tableFromIPC(parquet.schema().intoIPCStream()).schema;
  const sums: Record<string, bigint> = {};
  let rows = Infinity;
  for (const { name, type } of fields) {
    let own = 0;
    if (DataType.isDecimal(type)) sums[name] = 0n;
    for await (const part of partsOf(parquet, name)) {
      own += part.length;
      if (DataType.isDecimal(type)) sums[name] = (sums[name] ?? 0n) + sumDecimals(part);
    }
    rows = Math.min(rows, own);
  }
  parquet.free();
  return { rows, columns: fields.map((f) => f.name), sums };
}

/** A column one group of rows at a time, so that a large file is never held whole. */
async function* partsOf(parquet: ParquetFile, column: string): AsyncGenerator<Data> {
  const groups = parquet.metadata().numRowGroups();
  for (let group = 0; group < groups; group++) {
    const read = await parquet.read({ rowGroups: [group], columns: [column] });
    yield* tableFromIPC(read.intoIPCStream()).getChildAt(0)?.data ?? [];
  }
}

/**
 * Sum of 128-bit two's complement numbers, each of four little-endian 32-bit words of which the last holds the
 * sign. Words are added by rank: no rank of a part, of a few thousand rows, comes near what a number holds.
 */
function sumDecimals(part: Data): bigint {
  const words = part.values as Uint32Array;
  const sums = [0, 0, 0, 0];
  for (let row = 0; row < part.length; row++) {
    if (!part.getValid(row)) continue;
    for (let rank = 0; rank < 4; rank++) {
      const word = words[row * 4 + rank] ?? 0;
      sums[rank] = (sums[rank] ?? 0) + (rank === 3 ? word | 0 : word);
    }
  }
  return sums.reduce((total, sum, rank) => total + (BigInt(sum) << BigInt(32 * rank)), 0n);
}

/** Rows of each file, as JSON values: amounts are numbers to read, not to count with. */
export async function readEach(
  files: readonly string[],
): Promise<Map<string, Record<string, unknown>[]>> {
  const found = new Map<string, Record<string, unknown>[]>();
  if (files.length === 0) return found;
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  try {
    for (const file of files) {
      const reader = await db.runAndReadAll(`SELECT * FROM read_parquet(${literal(file)})`);
      found.set(file, reader.getRowObjectsJson());
    }
    return found;
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}

/** Rows of a file, as JSON values. */
export const readRows = async (file: string): Promise<Record<string, unknown>[]> =>
  (await readEach([file])).get(file) ?? [];
