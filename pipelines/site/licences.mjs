/** Vite plugins: `LICENCES.txt` holds the licences of all packages that the site ships, those of its workers included. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const FICHIER = 'LICENCES.txt';
const PAQUET = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** @param {string} dir folder of a package */
function licenceOf(dir) {
  const { name, version, license, author } = JSON.parse(
    readFileSync(join(dir, 'package.json'), 'utf8'),
  );
  const files = readdirSync(dir).filter((file) => /^(licen[cs]e|notice|copying)/i.test(file));
  const texts = files.sort().map((file) => readFileSync(join(dir, file), 'utf8').trim());
  // Some packages name their licence, and leave its text out.
  const text = texts.join('\n\n') || `${license}, ${author?.name ?? author ?? name}`;
  return `${name} ${version} (${license})\n\n${text}\n`;
}

/** @returns {{ site: import('vite').Plugin, workers: () => import('vite').Plugin[] }} */
export function licences() {
  /** @type {Set<string>} */
  const paquets = new Set();
  /** @param {import('vite').Rolldown.OutputBundle} bundle */
  const collect = (bundle) => {
    for (const piece of Object.values(bundle)) {
      const from = piece.type === 'chunk' ? piece.moduleIds : piece.originalFileNames;
      for (const file of from) {
        const [dir] = PAQUET.exec(file) ?? [];
        if (dir !== undefined && existsSync(join(dir, 'package.json'))) paquets.add(resolve(dir));
      }
    }
  };
  return {
    site: {
      name: 'licences',
      generateBundle(_, bundle) {
        collect(bundle);
        const source = [...paquets]
          .map(licenceOf)
          .sort()
          .join(`\n${'-'.repeat(80)}\n\n`);
        this.emitFile({ type: 'asset', fileName: FICHIER, source });
      },
    },
    workers: () => [{ name: 'licences-workers', generateBundle: (_, bundle) => collect(bundle) }],
  };
}
