import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { onceARun } from '../../lib/temp';
import { engineSizes } from '../../../pipelines/site/engine-sizes.mjs';

/** Builds a page around the WASM engine, laid out as the site lays out its files. */
export async function buildEngineApp(
  outDir: string,
  root = join(import.meta.dirname, '../engine-app'),
): Promise<void> {
  await build({
    root,
    configFile: false,
    mode: 'production',
    logLevel: 'error',
    plugins: [engineSizes()],
    worker: { format: 'es', rolldownOptions: { output: IMMUTABLE } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsDir: '_app/immutable/assets',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { output: IMMUTABLE },
    },
  });
}

/** Copies the page of the tests, which is built once a run, to a folder that data may be put in. */
export async function copyEngineApp(to: string): Promise<void> {
  cpSync(await onceARun('engine-app', buildEngineApp), to, { recursive: true });
}

const IMMUTABLE = {
  entryFileNames: '_app/immutable/[name]-[hash].js',
  chunkFileNames: '_app/immutable/[name]-[hash].js',
};
