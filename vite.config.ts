import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { engineSizes } from './pipelines/site/engine-sizes.mjs';
import { licences } from './pipelines/site/licences.mjs';
import { productHashes } from './pipelines/site/product-hashes.mjs';

const { site, workers } = licences();

export default defineConfig({
  plugins: [sveltekit(), engineSizes(), productHashes(), site],
  worker: { format: 'es', plugins: workers },
  build: {
    rolldownOptions: {
      checks: { pluginTimings: false },
      // What most pages share comes as one file: a dozen small ones weigh more, and each is asked for.
      output: { codeSplitting: { groups: [{ name: 'commun', minShareCount: 12 }] } },
    },
  },
});
