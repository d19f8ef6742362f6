/** Vite plugin: `virtual:engine-sizes` holds the sizes of the WebAssembly files, raw and as they travel, read at build. */
import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { brotliCompressSync, constants } from 'node:zlib';

const ID = 'virtual:engine-sizes';
const RESOLVED = `\0${ID}`;
const FILES = {
  DUCKDB_BYTES: '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  PARQUET_BYTES: 'parquet-wasm/esm/parquet_wasm_bg.wasm',
};

/** @type {Map<string, number>} */
const measured = new Map();

/**
 * Bytes of a file as the site is served: see `compress.mjs`.
 * @param {string} file
 */
function travelling(file) {
  const known = measured.get(file);
  if (known !== undefined) return known;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6 };
  const { length } = brotliCompressSync(readFileSync(file), { params });
  measured.set(file, length);
  return length;
}

/** @returns {import('vite').Plugin} */
export function engineSizes() {
  const { resolve } = createRequire(import.meta.url);
  return {
    name: 'engine-sizes',
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      const raw = Object.entries(FILES).map(
        ([name, file]) => `export const ${name} = ${statSync(resolve(file)).size};`,
      );
      const sent = Object.values(FILES).reduce((sum, file) => sum + travelling(resolve(file)), 0);
      return [...raw, `export const ENGINE_COMPRESSED = ${sent};`].join('\n');
    },
  };
}
