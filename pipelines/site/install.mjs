import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, run, StageError } from './process.mjs';

/** @typedef {{ version?: string, link?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} LockEntry */
/** @typedef {{ process: { platform: string, arch: string }, libc: string | null }} Machine */

/**
 * Installs the packages when what is in node_modules is not what package-lock.json asks for.
 * @param {(line: string) => void} say
 */
export async function install(say) {
  const missing = missingPackages(ROOT);
  if (missing.length === 0) return;
  say(`Installation des paquets (${missing.length} à mettre en place)…`);
  if ((await npm(['ci', '--no-audit', '--no-fund'])) !== 0) {
    throw new StageError(
      "L'installation des paquets a échoué. Vérifiez l'accès au réseau, puis relancez la commande.",
    );
  }
}

/**
 * Paths of the packages of package-lock.json that are absent from node_modules or of another
 * version. npm writes what it installed in `node_modules/.package-lock.json` once it is done, so
 * an interrupted installation counts as absent.
 * @param {string} root
 * @returns {string[]}
 */
export function missingPackages(root, machine = thisMachine()) {
  const wanted = Object.entries(readPackages(join(root, 'package-lock.json')));
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'));
  return wanted
    .filter(([path, entry]) => path !== '' && isNeeded(entry, machine))
    .filter(([path, { version }]) => {
      if (!existsSync(join(root, path, 'package.json'))) return true;
      return installed[path]?.version !== version;
    })
    .map(([path]) => path);
}

/**
 * An optional package is needed when it is meant for this very machine, as native code is.
 * @param {LockEntry} entry
 * @param {Machine} machine
 */
function isNeeded({ optional, os, cpu, libc }, { process: { platform, arch }, libc: own }) {
  if (!optional) return true;
  if (!os?.includes(platform) || !cpu?.includes(arch)) return false;
  return libc === undefined || (own !== null && libc.includes(own));
}

/** @returns {Machine} */
function thisMachine() {
  if (process.platform !== 'linux') return { process, libc: null };
  const report = /** @type {{ header: object }} */ (process.report.getReport());
  return { process, libc: 'glibcVersionRuntime' in report.header ? 'glibc' : 'musl' };
}

/**
 * @param {string} path
 * @returns {Record<string, LockEntry>}
 */
function readPackages(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

/** @param {string[]} args */
function npm(args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return run(process.execPath, [script, ...args]);
  return run('npm', args, { shell: process.platform === 'win32' });
}
