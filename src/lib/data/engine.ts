/** One interface, two engines: Node at build time, DuckDB-WASM in the browser. */
import type { Explore } from './exploration';

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export interface Engine {
  /**
   * Runs one statement with its values bound to $1, $2…
   * In the rows: DECIMAL and BIGINT as number, DATE as `2025-10-15`, NULL as null.
   * @throws QueryError, which carries the SQL and the values.
   */
  query(sql: string, values: readonly Value[]): Promise<Row[]>;
  /**
   * Answers one statement that a reader wrote. It reads the tables and nothing else: no other statement runs.
   * Values of types that rows cannot hold come as text.
   * @throws ExplorationError, with the place; a DOMException named AbortError when the signal fires.
   */
  readonly explore: Explore;
  close(): Promise<void>;
}
