/**
 * `npm test`: every check, the most telling cases of each test; `npm run test:complet`: all of them. Stops at the
 * first step that fails. Runs before any install.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install } from '../pipelines/site/install.mjs';
import { requireNode } from '../pipelines/site/node-version.mjs';
import { ROOT, runMain, runPackage, StageError } from '../pipelines/site/process.mjs';
import { makeProduct } from '../pipelines/site/product.mjs';
import { buildSite } from '../pipelines/site/site.mjs';
import { ensureChromium } from '../pipelines/programmes/chromium.mjs';
import { ensureLibreOffice } from './lib/libreoffice.mjs';
import { ensureNginx } from './lib/nginx.mjs';
import { ensureProgramme, NOMS } from './lib/programmes.mjs';

const say = console.log;
/** What the reporter of `vitest.config.ts` counts in a run. */
const COUNTED = join(ROOT, 'node_modules/.cache/retombees/comptes.json');
const counts = { passed: 0, failed: 0, skipped: 0 };

/**
 * One after the other; those of a line side by side, as the first uses one processor.
 * @type {readonly (readonly [string, () => Promise<number>])[][]}
 */
const STEPS = [
  [
    ['Product and site', makeProductAndSite],
    [
      'Format, lint, types and tests without the product',
      async () => (await checkSources()) || runTests('unit', 'sans-produit'),
    ],
  ],
  [['Pipeline and browser tests', () => runTests('e2e', 'pipeline')]],
];

await runMain(async () => {
  requireNode();
  // A larger nursery for all that runs: forms and pages make many objects that live briefly.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --max-semi-space-size=32`;
  await install(say);
  await ensureChromium(say);
  ensureLibreOffice(say);
  for (const nom of NOMS) ensureProgramme(nom, say);
  ensureNginx(say);
  process.exitCode = await runSteps();
});

async function runSteps() {
  for (const line of STEPS) {
    const codes = await Promise.all(line.map(runStep));
    const code = codes.find((one) => one !== 0);
    if (code !== undefined) return close(code);
  }
  return close(0);
}

/** @param {readonly [string, () => Promise<number>]} step */
async function runStep([title, step]) {
  const start = performance.now();
  say(`\n▶ ${title}`);
  const code = await step();
  say(`\n${code === 0 ? '✓' : '✗'} ${title} (${Math.round((performance.now() - start) / 1000)} s)`);
  return code;
}

/**
 * A step that fails without a failed test counts as one.
 * @param {number} code
 */
function close(code) {
  const failed = code === 0 ? counts.failed : Math.max(1, counts.failed);
  if (counts.skipped > 0) say(`\n${counts.skipped} skipped`);
  say(`\n${counts.passed} passed, ${failed} failed`);
  return code;
}

async function checkSources() {
  const types = ['--tsconfig', './tsconfig.json', '--fail-on-warnings', '--tsgo'];
  for (const [script, ...args] of [
    ['@sveltejs/kit/svelte-kit.js', 'sync'],
    ['oxfmt/bin/oxfmt', '--check', '.'],
    ['oxlint/bin/oxlint'],
    ['eslint/bin/eslint.js', '.', '--max-warnings', '0'],
    ['svelte-check/bin/svelte-check', ...types],
  ]) {
    const code = await runPackage(/** @type {string} */ (script), args);
    if (code !== 0) return code;
  }
  return 0;
}

async function makeProductAndSite() {
  try {
    await makeProduct(say);
    await buildSite(say);
    return 0;
  } catch (error) {
    if (!(error instanceof StageError)) throw error;
    say(error.message);
    return 1;
  }
}

/** @param {string[]} projects */
async function runTests(...projects) {
  rmSync(COUNTED, { force: true });
  const chosen = projects.flatMap((project) => ['--project', project]);
  const code = await runPackage('vitest/vitest.mjs', ['run', ...chosen]);
  const skipped = addCounts();
  if (code !== 0 || skipped === 0 || process.env.CI !== 'true') return code;
  say(`${skipped} skipped tests: on CI, none may be.`);
  return 1;
}

/**
 * Adds the counts of the last run of vitest.
 * @returns {number} tests that should have run, and did not
 */
function addCounts() {
  if (!existsSync(COUNTED)) return 0;
  const { passed, failed, skipped } = JSON.parse(readFileSync(COUNTED, 'utf8'));
  counts.passed += passed;
  counts.failed += failed;
  counts.skipped += skipped;
  return skipped;
}
