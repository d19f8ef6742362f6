import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';

/**
 * Fingerprint of files and folders: the paths and bytes of all they hold, in a fixed order.
 * What does not exist counts as empty.
 * @param {string} root
 * @param {readonly string[]} names paths from root
 * @param {{ except?: readonly string[] }} [options] paths under root that are left out
 * @returns {Promise<string>}
 */
export async function fingerprint(root, names, { except = [] } = {}) {
  const hash = createHash('sha256');
  const lists = await Promise.all(names.map((name) => filesUnder(resolve(root, name))));
  const paths = lists.flat().map((path) => relative(root, path).split(sep).join('/'));
  for (const path of [...new Set(paths)].sort()) {
    if (except.some((left) => path === left || path.startsWith(`${left}/`))) continue;
    const bytes = await readFile(resolve(root, path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/**
 * Every file under a folder, links followed; the path itself when it is a file.
 * @param {string} path
 * @returns {Promise<string[]>}
 */
export async function filesUnder(path) {
  if (!existsSync(path)) return [];
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) return [path];
  const nested = await Promise.all(
    entries.map((entry) => {
      const inside = join(path, entry.name);
      return entry.isFile() ? [inside] : filesUnder(inside);
    }),
  );
  return nested.flat();
}
