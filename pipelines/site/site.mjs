import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compress } from './compress.mjs';
import { fingerprint } from './fingerprint.mjs';
import { privateFolder } from './product.mjs';
import { ROOT, runPackage, StageError } from './process.mjs';

/** The folder of the built site. */
export const BUILD = join(ROOT, 'build');

/** A dotfile, so that it is not served. */
const STAMP = join(BUILD, '.empreinte');

/** What the site is made from, the product by its own inputs. */
const INPUTS = [
  'data',
  'pipelines',
  'src',
  'static',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

/** Whether the built site comes from the inputs as they are now. */
export async function isSiteFresh() {
  if (!existsSync(STAMP) || !existsSync(join(BUILD, 'index.html'))) return false;
  return (await readFile(STAMP, 'utf8')) === (await current());
}

/**
 * Builds the site from the product, then compresses it.
 * @param {(line: string) => void} say
 */
export async function buildSite(say) {
  const stamp = await current();
  await rm(STAMP, { force: true });
  say('Construction du site…');
  const env = { ...process.env, NODE_ENV: 'production' };
  if ((await runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], env)) !== 0) {
    throw new StageError('La construction du site a échoué : voir les messages ci-dessus.');
  }
  await compress(BUILD, { say, cacheDir: join(ROOT, 'node_modules', '.cache', 'retombees') });
  await writeFile(STAMP, stamp);
}

function current() {
  return fingerprint(ROOT, [...INPUTS, privateFolder()], { except: ['static/donnees'] });
}
