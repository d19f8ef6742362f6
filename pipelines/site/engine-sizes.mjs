/** Vite plugin: `virtual:engine-sizes` holds the raw size of the WebAssembly file, read at build. */
import { statSync } from 'node:fs';
import { createRequire } from 'node:module';

const ID = 'virtual:engine-sizes';
const RESOLVED = `\0${ID}`;
const FILE = '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';

/** @returns {import('vite').Plugin} */
export function engineSizes() {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'engine-sizes',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      return `export const DUCKDB_BYTES = ${statSync(resolve(FILE)).size};`;
    },
  };
}
