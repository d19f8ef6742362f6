import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from '../../pipelines/programmes/debian.mjs';
import { findExecutable } from '../../pipelines/programmes/executable.mjs';

/**
 * nginx, its module for compressed copies, and what makes a certificate.
 * @typedef {{ nginx: string, brotli: string, openssl: string }} Nginx
 */

/** What to do when there is none. */
export const WITHOUT_NGINX =
  'nginx est introuvable, ou son module brotli : les essais qui l’utilisent sont sautés. ' +
  'Installez-les (Debian : nginx, libnginx-mod-http-brotli-static et openssl).';

/**
 * nginx already on this machine, null if there is none, with all that the tests ask of it.
 * @returns {Nginx | null}
 */
export function findNginx() {
  const find = (/** @type {string} */ name) =>
    findExecutable({ commands: [name], places: [`/usr/sbin/${name}`] });
  const nginx = find('nginx');
  const openssl = find('openssl');
  if (nginx === null || openssl === null) return null;
  const built = spawnSync(nginx, ['-V'], { encoding: 'utf8' }).stderr;
  const modules = /--modules-path=(\S+)/.exec(built)?.[1] ?? '';
  const brotli = join(modules, 'ngx_http_brotli_static_module.so');
  return existsSync(brotli) ? { nginx, brotli, openssl } : null;
}

/**
 * nginx: found, else installed from Debian when possible. Without it, what needs it is skipped.
 * @param {(line: string) => void} say
 * @returns {Nginx | null}
 */
export function ensureNginx(say) {
  if (findNginx() === null && canInstallPackages()) {
    say('Installation de nginx (paquets Debian)…');
    installPackages(['nginx', 'libnginx-mod-http-brotli-static', 'openssl']);
  }
  const found = findNginx();
  if (found === null) say(WITHOUT_NGINX);
  return found;
}
