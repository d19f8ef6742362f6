import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { keepComptees } from './lib/comptees';
import { type Built, build, dossiersOf, emptyBuilt } from './build';
import { Journal } from './lib/constats';
import { ConstatError, explainError, PipelineError } from './lib/errors';
import { addPublication, readListe, withHistorique } from './lib/historique';
import { createProgress, type Output, processOutput, type Progress } from './lib/progress';
import { printBlocking, printRedditions, printSummary } from './lib/summary';
import { writeReports } from './rapport/index';
import { retenusToCsv } from './rapport/retenus-csv';
import { writeRapprochement } from './rapprochement/rapprochement';
import type { Edition } from '../src/lib/domain/column';
import { readCles } from './editions/cles';
import type { Scellee } from './editions/sceller';
import type { Product } from './steps/link/rows';
import { retenusOf } from './steps/redditions/retenus';
import { publish, targetOf, writeClear } from './steps/publish';
import { privateOf } from './steps/snapshot';
import { type EditionTable, suppress } from './steps/suppress';

export interface RunOptions {
  /** Root of the project; the fund's folder is `data/<fonds>` below it. */
  readonly racine: string;
  readonly fonds: string;
  /** ISO day: the fund as it was decided then, published apart. */
  readonly au?: string;
  /** An edition to write in the clear too, under `sorties/`: it never leaves the office so. */
  readonly edition?: Edition;
  readonly output?: Output;
}

export interface RunResult {
  readonly ok: boolean;
  readonly journal: Journal;
}

interface Scene {
  readonly options: RunOptions;
  readonly journal: Journal;
  readonly progress: Progress;
  readonly built: Built;
}

const rowsIn = (tables: readonly EditionTable[]) =>
  tables.reduce((a, { rows }) => a + rows.length, 0);

/** The editions that have a passphrase; a past state of the fund is not sealed. */
async function scelleesOf({ options, built }: Scene, product: Product): Promise<Scellee[]> {
  const { racine, fonds, au } = options;
  if (built.fonds === null || au !== undefined) return [];
  const cles = await readCles(privateOf(built.fonds, dossiersOf(racine, fonds)));
  return [...cles].map(([edition, phrase]) => ({
    edition,
    phrase,
    tables: suppress(product, edition),
  }));
}

/** Folder of an edition in the clear. */
export const clearFolder = (racine: string, fonds: string, edition: Edition): string =>
  path.join(racine, 'sorties', fonds, 'editions', edition);

async function writeAsked({ options, progress, built }: Scene, product: Product): Promise<void> {
  const { racine, edition } = options;
  if (edition === undefined || built.fonds === null) return;
  const folder = clearFolder(racine, options.fonds, edition);
  await writeClear(folder, built.fonds, suppress(product, edition));
  progress.line(`Édition « ${edition} », en clair : ${path.relative(racine, folder)}`);
}

/** Adds an extract, which may be given to anyone, to what the fund has published. */
async function keepExtrait({ options, progress }: Scene, au: string, de: string): Promise<void> {
  const { racine, fonds } = options;
  const ajout = { dossierDuFonds: dossiersOf(racine, fonds).public, fonds, de, au };
  try {
    const { numero } = await withHistorique(racine, () => addPublication(ajout));
    progress.line(`Gardé dans l’historique : data/${fonds}/publications/${numero}`);
  } catch (cause) {
    throw new PipelineError(
      `l’extrait ${path.relative(racine, de)} est écrit, mais n’est pas dans l’historique : ${explainError(cause)}. Ne le donnez à personne avant d’avoir relancé la commande`,
      { cause },
    );
  }
}

/** Keeps, in the office, what the tables just published count of the reports. */
async function keepCounted({ options, built }: Scene, tables: string): Promise<void> {
  const { prive } = dossiersOf(options.racine, options.fonds);
  try {
    await keepComptees(prive, { tables, cles: built.comptees }, built.publies);
  } catch (cause) {
    throw new PipelineError(
      `les données sont publiées, mais ce qu’elles comptent n’a pas pu être noté dans ${path.relative(options.racine, prive)}/comptees : ${explainError(cause)}. Rendez ce dossier accessible, puis relancez`,
      { cause },
    );
  }
}

