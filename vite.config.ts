import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';
import { engineSizes } from './pipelines/site/engine-sizes.mjs';
import { productHashes } from './pipelines/site/product-hashes.mjs';

export default defineConfig({
  plugins: [sveltekit(), engineSizes(), productHashes()],
  worker: { format: 'es' },
  build: {
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What most pages share comes as one file: a dozen small ones weigh more, and each is asked for.
      output: { codeSplitting: { groups: [{ name: 'commun', minShareCount: 12 }] } },
    },
  },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'pipelines/**/*.test.ts'],
          environment: 'node',
          // What one file imports serves the next: most of the time went to importing it anew.
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'pipeline',
          include: [
            'tests/pipeline/**/*.test.ts',
            'tests/queries/**/*.test.ts',
            'tests/visuel/**/*.test.ts',
          ],
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
    ],
  },
});
