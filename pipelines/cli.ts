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

async function main(racine: string): Promise<number> {
  const known = listFonds(racine);
  const { values } = parseArgs({ options: { fonds: { type: 'string' } } });
  const { fonds } = values;
  if (fonds === undefined || !known.includes(fonds)) {
    const said = fonds === undefined ? 'aucun fonds donné' : `le fonds « ${fonds} » n'existe pas`;
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
