/** Publications follow each other: what is in place is the last of the history, and what replaces it is added there. */
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { PipelineError } from '../lib/errors';
import {
  lastMontree,
  preparePublication,
  readHistorique,
  readListe,
  withoutCopies,
} from '../lib/historique';
import { lastLigne } from './journal';
import { type Examen, type Garde, publishSite, namesEnPlace } from './publication';

const folderOf = (racine: string, fonds: string) => path.join(racine, 'data', fonds);
const publicOf = (site: string, fonds: string) => path.join(site, 'donnees', fonds, 'public');

/** Funds that a site has public tables of. */
async function fondsOf(site: string): Promise<string[]> {
  const names = await readdir(path.join(site, 'donnees')).catch(() => []);
  return names.filter((fonds) => existsSync(publicOf(site, fonds))).sort();
}

/** Whether the last gesture is why an earlier publication is in place: it put it back, or was cut before the site moved. */
async function isExplained(vers: string): Promise<boolean> {
  const ligne = await lastLigne(vers);
  if (ligne === null) return false;
  const { site, precedente } = await namesEnPlace(vers);
  const { geste, empreinte, remplace } = ligne;
  if (geste === 'revenir') return [empreinte, remplace].includes(site);
  // A site that was put back by hand is the previous one too.
  return remplace === site && empreinte !== site && precedente !== site;
}

interface Lieu {
  readonly racine: string;
  readonly vers: string;
  readonly fonds: string;
}

/** What is in place for a fund, the history that does not end with it, and what to do, in French. */
function refuse(
  { vers, fonds }: Lieu,
  { dernier, numero }: { readonly dernier: number | null; readonly numero: number | null },
): PipelineError {
  const enLigne = publicOf(path.join(vers, 'site'), fonds);
  const dossier = `data/${fonds}/publications`;
  const commande = `npm run historique -- --fonds ${fonds} --de ${path.join(vers, 'site')}`;
  const rapporter = `rapportez ici ce dossier tel qu’il était (git, sauvegarde) ; sinon, lancez « ${commande} » ; puis publiez de nouveau. Rien n’a changé`;
  if (dernier === null)
    return new PipelineError(
      `des tables du fonds « ${fonds} » sont en ligne (${enLigne}), et l’historique ${dossier} n’en a aucune : il est perdu, ou une autre machine a publié ; ${rapporter}`,
    );
  if (numero === null)
    return new PipelineError(
      `les tables du fonds « ${fonds} » qui sont en ligne (${enLigne}) ne sont pas dans l’historique, dont la dernière publication est ${dossier}/${dernier} : une autre machine a publié, ou la suite de l’historique est perdue ; ${rapporter}`,
    );
  return new PipelineError(
    `les tables du fonds « ${fonds} » qui sont en ligne (${enLigne}) sont celles de la publication ${numero}, et l’historique ${dossier} va jusqu’à la ${dernier} : elle a été publiée dans un autre dossier, ou le site a été changé sans « npm run revenir » ; remettez en ligne la ${dernier}, ou lancez « ${commande} » ; puis publiez de nouveau. Rien n’a changé`,
  );
}

async function checkFonds(lieu: Lieu): Promise<void> {
  const { racine, vers, fonds } = lieu;
  const historique = await readHistorique(folderOf(racine, fonds), fonds);
  const enLigne = publicOf(path.join(vers, 'site'), fonds);
  if (!existsSync(enLigne)) return;
  const liste = await readListe(enLigne);
  if (liste?.fonds !== fonds)
    throw new PipelineError(
      `${path.join(enLigne, 'datapackage.json')} est absent, illisible ou d’un autre fonds : rien ne dit quelles tables du fonds « ${fonds} » sont en ligne ; remettez ce fichier tel qu’il était, ou lancez « npm run revenir -- --vers ${vers} », puis publiez de nouveau. Rien n’a changé`,
    );
  const dernier = lastMontree(historique);
  if (dernier?.tables === liste.tables) return;
  const same = historique.find(({ au, tables }) => au === null && tables === liste.tables);
  if (same && (await isExplained(vers))) return;
  throw refuse(lieu, { dernier: dernier?.numero ?? null, numero: same?.numero ?? null });
}

/**
 * Compares what is in place in a folder with the history of each fund.
 * @throws PipelineError in French when tables of a fund are in place that are not the last ones it showed, unless the
 *   log says that an earlier site was put back; when a history is not whole, or of another fund.
 */
export async function checkHistorique(
  racine: string,
  vers: string,
  fonds: readonly string[],
): Promise<void> {
  for (const one of fonds) await checkFonds({ racine, vers, fonds: one });
}

/** Writes the tables of each fund of a site aside, as the next publication of its history. */
const keepFonds =
  (racine: string, fonds: readonly string[]): Garde =>
  async (site) => {
    const keeps: (() => Promise<void>)[] = [];
    for (const one of fonds) {
      const de = publicOf(site, one);
      const ajout = { dossierDuFonds: folderOf(racine, one), fonds: one, de, au: null };
      const { keep } = await preparePublication(ajout);
      if (keep !== null) keeps.push(keep);
    }
    return async () => {
      for (const keep of keeps) await keep();
    };
  };

/**
 * Publishes a site as the one that follows what is in place: the history has its tables once the log names it and
 * before anyone sees it. A run that is cut before the log leaves no publication; one that is cut after leaves one that
 * may not have been seen, and that the history keeps. The caller holds the lock of `withHistorique`.
 * @throws PipelineError in French, as `checkHistorique` and `publishSite`.
 */
export async function publishNext(racine: string, site: string, vers: string, examine: Examen) {
  const fonds = await fondsOf(site);
  const check: Examen = async (candidat) => {
    await checkHistorique(racine, vers, fonds);
    return examine(candidat);
  };
  const dossiers = fonds.map((one) => folderOf(racine, one));
  return withoutCopies(dossiers, () => publishSite(site, vers, check, keepFonds(racine, fonds)));
}
