import { describe, expect, it } from 'vitest';
import { headersFor } from './headers.mjs';

const PAGES = ['/', '/projets', '/demo/territoires/joliette', '/404.html', '/demo/'];
const SCRIPTS = ['/_app/immutable/workers/parquet.worker-D4x.js', '/_app/immutable/chunks/a.mjs'];
const DATA = '/donnees/demo/public/octrois.parquet';

describe('headersFor', () => {
  it.each([...PAGES, ...SCRIPTS, DATA])('protects %s', (path) => {
    const headers = headersFor(path);
    expect(headers['X-Content-Type-Options']).toBe('nosniff');
    expect(headers['Referrer-Policy']).toBe('strict-origin-when-cross-origin');
    expect(headers['Cross-Origin-Opener-Policy']).toBe('same-origin');
    expect(headers['Permissions-Policy']).toBe(
      'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()',
    );
  });

  it.each(PAGES)('leaves the scripts of %s to the policy in its meta', (path) => {
    expect(headersFor(path)['Content-Security-Policy']).toBe("frame-ancestors 'self'");
  });

  it.each(SCRIPTS)('confines %s to its origin, were it run as a worker', (path) => {
    expect(headersFor(path)['Content-Security-Policy']).toBe(
      "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'",
    );
  });

  it('sets no policy on what is neither a page nor a script', () => {
    expect(headersFor(DATA)).not.toHaveProperty('Content-Security-Policy');
  });

  it('caches for ever what has a hash in its name, and nothing else', () => {
    expect(headersFor('/_app/immutable/assets/duckdb-eh.x.wasm')['Cache-Control']).toBe(
      'public, max-age=31536000, immutable',
    );
    for (const path of [...PAGES, DATA, '/_app/version.json', '/x/_app/immutable/y.js']) {
      expect(headersFor(path)['Cache-Control']).toBe('no-cache');
    }
  });

  it('names the types that matter', () => {
    expect(headersFor('/a/b.wasm')['Content-Type']).toBe('application/wasm');
    expect(headersFor(DATA)['Content-Type']).toBe('application/vnd.apache.parquet');
    expect(headersFor('/a.csv')['Content-Type']).toBe('text/csv;charset=utf-8');
    expect(headersFor('/a.css')).not.toHaveProperty('Content-Type');
  });
});
