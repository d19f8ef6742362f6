import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';
import { HEADERS_FILE } from './headers-file.mjs';
import { headersFor } from './headers.mjs';

/** @typedef {import('node:http').RequestListener} RequestListener */
/** @typedef {import('node:http').Server} Server */

/**
 * Serves a folder on this machine alone, compressed copies first, never a dotfile nor `_headers`.
 * The folder is read once: what changes in it later is not seen.
 * @param {{ dir: string, port: number }} options port 0 takes a free one
 * @returns {Promise<{ port: number, url: string, close: () => Promise<void> }>}
 * @throws {NodeJS.ErrnoException} EADDRINUSE when the port is taken
 */
export async function serve({ dir, port }) {
  const listener = listenerFor(dir);
  const server = await listen(listener, port, '127.0.0.1');
  const actual = portOf(server);
  const servers = [server];
  try {
    if (port !== 0) servers.push(await listen(listener, port, '::1'));
  } catch (error) {
    if (codeOf(error) === 'EADDRINUSE') {
      await stop(server);
      throw error;
    }
  }
  const close = async () => void (await Promise.all(servers.map(stop)));
  return { port: actual, url: `http://localhost:${actual}`, close };
}

/**
 * @param {string} dir
 * @returns {RequestListener}
 */
function listenerFor(dir) {
  const files = sirv(dir, { brotli: true, etag: true });
  const notFound = join(dir, '404.html');
  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { Allow: 'GET, HEAD' }).end();
      return;
    }
    if (!isReadable(request.headers.range)) {
      response.writeHead(416).end();
      return;
    }
    if (!RANGE.test(request.headers.range ?? '')) delete request.headers.range;
    const path = pathOf(request.url ?? '/');
    setHeaders(response, path);
    const missing = () => void answer404(response, notFound);
    if (path === `/${HEADERS_FILE}`) missing();
    else files(request, response, missing);
  };
}

/** The only ranges that sirv reads; the answer to another form is the whole file. */
const RANGE = /^bytes=(\d+)-(\d*)$/;

/**
 * Whether a range has an order, and numbers that sirv can count with.
 * @param {string} [range]
 */
function isReadable(range = '') {
  const [, first, last] = RANGE.exec(range) ?? [];
  const [from, to] = [Number(first ?? 0), Number(last || Number.MAX_SAFE_INTEGER)];
  return Number.isSafeInteger(from) && Number.isSafeInteger(to) && from <= to;
}

/**
 * The path as sirv looks it up: decoded, so that headers are those of the file that is sent.
 * @param {string} url
 */
function pathOf(url) {
  const path = url.replace(/[?#].*/s, '');
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} pathname
 */
function setHeaders(response, pathname) {
  for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {string} page
 */
async function answer404(response, page) {
  setHeaders(response, '/404.html');
  const found = existsSync(page);
  const body = found ? await readFile(page) : 'Page introuvable';
  response.setHeader('Content-Type', `text/${found ? 'html' : 'plain'};charset=utf-8`);
  response.writeHead(404).end(body);
}

/**
 * @param {RequestListener} listener
 * @param {number} port
 * @param {string} host
 * @returns {Promise<Server>}
 */
function listen(listener, port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

/** @param {Server} server */
function stop(server) {
  return new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
}

/** @param {Server} server */
function portOf(server) {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** @param {unknown} error */
function codeOf(error) {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
