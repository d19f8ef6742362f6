import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { Table } from 'apache-arrow';
import { rowsFromArrow } from './arrow-rows';
import type { Row } from './engine';
import type { ReadingSession } from './exploration';

/** Settings of a connection that readers write for, before the configuration is locked. */
export const READING = [
  'SET SESSION errors_as_json = true',
  // A device has less than the 3 GB that DuckDB would take.
  "SET memory_limit = '1GB'",
];

/** A session over a connection of its own. What is run was prepared before: `send` alone runs several statements. */
export function wasmSession(connection: AsyncDuckDBConnection): ReadingSession {
  return {
    begin: () => connection.query('BEGIN TRANSACTION READ ONLY'),
    check: async (sql) => (await connection.prepare(sql)).close(),
    async rows(sql) {
      const statement = await connection.prepare(sql);
      try {
        return rowsFromArrow(await statement.query());
      } finally {
        await statement.close();
      }
    },
    stream: (sql, signal) => streamRows(connection, sql, signal),
    end: () => connection.query('ROLLBACK'),
  };
}

async function* streamRows(
  connection: AsyncDuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row[]> {
  await (await connection.prepare(sql)).close();
  const cancel = (): void => void connection.cancelSent();
  signal?.addEventListener('abort', cancel);
  try {
    const reader = await connection.send(sql, true);
    for await (const batch of reader) {
      signal?.throwIfAborted();
      yield rowsFromArrow(new Table([batch]));
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause;
  } finally {
    signal?.removeEventListener('abort', cancel);
  }
}
