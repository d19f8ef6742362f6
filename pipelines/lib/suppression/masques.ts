/** Masks already found are kept on this machine: the same counts, asked again of the same code, have the same ones. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Cellule, type Mouvement, type Suppression, suppressSmall, type Unite } from './index';

const OWN = fileURLToPath(import.meta.url);
const SOLVEUR = createRequire(import.meta.url).resolve('highs/runtime');
const DOSSIER = path.resolve(SOLVEUR, '../../../.cache/retombees/masques');

/** Files that the masks depend on; made into one, it is that one. */
const sources = (): string[] => {
  const beside = ['index.ts', 'programme.ts'].map((nom) => path.join(path.dirname(OWN), nom));
  return [SOLVEUR, ...(beside.every((file) => existsSync(file)) ? beside : [OWN])];
};

let code: string | null = null;

function codeHash(): string {
  if (code !== null) return code;
  const hash = createHash('sha256');
  for (const file of sources()) hash.update(readFileSync(file));
  return (code = hash.digest('hex'));
}

/** What `suppressSmall` gives: looked for once, then read from the cache of the installed packages. */
export function suppressOnce(
  unites: readonly Unite[],
  cellules: readonly Cellule[],
  mouvements: readonly Mouvement[] = [],
): Suppression {
  const asked = JSON.stringify([codeHash(), unites, cellules, mouvements]);
  const file = path.join(DOSSIER, `${createHash('sha256').update(asked).digest('hex')}.json`);
  if (existsSync(file)) {
    const [cachees, exposees] = JSON.parse(readFileSync(file, 'utf8')) as string[][];
    return { cachees: new Set(cachees), exposees: new Set(exposees) };
  }
  const found = suppressSmall(unites, cellules, mouvements);
  keep(file, JSON.stringify([[...found.cachees], [...found.exposees]]));
  return found;
}

/** Renamed once whole, as another process may read it at any moment. */
function keep(file: string, text: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    mkdirSync(DOSSIER, { recursive: true });
    writeFileSync(aside, text);
    renameSync(aside, file);
  } catch {
    // Where nothing can be written, they are looked for each time.
    rmSync(aside, { force: true });
  }
}
