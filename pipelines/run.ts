import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Built, build, dossiersOf, emptyBuilt } from './build';
import { Journal } from './lib/constats';
import { ConstatError } from './lib/errors';
import { createProgress, type Output, processOutput, type Progress } from './lib/progress';
import { printBlocking, printRedditions, printSummary } from './lib/summary';
import { writeReports } from './rapport/index';
import { writeRapprochement } from './rapprochement/rapprochement';
import { publish, targetOf } from './steps/publish';
import { suppress } from './steps/suppress';

export interface RunOptions {
  /** Root of the project; the fund's folder is `data/<fonds>` below it. */
  readonly racine: string;
  readonly fonds: string;
  /** ISO day: the fund as it was decided then, published apart. */
  readonly au?: string;
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

async function publishBuilt({ options, journal, progress, built }: Scene): Promise<boolean> {
  const { fonds, product, comptes, compared, redditions } = built;
  if (fonds === null || product === null) {
    printBlocking(progress, journal, comptes, !compared);
    return false;
  }
  const tables = await progress.step(
    'suppress',
    () => suppress(product, 'public'),
    (t) => t.reduce((a, { rows }) => a + rows.length, 0),
  );
  const { racine, au } = options;
  const link = await progress.step(
    'publish',
    () => publish(fonds, tables, targetOf(racine, options.fonds, au ?? null)),
    () => tables.reduce((a, { rows }) => a + rows.length, 0),
  );
  printSummary(progress, fonds, product, comptes, journal);
  if (redditions) printRedditions(progress, redditions);
  if (au !== undefined)
    progress.line(`\nFonds tel que décidé au ${au} : ${path.relative(racine, link)}`);
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
}

/** Runs the whole pipeline for one fund; nothing published changes unless every step succeeds. */
export async function run(options: RunOptions): Promise<RunResult> {
  const journal = new Journal();
  const progress = createProgress(options.output ?? processOutput);
  progress.line(`Fonds « ${options.fonds} »`);
  const scene: Scene = { options, journal, progress, built: emptyBuilt() };
  const ok = await runSteps(scene);
  await report(scene);
  return { ok, journal };
}
