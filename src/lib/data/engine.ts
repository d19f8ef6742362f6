/** One interface, two engines: Node at build time, DuckDB-WASM in the browser. */

export type Value = string | number | boolean | null;
export type Row = Record<string, Value>;

export interface Engine {
  /**
   * Runs one statement with its values bound to $1, $2…
   * In the rows: DECIMAL and BIGINT as number, DATE as `2025-10-15`, NULL as null.
   * @throws QueryError, which carries the SQL and the values.
   */
  query(sql: string, values: readonly Value[]): Promise<Row[]>;
  close(): Promise<void>;
}
