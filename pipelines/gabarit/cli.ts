import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explainError } from '../lib/errors';
import { writeGabarit } from './gabarit';
import { readListes } from './listes';

const USAGE = 'Usage : npm run gabarit -- --fonds <dossier de data/>';

function listFonds(racine: string): string[] {
  const data = path.join(racine, 'data');
  if (!existsSync(data)) return [];
  return readdirSync(data).filter((name) => existsSync(path.join(data, name, 'fonds.yaml')));
}

/** The fund asked for; null when none is, undefined when the arguments cannot be read. */
function readFondsArgument(): string | null | undefined {
  try {
    return parseArgs({ options: { fonds: { type: 'string' } } }).values.fonds ?? null;
  } catch {
    return undefined;
  }
}

function explainRefusal(fonds: string | null | undefined): string {
  if (fonds === undefined) return 'option inconnue, ou sans sa valeur';
  return fonds === null ? 'aucun fonds donné' : `le fonds « ${fonds} » n'existe pas`;
}

async function main(racine: string): Promise<number> {
  const known = listFonds(racine);
  const fonds = readFondsArgument();
  if (typeof fonds !== 'string' || !known.includes(fonds)) {
    const said = explainRefusal(fonds);
    console.error(`Erreur : ${said}. ${USAGE}. Fonds trouvés : ${known.join(', ') || 'aucun'}.`);
    return 2;
  }
  const bytes = writeGabarit(await readListes(path.join(racine, 'data', fonds)));
  const chemin = path.join('sorties', fonds, `gabarit-${fonds}.xlsx`);
  await mkdir(path.join(racine, path.dirname(chemin)), { recursive: true });
  await writeFile(path.join(racine, chemin), bytes);
  console.log(`Gabarit du registre écrit : ${chemin}`);
  return 0;
}

try {
  process.exitCode = await main(process.cwd());
} catch (error) {
  console.error(`\nErreur : ${explainError(error)}`);
  process.exitCode = 1;
}
