/** `npm run historique`: adds the public tables that a site shows to the history of a fund that has lost them. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { TABLES, type TableName } from '../../src/lib/domain/tables';
import { dossiersOf } from '../build';
import { readArguments } from '../lib/arguments';
import { runCommande } from '../lib/commande';
import { PipelineError } from '../lib/errors';
import { type Ajout, preparePublication, withHistorique, withoutCopies } from '../lib/historique';
import { inspectParquet } from '../lib/parquet';

const USAGE =
  'npm run historique -- --fonds <dossier de data/> --de <site en place, ou son donnees/<fonds>/public> [--au AAAA-MM-JJ, pour un extrait]';

/** The public folder of a fund that is given, or that of the site that is given. */
function publicFolder(de: string, fonds: string): string {
  const own = path.join('donnees', fonds, 'public');
  const found = [de, path.join(de, own)].find((folder) =>
    existsSync(path.join(folder, 'datapackage.json')),
  );
  if (found !== undefined) return found;
  throw new PipelineError(
    `${de} n’a pas de tables du fonds « ${fonds} » : donnez le dossier d’un site en place, ou son ${own} ; rien n’a changé`,
  );
}

const isRestreinte = (nom: string, colonne: string): boolean =>
  Object.hasOwn(TABLES, nom) &&
  TABLES[nom as TableName].colonnes[colonne]?.editions.includes('public') === false;

/** An edition in the clear has the shape of a public folder, and never goes where it is versioned. */
async function refuseRestreintes(de: string): Promise<void> {
  for (const fichier of (await readdir(de)).filter((nom) => nom.endsWith('.parquet')).sort()) {
    const nom = path.basename(fichier, '.parquet');
    const { columns } = await inspectParquet(path.join(de, fichier)).catch((cause: unknown) => {
      const message = `${path.join(de, fichier)} n’est pas un fichier Parquet lisible ; rien n’a changé`;
      throw new PipelineError(message, { cause });
    });
    const closed = columns.filter((colonne) => isRestreinte(nom, colonne));
    if (closed.length > 0)
      throw new PipelineError(
        `${path.join(de, fichier)} a des colonnes que le public ne lit pas (${closed.join(', ')}) : aucun site ne l’a montré ; rien n’a changé`,
      );
  }
}

async function add(ajout: Ajout): Promise<string> {
  const { numero, keep } = await preparePublication(ajout);
  const lieu = `data/${ajout.fonds}/publications/${numero}`;
  if (keep === null) return `Ces tables sont déjà dans ${lieu} : rien n’a changé.`;
  await refuseRestreintes(ajout.de);
  await keep();
  return `Publication ajoutée : ${lieu}. Gardez-la dans git, avec les autres.`;
}

async function main(racine: string): Promise<number> {
  const asked = readArguments(racine, USAGE, ['fonds', 'de', 'au'], console.error);
  if (asked === null) return 2;
  const { fonds, de, au = null } = asked;
  if (de === undefined) {
    console.error(`Erreur : aucun dossier donné. Usage : ${USAGE}.`);
    return 2;
  }
  const dossierDuFonds = dossiersOf(racine, fonds).public;
  const ajout = { dossierDuFonds, fonds, de: publicFolder(de, fonds), au };
  const said = withHistorique(racine, () => withoutCopies([dossierDuFonds], () => add(ajout)));
  console.log(await said);
  return 0;
}

await runCommande(main);
