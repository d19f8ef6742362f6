/// <reference types="vite/client" />

declare module 'virtual:product-hashes' {
  /** By address of a Parquet file, without query string; empty where the product may change. */
  const hashes: Readonly<Record<string, { readonly requete: string; readonly integrite: string }>>;
  export default hashes;
}

declare module 'virtual:engine-sizes' {
  /** Raw size in bytes of DuckDB's WebAssembly file; a compressed answer hides it. */
  export const DUCKDB_BYTES: number;
}
