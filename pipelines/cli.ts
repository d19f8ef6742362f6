import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { explainError } from './lib/errors';
import { run } from './run';

const USAGE = 'Usage : npm run donnees -- --fonds <dossier de data/>';

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
  const { ok } = await run({ racine, fonds });
  return ok ? 0 : 1;
}

try {
  process.exitCode = await main(process.cwd());
} catch (error) {
  console.error(`\nErreur : ${explainError(error)}`);
  process.exitCode = 1;
}
