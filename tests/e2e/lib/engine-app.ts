import { join } from 'node:path';
import { build } from 'vite';
import { engineSizes } from '../../../pipelines/site/engine-sizes.mjs';

/** Builds the page around the WASM engine, laid out as the site lays out its files. */
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

const IMMUTABLE = {
  entryFileNames: '_app/immutable/[name]-[hash].js',
  chunkFileNames: '_app/immutable/[name]-[hash].js',
};
