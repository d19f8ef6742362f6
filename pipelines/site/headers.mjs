/** Headers of the site, as data: our own server, nginx and hosts that read `_headers` are all given these. */

export const SAME_FOR_ALL = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** For answers over https alone. Says nothing of sub-domains, which may be others'. */
export const OVER_HTTPS = { 'Strict-Transport-Security': 'max-age=31536000' };

/** Kit puts the hashes of its own script in a meta: a second script policy here would block it. */
const HTML_POLICY = "frame-ancestors 'self'";

/** A figure alone is made to stand in the page of another site. */
const FIGURE = /^\/[^/]+\/figures\/[^/]+$/;

/** A worker obeys this header and not the meta of the page. Any script may be run as a worker. */
const WORKER_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const FOREVER = 'public, max-age=31536000, immutable';

/**
 * Headers that depend on the path: the first pattern that it matches gives the value, '' sends none.
 * The patterns mean the same to nginx. A path without extension is a page.
 * @type {Record<string, { when: [RegExp, string][], otherwise: string }>}
 */
export const BY_PATH = {
  'Cache-Control': { when: [[/^\/_app\/immutable\//, FOREVER]], otherwise: 'no-cache' },
  'Content-Security-Policy': {
    when: [
      [/\.m?js$/, WORKER_POLICY],
      [FIGURE, ''],
      [/\/[^./]*$|\.html$/, HTML_POLICY],
    ],
    otherwise: '',
  },
};

/**
 * Types by extension, where servers are not all of one mind.
 * @type {Record<string, string>}
 */
export const TYPES = {
  age: 'application/octet-stream',
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  txt: 'text/plain;charset=utf-8',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
};

/**
 * The headers of an answer, from its path alone.
 * @param {string} pathname decoded or not, without query string
 * @returns {Record<string, string>}
 */
export function headersFor(pathname) {
  return { ...SAME_FOR_ALL, ...headersByPath(pathname), ...typeOf(pathname) };
}

/**
 * @param {string} pathname
 * @returns {Record<string, string>}
 */
export function headersByPath(pathname) {
  const values = Object.entries(BY_PATH).map(([name, { when, otherwise }]) => {
    const found = when.find(([pattern]) => pattern.test(pathname));
    return [name, found === undefined ? otherwise : found[1]];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== ''));
}

/** @param {string} pathname */
function typeOf(pathname) {
  const type = TYPES[pathname.slice(pathname.lastIndexOf('.') + 1)];
  return type === undefined ? {} : { 'Content-Type': type };
}
