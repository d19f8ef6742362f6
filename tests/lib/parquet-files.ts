import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

/** Writes `<dir>/<table>.parquet` with the rows of a SELECT, as the pipeline's writer would. */
export async function writeParquet(dir: string, table: string, select: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const path = join(dir, `${table}.parquet`).replaceAll("'", "''");
  await connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
}
