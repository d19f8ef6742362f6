/** The built site on the servers that publish it: nginx itself, and the rules of hosts that read `_headers`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { addressesOf } from '../../pipelines/site/headers-file.mjs';
import { headersFor, OVER_HTTPS } from '../../pipelines/site/headers.mjs';
import { findNginx, WITHOUT_NGINX } from '../lib/nginx.mjs';
import { openBrowser } from './lib/harness';
import { startNginx, type RunningNginx } from './lib/nginx';

const BUILT = 'build';
const NAMES = [
  ...['x-content-type-options', 'referrer-policy', 'permissions-policy', 'cache-control'],
  ...['cross-origin-opener-policy', 'strict-transport-security', 'content-security-policy'],
];

let addresses: string[];
beforeAll(async () => {
  addresses = await addressesOf(BUILT);
  expect(addresses.length).toBeGreaterThan(500);
});

/** What our own server sends over https, names in lower case, nothing where it sends none. */
function expected(address: string): Record<string, string | undefined> {
  const sent = Object.entries({ ...headersFor(address), ...OVER_HTTPS });
  const lower = Object.fromEntries(sent.map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(NAMES.map((name) => [name, lower[name]]));
}

const found = nginxOrNull();
function nginxOrNull() {
  const nginx = findNginx();
  if (nginx === null) process.stderr.write(`${WITHOUT_NGINX}\n`);
  return nginx;
}

describe.skipIf(found === null)('nginx', () => {
  let nginx: RunningNginx;
  beforeAll(async () => {
    nginx = await startNginx(found!, BUILT);
  });
  afterAll(() => nginx?.close());

  const headersAt = async (address: string) => {
    const { headers } = await nginx.ask(address, { method: 'HEAD' });
    return Object.fromEntries(NAMES.map((name) => [name, headers[name]]));
  };

  it('sends each address of the site with the headers of our own server, and HSTS', async () => {
    for (const address of addresses)
      expect(await headersAt(encodeURI(address)), address).toEqual(expected(address));
  });

  it('names the types', async () => {
    const kinds = new Map(addresses.map((address) => [path.extname(address), address]));
    expect([...kinds.keys()]).toEqual(expect.arrayContaining(['', '.wasm', '.parquet', '.js']));
    for (const [extension, address] of kinds) {
      const { status, headers } = await nginx.ask(encodeURI(address), { method: 'HEAD' });
      const type = headers['content-type']?.replace('; ', ';');
      const page = extension === '' ? 'text/html;charset=utf-8' : undefined;
      const named = headersFor(address)['Content-Type'] ?? page;
      expect(status, address).toBe(200);
      if (named === undefined) expect(type, address).not.toBe('application/octet-stream');
      else expect(type?.replace('application/manifest+json;charset=utf-8', named)).toBe(named);
    }
  });

  it('sends the compressed copy to who takes it, and Parquet to the byte', async () => {
    const takes = { headers: { 'Accept-Encoding': 'br, gzip' } };
    const wasm = addresses.find((address) => address.includes('duckdb-eh'))!;
    for (const [address, file] of [[wasm, wasm] as const, ['/demo', '/demo.html'] as const]) {
      const { headers, body } = await nginx.ask(address, takes);
      expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
      expect(brotliDecompressSync(body).equals(readFileSync(`${BUILT}${file}`))).toBe(true);
    }
    const parquet = '/donnees/demo/public/octrois.parquet';
    const { headers, body } = await nginx.ask(`${parquet}?v=0`, takes);
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.equals(readFileSync(`${BUILT}${parquet}`))).toBe(true);
  });

  it('answers that nothing changed to who has the same copy', async () => {
    const { etag = '' } = (await nginx.ask('/demo')).headers;
    const again = await nginx.ask('/demo', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  it('shows the page of the site for what is not there, never what is not for readers', async () => {
    const page = readFileSync(`${BUILT}/404.html`);
    const gone = ['/absent', '/_app/immutable/gone.js', '/demo/figures/absente'];
    for (const address of [...gone, '/.empreinte', '/%2eempreinte', '/_headers', '/..%2fx']) {
      const { status, body } = await nginx.ask(address);
      if (address === '/..%2fx') expect(status).toBe(400);
      else expect([status, body.equals(page)], address).toEqual([404, true]);
    }
    for (const address of gone) expect(await headersAt(address)).toEqual(expected('/404.html'));
  });

  it('leads an address with a slash at its end to the page, and nowhere else', async () => {
    const page = await nginx.ask('/demo/projets/?cycle=2019-2024');
    expect(page.status).toBe(301);
    expect(page.headers.location).toBe('/demo/projets?cycle=2019-2024');
    for (const address of ['//exemple.org/', '/%5cexemple.org/']) {
      const { headers } = await nginx.ask(address);
      expect(headers.location ?? '', address).not.toMatch(/^[/\\]{2}|:/);
    }
  });

  it('leads plain http to https, without HSTS', async () => {
    const { status, headers } = await nginx.askPlain('/demo?a=1');
    expect(status).toBe(301);
    expect(headers.location).toBe('https://localhost/demo?a=1');
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('compresses on the fly without its module', async () => {
    const bare = await startNginx(found!, BUILT, { compressed: false });
    const { headers, body } = await bare.ask('/demo', {
      headers: { 'Accept-Encoding': 'br, gzip' },
    });
    await bare.close();
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(body).equals(readFileSync(`${BUILT}/demo.html`))).toBe(true);
  });

  it('serves a page whose filters work, without a complaint', AU_COMPLET, async () => {
    const browser = await openBrowser({ url: nginx.url, close: () => Promise.resolve() });
    const { page, complaints, foreign, close } = await browser.openPage();
    await page.goto('/lanaudiere/projets');
    await page.getByLabel('Cycle', { exact: true }).selectOption({ label: 'Cycle 2019-2024' });
    await page.getByLabel('Territoire', { exact: true }).selectOption({ label: 'Les Moulins' });
    await page.getByText('Projets 1 à 7 sur 7').waitFor();
    await close();
    await browser.close();
    expect({ complaints, foreign }).toEqual({ complaints: [], foreign: [] });
  });
});

/** Rules of a `_headers` file: all those that match an address give it their headers. */
function readRules(text: string): { matches: (address: string) => boolean; lines: string[] }[] {
  return text.split('\n\n').map((block) => {
    const [pattern = '', ...lines] = block.trim().split('\n');
    const source = pattern
      .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replace(/:\w+/g, '[^/]+')
      .replace('*', '.*');
    return { matches: (address) => new RegExp(`^${source}$`).test(address), lines };
  });
}

describe('a host that reads _headers', () => {
  const text = readFileSync(`${BUILT}/_headers`, 'utf8');
  const rules = readRules(text);

  const sentTo = (address: string): [name: string, value: string][] =>
    rules
      .filter(({ matches }) => matches(address))
      .flatMap(({ lines }) => lines)
      .map((line) => /^ {2}([\w-]+): (.+)$/.exec(line)!)
      .map(([, name = '', value = '']) => [name.toLowerCase(), value]);

  it('sends each header once, as our own server does', () => {
    for (const address of addresses) {
      const sent = sentTo(address);
      const names = sent.map(([name]) => name);
      expect(names, address).toEqual([...new Set(names)]);
      const { 'content-security-policy': policy, ...others } = expected(address);
      expect(Object.fromEntries(sent), address).toMatchObject(others);
      // What is neither page nor script obeys no policy, and may be given one.
      const obeys = policy !== undefined || !/\.\w+$/.test(address);
      if (obeys)
        expect(sent.find(([name]) => name === 'content-security-policy')?.[1]).toBe(policy);
    }
  });

  it('names the type of WebAssembly', () => {
    const wasm = addresses.filter((address) => address.endsWith('.wasm'));
    expect(wasm.length).toBe(1);
    for (const address of wasm)
      expect(sentTo(address)).toContainEqual(['content-type', 'application/wasm']);
  });

  it('stays within the hundred rules and the 2 000 characters a line that hosts take', () => {
    expect(rules.length).toBeLessThanOrEqual(100);
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(2000);
  });
});
