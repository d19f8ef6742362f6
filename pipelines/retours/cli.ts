import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { PipelineError } from '../lib/errors';
import { createProgress } from '../lib/progress';
import { readRedditions } from '../lib/redditions';
import { listRetours } from './retours';

const USAGE = 'npm run retours -- --fonds <dossier de data/> --exercice AAAA-AAAA';

/** Name of a folder that any system takes. */
const folderName = (organisme: string): string =>
  organisme
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80) || 'organisme';

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'exercice'], console.error);
  if (asked === null) return 2;
  const { fonds, exercice } = asked;
  if (exercice === undefined) throw new PipelineError(`aucun exercice donné. Usage : ${USAGE}`);
  const { redditions, journal } = await readRedditions(racine, fonds, null, createProgress());
  const retours = listRetours(redditions, exercice, journal.all);
  const chemin = path.join('sorties', fonds, 'retours', exercice);
  await rm(path.join(racine, chemin), { recursive: true, force: true });
  for (const { organisme, nom, contenu } of retours) {
    const folder = path.join(racine, chemin, folderName(organisme));
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, nom), contenu);
  }
  const count = new Set(retours.map((r) => r.organisme)).size;
  console.log(
    count === 0
      ? `\nRien à renvoyer pour ${exercice}.`
      : `\n${count} organismes, un dossier chacun : ${chemin}`,
  );
  return 0;
}

await runCommande(main);
