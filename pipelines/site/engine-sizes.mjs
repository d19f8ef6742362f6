/** Vite plugin: `virtual:engine-sizes` holds the raw size of the WebAssembly files, read at build. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';

const ID = 'virtual:engine-sizes';
const RESOLVED = `\0${ID}`;
const FILES = {
  DUCKDB_BYTES: '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  PARQUET_BYTES: 'parquet-wasm/esm/parquet_wasm_bg.wasm',
};

/** @returns {import('vite').Plugin} */
export function engineSizes() {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'engine-sizes',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return Object.entries(FILES)
        .map(([name, file]) => `export const ${name} = ${statSync(resolve(file)).size};`)
        .join('\n');
    },
  };
}
