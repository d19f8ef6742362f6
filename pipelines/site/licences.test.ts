import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'vite';
import { expect, it } from 'vitest';
import { licences } from './licences.mjs';

it('holds the licences of what pages and workers ship, and of nothing else', async () => {
  const cache = 'node_modules/.cache/retombees';
  mkdirSync(cache, { recursive: true });
  const root = mkdtempSync(path.join(cache, 'licences-'));
  try {
    writeFileSync(
      path.join(root, 'a.js'),
      "import { zlibSync } from 'fflate'; new Worker(new URL('./b.js', import.meta.url), { type: 'module' }).postMessage(zlibSync);",
    );
    writeFileSync(
      path.join(root, 'b.js'),
      "import { Decrypter } from 'age-encryption'; postMessage(Decrypter);",
    );
    const { site, workers } = licences();
    await build({
      root,
      configFile: false,
      logLevel: 'error',
      plugins: [site],
      worker: { format: 'es', plugins: workers },
      build: { rolldownOptions: { input: path.join(root, 'a.js') } },
    });
    const text = readFileSync(path.join(root, 'dist/LICENCES.txt'), 'utf8');
    expect(text).toMatch(/^fflate \d\S* \(MIT\)\n\nMIT License/m);
    expect(text).toMatch(/^age-encryption \d\S* \(BSD-3-Clause\)$/m);
    expect(text).toMatch(/^@noble\/hashes \d\S* \(MIT\)$/m);
    expect(text).not.toMatch(/^svelte /m);
  } finally {
    rmSync(root, { recursive: true });
  }
});
