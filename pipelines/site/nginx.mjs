/** The configuration of nginx that answers as our own server does. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BY_PATH, OVER_HTTPS, SAME_FOR_ALL, TYPES } from './headers.mjs';
import { HEADERS_FILE } from './headers-file.mjs';
import { ROOT } from './process.mjs';

/** @typedef {{ nom: string, racine: string, certificat: string, cle: string, http: string, https: string }} Site name of the host, folder, files of the certificate, and what to listen to: as `80`, or `127.0.0.1:80` */

/** Where the configuration is written. */
export const NGINX_FILE = join('sorties', 'nginx.conf');

/** @type {Record<string, string>} */
const OTHER_TYPES = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  xml: 'text/xml',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
};

/** Sent with `charset=utf-8`, and compressed on the fly where no compressed copy is taken. */
const TEXTS = [
  'text/css',
  'text/csv',
  'text/markdown',
  'text/plain',
  'text/javascript',
  'text/xml',
  'application/json',
  'application/manifest+json',
  'image/svg+xml',
];

/**
 * Writes the configuration for the address that the site was built for.
 * @param {string} [address]
 */
export async function writeNginx(address = 'https://retombees.exemple.org') {
  const nom = new URL(address).hostname;
  const keys = `/etc/letsencrypt/live/${nom}`;
  const path = join(ROOT, NGINX_FILE);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(
    path,
    nginxConfig({
      nom,
      racine: '/var/www/retombees/site',
      certificat: `${keys}/fullchain.pem`,
      cle: `${keys}/privkey.pem`,
      http: '80',
      https: '443',
    }),
  );
}

/**
 * @param {Site} site
 * @returns {string} to include in the block `http` of nginx
 */
export function nginxConfig(site) {
  const maps = Object.entries(BY_PATH).map(([name, rule]) => map(name, rule));
  return `# À mettre dans /etc/nginx/sites-enabled/. À adapter : le nom, le dossier, le certificat.
# Paquets Debian : nginx et libnginx-mod-http-brotli-static.

${maps.join('\n')}
server {
    listen ${site.http};
    server_name ${site.nom};
    return 301 https://$server_name$request_uri;
}

server {
    listen ${site.https} ssl http2;
    server_name ${site.nom};
    root ${site.racine};

    ssl_certificate ${site.certificat};
    ssl_certificate_key ${site.cle};
    ssl_protocols TLSv1.2 TLSv1.3;
    server_tokens off;
    absolute_redirect off;

${headers()}

    types {
${types()}
    }
    default_type application/octet-stream;
    charset utf-8;
    charset_types ${TEXTS.join(' ')};

    # Copies compressées, à côté des fichiers. Sans le paquet du module, ôtez cette ligne : gzip prend la relève.
    brotli_static on;
    gzip on;
    gzip_vary on;
    gzip_types ${TEXTS.join(' ')} application/wasm;

    # La page « /demo » est le fichier demo.html ; « /demo/ » mène à « /demo ».
    rewrite "^/([a-z0-9/-]+)/$" /$1 permanent;
    location / { try_files $uri $uri.html $uri/index.html =404; }
    location ~ "/\\.(?!well-known/)" { return 404; }
    location = /${HEADERS_FILE} { return 404; }
    error_page 404 /404.html;
}
`;
}

/** @param {string} name */
const variable = (name) => `$retombees_${name.toLowerCase().replaceAll('-', '_')}`;

/**
 * @param {string} name
 * @param {{ when: [RegExp, string][], otherwise: string }} rule
 */
function map(name, { when, otherwise }) {
  const lines = when.map(
    ([{ source }, value]) => `    "~${source.replaceAll('\\/', '/')}" "${value}";`,
  );
  return `map $uri ${variable(name)} {\n${lines.join('\n')}\n    default "${otherwise}";\n}\n`;
}

function headers() {
  const fixed = Object.entries({ ...SAME_FOR_ALL, ...OVER_HTTPS });
  const byPath = Object.keys(BY_PATH).map((name) => [name, variable(name)]);
  return [...fixed, ...byPath]
    .map(([name, value]) => `    add_header ${name} "${value}" always;`)
    .join('\n');
}

function types() {
  return Object.entries({ ...OTHER_TYPES, ...TYPES })
    .map(([extension, type]) => `        ${type.replace(/;.*/, '')} ${extension};`)
    .join('\n');
}
