/** `npm test`: every check in order, stopping at the first that fails. Runs before any install. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from '../pipelines/site/install.mjs';
import { requireNode } from '../pipelines/site/node-version.mjs';
import { runMain, runPackage, StageError } from '../pipelines/site/process.mjs';
import { makeProduct } from '../pipelines/site/product.mjs';
import { buildSite } from '../pipelines/site/site.mjs';
import { ensureChromium } from '../pipelines/programmes/chromium.mjs';
import { ensureLibreOffice } from './lib/libreoffice.mjs';
import { ensureNginx } from './lib/nginx.mjs';
import { ensureProgramme, NOMS } from './lib/programmes.mjs';

const say = console.log;
const reports = mkdtempSync(join(tmpdir(), 'retombees-tests-'));
const counts = { passed: 0, failed: 0, skipped: 0 };

/** @type {[string, () => Promise<number>][]} */
const STEPS = [
  ['Format (prettier)', () => runPackage('prettier/bin/prettier.cjs', ['--check', '.'])],
  ['Lint (eslint)', () => runPackage('eslint/bin/eslint.js', ['.', '--max-warnings', '0'])],
  ['Types (svelte-check)', checkTypes],
  ['Unit tests', () => runTests('unit')],
  ['Product and site', makeProductAndSite],
  ['Pipeline and query tests', () => runTests('pipeline')],
  ['Browser tests', () => runTests('e2e')],
];

await runMain(async () => {
  requireNode();
  try {
    await install(say);
    await ensureChromium(say);
    ensureLibreOffice(say);
    for (const nom of NOMS) ensureProgramme(nom, say);
    ensureNginx(say);
    process.exitCode = await runSteps();
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
});

async function runSteps() {
  for (const [title, step] of STEPS) {
    say(`\n▶ ${title}`);
    const code = await step();
    if (code === 0) continue;
    say(`\n✗ ${title}`);
    return close(code);
  }
  return close(0);
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

async function checkTypes() {
  const code = await runPackage('@sveltejs/kit/svelte-kit.js', ['sync']);
  if (code !== 0) return code;
  const args = ['--tsconfig', './tsconfig.json', '--fail-on-warnings'];
  return runPackage('svelte-check/bin/svelte-check', args);
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

/** @param {string} project */
async function runTests(project) {
  const report = join(reports, `${project}.json`);
  const code = await runPackage('vitest/vitest.mjs', [
    'run',
    ...['--project', project, '--maxWorkers', '100%'],
    ...['--reporter', 'default', '--reporter', 'json', '--outputFile.json', report],
  ]);
  const skipped = addCounts(report);
  if (code !== 0 || skipped === 0 || process.env.CI !== 'true') return code;
  say(`${skipped} skipped tests: on CI, none may be.`);
  return 1;
}

/**
 * Adds the counts of one vitest report, and gives the number of tests that did not run. Those that did not end, as
 * when the process that ran them died, are named.
 * @param {string} report
 * @returns {number}
 */
function addCounts(report) {
  if (!existsSync(report)) return 0;
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  for (const { name, assertionResults } of testResults)
    for (const { status, fullName } of assertionResults)
      if (!['passed', 'failed'].includes(status)) say(`${status}: ${name}: ${fullName}`);
  counts.passed += numPassedTests;
  counts.failed += numFailedTests;
  counts.skipped += numPendingTests + numTodoTests;
  return numPendingTests + numTodoTests;
}
