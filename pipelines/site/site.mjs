import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { compress, FOR_PUBLICATION } from './compress.mjs';
import { filesUnder, fingerprint } from './fingerprint.mjs';
import { writeHeadersFile } from './headers-file.mjs';
import { NGINX_FILE, writeNginx } from './nginx.mjs';
import { LISTE, writeOfflineList } from './offline-list.mjs';
import { listFunds, notedFolders, privateFolder } from './product.mjs';
import { ROOT, runPackage, StageError } from './process.mjs';

/** The folder of the built site. */
export const BUILD = join(ROOT, 'build');

/** A dotfile, so that it is not served. */
const STAMP = join(BUILD, '.empreinte');

/** Where pages are written, one by one. */
const PAGES = join(ROOT, '.svelte-kit', 'output', 'prerendered');

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
 * Builds the site from the product, then compresses it: quickly, or as small as can be for one to publish.
 * @param {(line: string) => void} say
 * @param {{ toPublish?: boolean }} [options]
 */
export async function buildSite(say, { toPublish = false } = {}) {
  const stamp = await current();
  await rm(STAMP, { force: true });
  say('Construction du site…');
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    RETOMBEES_VERSION: await versionOf(),
  };
  await rm(PAGES, { recursive: true, force: true });
  const told = tellPages(say);
  const build = runPackage('vite/bin/vite.js', ['build', '--logLevel', 'warn'], env);
  const code = await build.finally(() => clearInterval(told));
  if (code !== 0) {
    throw new StageError('La construction du site a échoué : voir les messages ci-dessus.');
  }
  const cacheDir = join(ROOT, 'node_modules', '.cache', 'retombees');
  const options = { cacheDir, ...(toPublish && { quality: FOR_PUBLICATION }) };
  await compress(BUILD, { say, ...options });
  await writeOfflineList(BUILD);
  await compress(join(BUILD, dirname(LISTE)), { say: () => undefined, ...options });
  await writeHeadersFile(BUILD);
  await writeNginx(process.env.RETOMBEES_URL);
  say(`En-têtes pour l'hébergement : build/_headers et ${NGINX_FILE}.`);
  await writeFile(STAMP, stamp);
}

/**
 * Says every few seconds how many pages are written so far.
 * @param {(line: string) => void} say
 */
function tellPages(say) {
  let last = 0;
  return setInterval(async () => {
    const pages = (await filesUnder(PAGES)).filter((file) => file.endsWith('.html')).length;
    if (pages > last) say(`  Pages écrites : ${pages}…`);
    last = pages;
  }, 5000);
}

/**
 * Version of the site that is made now: the same site made again keeps it, so that readers are told of what is new only.
 * What was published before changes a site through the product alone.
 */
export async function versionOf(root = ROOT) {
  const inputs = await current(
    listFunds(root).map((id) => `data/${id}/publications`),
    root,
  );
  const product = await fingerprint(root, ['static/donnees']);
  const address = process.env.RETOMBEES_URL ?? '';
  return createHash('sha256').update(`${inputs}${product}${address}`).digest('hex').slice(0, 16);
}

/**
 * Fingerprint of what the site is made from.
 * @param {readonly string[]} except paths that are left out too
 */
function current(except = [], root = ROOT) {
  const left = ['static/donnees', ...notedFolders(root), ...except];
  return fingerprint(root, [...INPUTS, privateFolder()], { except: left });
}
