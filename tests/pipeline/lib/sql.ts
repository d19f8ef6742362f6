/** Questions put to the published Parquet by DuckDB itself, without any code of the project. */
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

export type Cells = Record<string, string | null>;

/** Opens one view a file; every value comes back as text, amounts with their two decimals. */
export async function openPublication(folder: string, tables: readonly string[]) {
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  for (const table of tables) {
    const file = path.join(folder, `${table}.parquet`).replaceAll("'", "''");
    await db.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet('${file}')`);
  }
  const close = () => {
    db.closeSync();
    instance.closeSync();
  };
  return { rows: (sql: string) => rowsOf(db, sql), close };
}

export type Publication = Awaited<ReturnType<typeof openPublication>>;

async function rowsOf(db: DuckDBConnection, sql: string): Promise<Cells[]> {
  const reader = await db.runAndReadAll(sql);
  return reader.getRowObjects().map((row) => {
    const cells = Object.entries(row).map(([k, v]) => [k, v === null ? null : String(v)] as const);
    return Object.fromEntries(cells);
  });
}
