import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
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
});
