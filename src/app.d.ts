/// <reference types="vite/client" />

declare module 'virtual:engine-sizes' {
  /** Raw size in bytes of each WebAssembly file; a compressed answer hides it. */
  export const DUCKDB_BYTES: number;
  export const PARQUET_BYTES: number;
  /** Both, as they travel. */
  export const ENGINE_COMPRESSED: number;
}
