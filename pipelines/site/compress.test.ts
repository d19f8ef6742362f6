import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { compress, FOR_PUBLICATION } from './compress.mjs';

let dir: string;
let cacheDir: string;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'compress-'));
  cacheDir = await mkdtemp(join(tmpdir(), 'compress-cache-'));
});

afterEach(async () => {
  await rm(dir, { recursive: true });
  await rm(cacheDir, { recursive: true });
});

const run = (quality?: number) =>
  compress(dir, { cacheDir, say: () => undefined, ...(quality && { quality }) });
const textOf = async (name: string): Promise<string> =>
  brotliDecompressSync(await readFile(join(dir, name))).toString();
const TEXT = 'accordé, versé, dépensé\n'.repeat(200);

it('writes beside each text or wasm file a copy that gives the same bytes back', async () => {
  for (const name of ['a.html', 'b.js', 'c.wasm', 'd.svg']) await writeFile(join(dir, name), TEXT);
  expect(await run()).toMatchObject({ written: 4 });
  expect(await textOf('c.wasm.br')).toBe(TEXT);
});

it('leaves alone what is small, already compressed, or would not shrink', async () => {
  await writeFile(join(dir, 'small.js'), 'let a;');
  await writeFile(join(dir, 'font.woff2'), TEXT);
  await writeFile(join(dir, 'octrois.parquet'), TEXT);
  const hashes = Array.from({ length: 128 }, (_, i) =>
    createHash('sha256').update(`${i}`).digest(),
  );
  await writeFile(join(dir, 'noise.wasm'), Buffer.concat(hashes));
  await run();
  expect((await readdir(dir)).filter((name) => name.endsWith('.br'))).toEqual([]);
});

it('makes smaller copies of a site to publish', async () => {
  await writeFile(
    join(dir, 'a.json'),
    JSON.stringify(Array.from({ length: 4000 }, (_, i) => i ** 3)),
  );
  const sizeOf = async (quality?: number) => {
    await run(quality);
    return (await readFile(join(dir, 'a.json.br'))).length;
  };
  const quick = await sizeOf();
  expect(await sizeOf(FOR_PUBLICATION)).toBeLessThan(quick);
});

it('compresses again only what changed', async () => {
  await writeFile(join(dir, 'a.html'), TEXT);
  await run();
  const [cached] = await readdir(cacheDir);
  await writeFile(join(cacheDir, cached!), brotliCompressSync('from the cache'));
  await writeFile(join(dir, 'b.html'), `${TEXT}?`);
  expect(await run()).toEqual({ written: 2, fromCache: 1 });
  expect(await textOf('a.html.br')).toBe('from the cache');
  expect(await textOf('b.html.br')).toBe(`${TEXT}?`);
});
