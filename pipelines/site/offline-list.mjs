import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { filesUnder } from './fingerprint.mjs';
import { readHashes } from './product-hashes.mjs';

/** @typedef {{ chemin: string, octets: number, brut: number, integrite?: string }} Fichier bytes as sent, and once decoded */
/** @typedef {{ pages: Fichier[], donnees: Fichier[] }} FichiersFonds */
/** @typedef {{ version: string, code: Fichier[], pages: Fichier[], fonds: Record<string, FichiersFonds> }} Liste */

/** Path of the list in the built site. */
export const LISTE = join('_app', 'hors-connexion', 'fichiers.json');

/**
 * Writes the list of what a browser may keep of a built and compressed site, with real sizes.
 * @param {string} dir
 */
export async function writeOfflineList(dir) {
  const path = join(dir, LISTE);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, JSON.stringify(await listOffline(dir)));
}

/**
 * @param {string} dir
 * @returns {Promise<Liste>}
 */
export async function listOffline(dir) {
  const { version } = JSON.parse(await readFile(join(dir, '_app', 'version.json'), 'utf8'));
  const funds = await fundsOf(dir);
  const pages = await pagesOf(dir);
  const hashes = Object.entries(readHashes(join(dir, 'donnees')));
  const fonds = await Promise.all(
    funds.map(async (id) => [
      id,
      { pages: pages.filter(isOf(id)), donnees: await dataOf(dir, hashes.filter(isDataOf(id))) },
    ]),
  );
  return {
    version,
    code: await describeAll(dir, await codeOf(dir)),
    pages: pages.filter((page) => !funds.some((id) => isOf(id)(page))),
    fonds: Object.fromEntries(fonds),
  };
}

/** @param {string} id */
const isOf =
  (id) =>
  (/** @type {Fichier} */ { chemin }) =>
    chemin === `/${id}` || chemin.startsWith(`/${id}/`);

/** @param {string} dir */
async function fundsOf(dir) {
  const folder = join(dir, 'donnees');
  return existsSync(folder) ? (await readdir(folder)).sort() : [];
}

/** @param {string} dir */
async function codeOf(dir) {
  const files = await filesUnder(join(dir, '_app', 'immutable'));
  return files.filter((path) => !path.endsWith('.br'));
}

/** @param {string} dir */
async function pagesOf(dir) {
  const files = (await filesUnder(dir)).filter((path) => path.endsWith('.html'));
  const pages = await describeAll(dir, files);
  return pages
    .map((page) => ({ ...page, chemin: page.chemin.replace(/(\/index)?\.html$/, '') || '/' }))
    .filter(({ chemin }) => chemin !== '/404');
}

/** @typedef {[chemin: string, empreinte: import('./product-hashes.mjs').Empreinte]} Hache */

/** @param {string} id */
const isDataOf =
  (id) =>
  (/** @type {Hache} */ [chemin]) =>
    chemin.startsWith(`/donnees/${id}/`);

/**
 * @param {string} dir
 * @param {readonly Hache[]} files
 */
async function dataOf(dir, files) {
  return Promise.all(
    files.map(async ([chemin, { requete, integrite }]) => ({
      ...(await describe(dir, join(dir, chemin))),
      chemin: `${chemin}${requete}`,
      integrite,
    })),
  );
}

/**
 * @param {string} dir
 * @param {readonly string[]} paths
 */
async function describeAll(dir, paths) {
  const files = await Promise.all(paths.map((path) => describe(dir, path)));
  return files.sort((a, b) => (a.chemin < b.chemin ? -1 : 1));
}

/**
 * @param {string} dir
 * @param {string} path
 * @returns {Promise<Fichier>}
 */
async function describe(dir, path) {
  const brut = (await stat(path)).size;
  const compressed = await stat(`${path}.br`).catch(() => null);
  const chemin = encodeURI(`/${relative(dir, path).split(sep).join('/')}`);
  return { chemin, octets: compressed?.size ?? brut, brut };
}