async function publishBuilt(scene: Scene): Promise<boolean> {
  const { options, journal, progress, built } = scene;
  const { fonds, product, comptes, compared, redditions } = built;
  if (fonds === null || product === null) {
    printBlocking(progress, journal, comptes, !compared);
    return false;
  }
  const tables = await progress.step('suppress', () => suppress(product, 'public'), rowsIn);
  const scellees = await scelleesOf(scene, product);
  const { racine, au } = options;
  const link = await progress.step(
    'publish',
    () => publish({ fonds, tables, scellees }, targetOf(racine, options.fonds, au ?? null)),
    () => rowsIn(tables),
  );
  const { tables: empreinte = '' } = (await readListe(link)) ?? {};
  if (redditions) await keepCounted(scene, empreinte);
  printSummary(progress, fonds, product, comptes, journal);
  if (redditions) printRedditions(progress, redditions, built.comptees);
  for (const { edition } of scellees) progress.line(`Édition « ${edition} » : scellée`);
  await writeAsked(scene, product);
  if (au !== undefined) {
    progress.line(`\nFonds tel que décidé au ${au} : ${path.relative(racine, link)}`);
    await keepExtrait(scene, au, link);
  }
  return true;
}

async function runSteps(scene: Scene): Promise<boolean> {
  const { options, journal, progress, built } = scene;
  const { racine, fonds, au = null } = options;
  try {
    await build({ dossiers: dossiersOf(racine, fonds), au, journal, progress }, built);
  } catch (error) {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
    printBlocking(progress, journal, [], true);
    return false;
  }
  return publishBuilt(scene);
}

const RETENUS = 'textes-retenus.csv';

async function report({ options, journal, progress, built }: Scene): Promise<void> {
  const { racine, fonds, au } = options;
  const dossier = `sorties/${fonds}${au === undefined ? '' : `/au-${au}`}`;
  const reports = await writeReports(racine, {
    dossier,
    nom: built.fonds?.nom ?? fonds,
    fictif: built.fonds?.fictif ?? false,
    dateDonnees: built.fonds?.date_donnees ?? 'date inconnue',
    au: au ?? null,
    constats: journal.all,
    partiel: !built.compared,
    comptes: built.comptes,
    fichiers: built.fichiers,
  });
  progress.line(`\nConstats à lire : ${reports.join(', ')}`);
  const { product, redditions } = built;
  if (product === null || redditions === null) return;
  const chemin = `${dossier}/rapprochement.xlsx`;
  const { nom, fictif } = redditions.scene.fonds;
  const bytes = writeRapprochement({ nom, fictif, product, constats: journal.all });
  await writeFile(path.join(racine, chemin), bytes);
  progress.line(`Rapprochement de l’argent : ${chemin}`);
  const retenus = retenusOf(redditions);
  await writeFile(path.join(racine, dossier, RETENUS), retenusToCsv(retenus, fictif));
  progress.line(`Textes retenus (${retenus.length}) : ${dossier}/${RETENUS}`);
}

/** Writes the reports; says what is published when they cannot be. */
async function reportAfter(scene: Scene, ok: boolean): Promise<void> {
  try {
    await report(scene);
  } catch (cause) {
    const fait = ok ? 'la publication est faite, mais ses' : 'rien n’est publié, et les';
    throw new PipelineError(
      `${fait} rapports n’ont pas pu être écrits dans sorties/ : ${explainError(cause)}`,
      { cause },
    );
  }
}

/** Runs the whole pipeline for one fund; nothing published changes unless every step succeeds. */
export async function run(options: RunOptions): Promise<RunResult> {
  const journal = new Journal();
  const progress = createProgress(options.output ?? processOutput);
  progress.line(`Fonds « ${options.fonds} »`);
  const scene: Scene = { options, journal, progress, built: emptyBuilt() };
  const ok = await runSteps(scene);
  await reportAfter(scene, ok);
  return { ok, journal };
}
