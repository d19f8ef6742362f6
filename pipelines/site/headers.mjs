const SAME_FOR_ALL = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Permissions-Policy':
    'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** Kit puts the hashes of its own script in a meta: a second script policy here would block it. */
const HTML_POLICY = "frame-ancestors 'self'";

/** A figure alone is made to stand in the page of another site. */
const FIGURE = /^\/[^/]+\/figures\/[^/]+$/;

/** A worker obeys this header and not the meta of the page. Any script may be run as a worker. */
const WORKER_POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const FOREVER = 'public, max-age=31536000, immutable';

/** @type {Record<string, string>} */
const TYPES = {
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
  txt: 'text/plain;charset=utf-8',
  webmanifest: 'application/manifest+json',
  wasm: 'application/wasm',
};

/**
 * The headers of an answer, from its path alone. A path without extension is a page.
 * @param {string} pathname decoded or not, without query string
 * @returns {Record<string, string>}
 */
export function headersFor(pathname) {
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  const extension = name.includes('.') ? name.slice(name.lastIndexOf('.') + 1) : 'html';
  const hashed = pathname.startsWith('/_app/immutable/');
  return {
    ...SAME_FOR_ALL,
    'Cache-Control': hashed ? FOREVER : 'no-cache',
    ...typeOf(extension),
    ...policyOf(extension, pathname),
  };
}

/** @param {string} extension */
function typeOf(extension) {
  const type = TYPES[extension];
  return type === undefined ? {} : { 'Content-Type': type };
}

/**
 * @param {string} extension
 * @param {string} pathname
 */
function policyOf(extension, pathname) {
  if (extension === 'html')
    return FIGURE.test(pathname) ? {} : { 'Content-Security-Policy': HTML_POLICY };
  if (extension === 'js' || extension === 'mjs')
    return { 'Content-Security-Policy': WORKER_POLICY };
  return {};
}
