/**
 * `_headers`, for hosts that read it (Cloudflare Pages, Netlify and others). There every rule that matches
 * counts, and a header given twice is sent twice: so no two rules here give the same header to an address.
 */
import { writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { filesUnder } from './fingerprint.mjs';
import { headersByPath, OVER_HTTPS, SAME_FOR_ALL, TYPES } from './headers.mjs';

/** Name of the file in the built site. */
export const HEADERS_FILE = '_headers';

/**
 * Writes `_headers` in a built site.
 * @param {string} dir
 */
export async function writeHeadersFile(dir) {
  await writeFile(join(dir, HEADERS_FILE), headersFile(await addressesOf(dir)));
}

/**
 * Addresses of a built site, in order: that of a page has no extension.
 * @param {string} dir
 */
export async function addressesOf(dir) {
  const files = (await filesUnder(dir)).map((path) => relative(dir, path).split(sep).join('/'));
  return files
    .filter((file) => file !== HEADERS_FILE && !/(^|\/)\.|\.br$/.test(file))
    .map((file) => `/${file}`.replace(/(?<!\/404)\.html$/, '').replace(/\/index$/, '/'))
    .sort();
}

/**
 * @param {readonly string[]} addresses
 * @returns {string}
 * @throws {Error} when addresses of one rule do not take the same headers
 */
export function headersFile(addresses) {
  /** @type {Map<string, Record<string, string>>} */
  const rules = new Map([['/*', { ...SAME_FOR_ALL, ...OVER_HTTPS }]]);
  const funds = new Set(addresses.map((path) => /^\/donnees\/([^/]+)\//.exec(path)?.[1]));
  for (const path of addresses) {
    const rule = ruleOf(path, funds);
    rules.set(rule, merge(rule, rules.get(rule) ?? {}, headersByPath(path)));
    if (path.endsWith('.wasm')) rules.set(path, { 'Content-Type': TYPES.wasm ?? '' });
  }
  return [...rules].map(([rule, headers]) => block(rule, headers)).join('\n');
}

/**
 * A host takes a hundred rules: one an address at the top only, then one for all pages of a kind.
 * @param {string} path
 * @param {ReadonlySet<string | undefined>} funds
 */
function ruleOf(path, funds) {
  const [first = '', second, third] = path.slice(1).split('/');
  if (second === undefined) return path;
  if (third === undefined) return '/:dossier/:nom';
  return `/${funds.has(first) ? ':fonds' : first}/${second}/*`;
}

/**
 * A policy that some files of a rule have may go with the others: what is neither page nor script has no use for it.
 * @param {string} rule
 * @param {Record<string, string>} known
 * @param {Record<string, string>} added
 */
function merge(rule, known, added) {
  for (const [name, value] of Object.entries(added))
    if ((known[name] ?? value) !== value)
      throw new Error(`_headers: ${rule} would give two values of ${name}`);
  return { ...known, ...added };
}

/**
 * @param {string} rule
 * @param {Record<string, string>} headers
 */
function block(rule, headers) {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${rule}\n${lines.join('')}`;
}
