import { createHash, randomUUID } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { filesUnder } from './fingerprint.mjs';

const brotli = promisify(brotliCompress);

const EXTENSIONS = new Set(
  '.css .csv .html .js .json .md .mjs .svg .txt .wasm .webmanifest .xml'.split(' '),
);

/** Under this size, the headers of an answer weigh more than what is saved. */
const SMALLEST = 1024;
/** Brotli quality of a site to publish. */
export const FOR_PUBLICATION = 11;
/** Brotli quality of a site to look at: a fifth bigger, 40 times faster. */
const QUICK = 6;
/** From this size on, `FOR_PUBLICATION` takes more than a minute: `QUICK` it is. */
const BIG = 2_000_000;
/** zlib works in threads of its own: enough at once to keep each core busy. */
const AT_ONCE = 4;

/**
 * Writes `<file>.br` beside each text or WebAssembly file of a folder, unless it saves nothing.
 * Compressed bytes are kept by content in the cache, so that only what changed is compressed.
 * @param {string} dir
 * @param {{ say: (line: string) => void, cacheDir: string, quality?: number }} options
 * @returns {Promise<{ written: number, fromCache: number }>}
 */
export async function compress(dir, { say, cacheDir, quality = QUICK }) {
  await mkdir(cacheDir, { recursive: true });
  const files = await compressible(dir);
  const total = files.reduce((sum, { size }) => sum + size, 0);
  const count = { written: 0, fromCache: 0 };
  say(`Compression de ${files.length} fichiers (${megabytes(total)})…`);
  await inParallel(files, async (file) => {
    const outcome = await compressFile(file.path, cacheDir, file.size < BIG ? quality : QUICK);
    if (outcome !== 'useless') count.written += 1;
    if (outcome === 'cached') count.fromCache += 1;
    if (outcome === 'made' && file.size >= BIG) say(`  ${file.path.slice(dir.length + 1)}`);
  });
  say(`  Copies compressées : ${count.written}, dont déjà faites : ${count.fromCache}.`);
  return count;
}

/** @param {string} dir */
async function compressible(dir) {
  const paths = (await filesUnder(dir)).filter((path) => EXTENSIONS.has(extname(path)));
  const files = await Promise.all(
    paths.map(async (path) => ({ path, size: (await stat(path)).size })),
  );
  return files.filter(({ size }) => size >= SMALLEST).sort((a, b) => b.size - a.size);
}

/**
 * @param {string} path
 * @param {string} cacheDir
 * @param {number} quality
 * @returns {Promise<'made' | 'cached' | 'useless'>}
 */
async function compressFile(path, cacheDir, quality) {
  const bytes = await readFile(path);
  const key = createHash('sha256').update(bytes).digest('hex');
  const cached = join(cacheDir, `${key}-${quality}.br`);
  const known = await stat(cached).catch(() => null);
  const size = known?.size ?? (await store(cached, await brotliOf(bytes, quality)));
  if (size >= bytes.length) return 'useless';
  await copyFile(cached, `${path}.br`);
  return known === null ? 'made' : 'cached';
}

/**
 * @param {Buffer} bytes
 * @param {number} quality
 */
function brotliOf(bytes, quality) {
  return brotli(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/**
 * Writes aside then renames: a cache interrupted half-way holds no half file.
 * @param {string} path
 * @param {Buffer} bytes
 */
async function store(path, bytes) {
  const aside = `${path}.${randomUUID()}.tmp`;
  await writeFile(aside, bytes);
  await rename(aside, path);
  return bytes.length;
}

/**
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => Promise<void>} work
 */
async function inParallel(items, work) {
  const queue = items.values();
  const lane = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1).replace('.', ',')} Mo`;
}
