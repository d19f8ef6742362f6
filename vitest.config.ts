import { configDefaults, defineConfig, mergeConfig } from 'vitest/config';
import { ATTENTE, COMPLET, FIN } from './tests/lib/ampleur.ts';
import { Durees, LongestFirst } from './tests/lib/durees.ts';
import vite from './vite.config.ts';
// What is kept of the compiled files goes when it changes.
import './svelte.config.js';

/** Folders of `tests/pipeline` that read nothing of the product: they are tested while it is made. */
const SANS_PRODUIT = 'classeurs|documents|gabarit|proprietes|regles';

/** A project of tests; a worker keeps from one file to the next what they import, browser and LibreOffice included. */
const project = (name: string, groupOrder: number, ...include: string[]) => ({
  extends: true as const,
  test: { name, include, isolate: false, sequence: { groupOrder } },
});

export default mergeConfig(
  vite,
  defineConfig({
    test: {
      environment: 'node',
      maxWorkers: '100%',
      exclude: [...configDefaults.exclude, '.mutations/**'],
      globalSetup: 'tests/lib/avant-tout.ts',
      setupFiles: 'tests/lib/avant-fichier.ts',
      reporters: ['default', new Durees()],
      sequence: { sequencer: LongestFirst },
      // What is compiled is kept by its own text, from a run to the next.
      experimental: { fsModuleCache: true },
      tags: [{ name: 'complet', description: 'npm run test:complet alone' }],
      ...(COMPLET ? {} : { tagsFilter: ['!complet'] }),
      expect: { poll: { timeout: ATTENTE } },
      ...{ testTimeout: FIN, hookTimeout: FIN, teardownTimeout: ATTENTE },
      projects: [
        project('unit', 0, 'src/**/*.test.ts', 'pipelines/**/*.test.ts'),
        project('sans-produit', 0, `tests/pipeline/@(${SANS_PRODUIT})/**/*.test.ts`),
        project(
          'pipeline',
          1,
          `tests/pipeline/{*,!(${SANS_PRODUIT})/**/*}.test.ts`,
          'tests/{queries,visuel}/**/*.test.ts',
        ),
        project('e2e', 1, 'tests/e2e/**/*.test.ts'),
      ],
    },
  }),
);
