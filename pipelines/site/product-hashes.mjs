/**
 * Vite plugin: `virtual:product-hashes` says what the Parquet files of this build hold, so that the pages of
 * a build never read the data of another.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ID = 'virtual:product-hashes';
const RESOLVED = `\0${ID}`;

/** @typedef {{ requete: string, integrite: string }} Empreinte query string of the address, and SRI of the bytes */

/**
 * Hashes of the published Parquet files, by address without query string.
 * @param {string} dir folder of the products, one folder a fund
 * @returns {Record<string, Empreinte>}
 */
export function readHashes(dir) {
  const funds = existsSync(dir) ? readdirSync(dir).sort() : [];
  return Object.fromEntries(funds.flatMap((fonds) => hashesOf(dir, fonds)));
}

/**
 * @param {string} dir
 * @param {string} fonds
 * @returns {[string, Empreinte][]}
 */
function hashesOf(dir, fonds) {
  const description = join(dir, fonds, 'public', 'datapackage.json');
  if (!existsSync(description)) return [];
  /** @type {{ resources: { path: string, hash: string }[] }} */
  const { resources } = JSON.parse(readFileSync(description, 'utf8'));
  return resources.map(({ path, hash }) => [`/donnees/${fonds}/public/${path}`, empreinte(hash)]);
}

/**
 * @param {string} hash `sha256:<hex>`
 * @returns {Empreinte}
 */
function empreinte(hash) {
  const hex = hash.replace('sha256:', '');
  const base64 = Buffer.from(hex, 'hex').toString('base64');
  return { requete: `?v=${hex.slice(0, 16)}`, integrite: `sha256-${base64}` };
}

/** @returns {import('vite').Plugin} */
export function productHashes() {
  let building = false;
  return {
    name: 'product-hashes',
    configResolved: ({ command }) => void (building = command === 'build'),
    resolveId: (id) => (id === ID ? RESOLVED : undefined),
    load(id) {
      if (id !== RESOLVED) return undefined;
      // Under `npm run dev` the product may be made again while the pages stay.
      const hashes = building ? readHashes(join('static', 'donnees')) : {};
      return `export default ${JSON.stringify(hashes)};`;
    },
  };
}
