import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from './serve.mjs';

let dir: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'serve-'));
  await mkdir(join(dir, '_app/immutable'), { recursive: true });
  await writeFile(join(dir, 'index.html'), '<h1>Accueil</h1>');
  await writeFile(join(dir, 'projets.html'), '<h1>Projets</h1>');
  await writeFile(join(dir, '404.html'), '<h1>Introuvable</h1>');
  await writeFile(join(dir, 'octrois.parquet'), 'PAR1');
  await writeFile(join(dir, '.empreinte'), 'abc');
  await writeFile(join(dir, '_headers'), '/*');
  await writeFile(join(dir, '_app/immutable/a.js'), 'let a = 1;');
  await writeFile(join(dir, '_app/immutable/a.js.br'), brotliCompressSync('let a = 1;'));
  server = await serve({ dir, port: 0 });
});

afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

const ask = (path: string, init?: RequestInit): Promise<Response> =>
  fetch(`http://127.0.0.1:${server.port}${path}`, init);

/** Sends a path as it is: fetch would tidy it first. */
function askRaw(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port: server.port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject);
  });
}

describe('serve', () => {
  it.each([
    ['/', 'Accueil'],
    ['/projets', 'Projets'],
    ['/projets?territoire=joliette', 'Projets'],
  ])('answers %s with its page', async (path, text) => {
    const response = await ask(path);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(text);
    expect(response.headers.get('Content-Type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('Content-Security-Policy')).toBe("frame-ancestors 'self'");
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
  });

  it('gives the compressed copy to who takes it, for ever', async () => {
    const response = await ask('/_app/immutable/a.js', { headers: { 'Accept-Encoding': 'br' } });
    expect(response.headers.get('Content-Encoding')).toBe('br');
    expect(await response.text()).toBe('let a = 1;');
    expect(response.headers.get('Cache-Control')).toContain('immutable');
    expect(response.headers.get('Vary')).toBe('Accept-Encoding');
    const plain = await ask('/_app/immutable/a.js', { headers: { 'Accept-Encoding': 'identity' } });
    expect(plain.headers.get('Content-Encoding')).toBeNull();
  });

  it('answers that nothing changed to who has the same copy', async () => {
    const etag = (await ask('/octrois.parquet')).headers.get('ETag')!;
    const again = await ask('/octrois.parquet', { headers: { 'If-None-Match': etag } });
    expect(again.status).toBe(304);
  });

  it.each([
    ['bytes=1-2', 206, 'AR'],
    ['bytes=2-', 206, 'R1'],
    ['bytes=2-900', 206, 'R1'],
    ['bytes=5-2', 416, ''],
    ['bytes=9-', 416, ''],
    ['bytes=0-99999999999999999999', 416, ''],
    ['bytes=-2', 200, 'PAR1'],
    ['bytes=0-1,2-3', 200, 'PAR1'],
    ['octets', 200, 'PAR1'],
  ])('answers the range %s with %i, and goes on', async (range, status, text) => {
    const response = await ask('/octrois.parquet', { headers: { Range: range } });
    expect([response.status, await response.text()]).toEqual([status, text]);
    expect((await ask('/octrois.parquet')).status).toBe(200);
  });

  it('names the type of Parquet files', async () => {
    const { headers } = await ask('/octrois.parquet');
    expect(headers.get('Content-Type')).toBe('application/vnd.apache.parquet');
  });

  it('shows the page of the site for what is not there, and has it kept by nobody', async () => {
    const response = await ask('/_app/immutable/gone.js');
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('Introuvable');
    expect(response.headers.get('Content-Type')).toBe('text/html;charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-cache');
    expect(response.headers.get('Content-Security-Policy')).toBe("frame-ancestors 'self'");
  });

  it.each([
    '/.empreinte',
    '/_headers',
    '/%5fheaders',
    '/%2eempreinte',
    '/../serve.mjs',
    '/..%2f..%2fetc/passwd',
    '/%ff',
    '/absent',
  ])('gives nothing for %s', async (path) => {
    expect(await askRaw(path)).toBe(404);
  });

  it('gives a file the same headers however its path is written', async () => {
    const plain = await ask('/_app/immutable/a.js');
    const encoded = await ask('/_app/immutable/a%2Ejs');
    expect(encoded.headers.get('Content-Security-Policy')).toContain("'wasm-unsafe-eval'");
    expect([...encoded.headers.keys()]).toEqual([...plain.headers.keys()]);
  });

  it('only reads', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
  });

  it('says that a port is taken', async () => {
    await expect(serve({ dir, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });
});
