import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { formatDate } from '../../src/lib/domain/mois';
import { createProgress } from '../lib/progress';
import { readRedditions } from '../lib/redditions';
import { describeRappel, listRappels, rappelsToCsv } from './rappels';

const USAGE = 'npm run rappels -- --fonds <dossier de data/> [--au AAAA-MM-JJ]';

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'au'], console.error);
  if (asked === null) return 2;
  const { fonds, au = null } = asked;
  const { redditions } = await readRedditions(racine, fonds, null, createProgress());
  const seen = { ...redditions, au: au ?? redditions.au };
  const rappels = listRappels(seen);
  const chemin = path.join('sorties', fonds, 'rappels.csv');
  await mkdir(path.join(racine, path.dirname(chemin)), { recursive: true });
  await writeFile(path.join(racine, chemin), rappelsToCsv(seen, rappels));
  console.log(`\nAu ${formatDate(seen.au)} : ${rappels.length} redditions à rappeler`);
  for (const rappel of rappels) console.log(`  ${describeRappel(rappel)}`);
  const { nonPlaces } = redditions.comptes;
  if (nonPlaces > 0)
    console.log(
      `\n${nonPlaces} fichiers reçus n’ont pas de place : lisez les constats avant d’écrire à qui que ce soit.`,
    );
  console.log(`\nPour le publipostage : ${chemin}`);
  return 0;
}

await runCommande(main);
