/** The one place that writes an identifier in SQL text. Values are bound, never written. */

/** Quotes a table or column name for DuckDB. */
export function quoteIdentifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
