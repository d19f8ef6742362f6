import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { writeGabarit } from './gabarit';
import { readListes } from './listes';

const USAGE = 'npm run gabarit -- --fonds <dossier de data/>';

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds'], console.error);
  if (asked === null) return 2;
  const { fonds } = asked;
  const bytes = writeGabarit(await readListes(path.join(racine, 'data', fonds)));
  const chemin = path.join('sorties', fonds, `gabarit-${fonds}.xlsx`);
  await mkdir(path.join(racine, path.dirname(chemin)), { recursive: true });
  await writeFile(path.join(racine, chemin), bytes);
  console.log(`Gabarit du registre écrit : ${chemin}`);
  return 0;
}

await runCommande(main);
