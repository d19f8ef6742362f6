/** Unit tests without what the site needs to be built: they are run again for each change. */
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'pipelines/**/*.test.ts'],
    testTimeout: 30_000,
  },
});
