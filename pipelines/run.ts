import path from 'node:path';
import { Journal } from './lib/constats';
import { ConstatError, PipelineError } from './lib/errors';
import type { Fonds } from './lib/fonds';
import { createProgress, type Output, processOutput, type Progress } from './lib/progress';
import { printBlocking, printSummary } from './lib/summary';
import { writeReports } from './rapport/index';
import { check } from './steps/check/index';
import { cutAt, type State } from './steps/au';
import { correct } from './steps/correct';
import { type FileCount, harmonise, type Harmony } from './steps/harmonise/index';
import { link } from './steps/link/index';
import { normalise } from './steps/normalise';
import { publish, targetOf } from './steps/publish';
import { read } from './steps/read/index';
import { type Dossiers, type FileSnapshot, snapshot } from './steps/snapshot';
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

const total = (lists: readonly { readonly length: number }[]) =>
  lists.reduce((a, l) => a + l.length, 0);

interface Scene {
  readonly options: RunOptions;
  readonly journal: Journal;
  readonly progress: Progress;
  /** What has been read so far, for the report of a run that stops. */
  readonly seen: {
    compared: boolean;
    fonds?: Fonds;
    fichiers: readonly FileSnapshot[];
    comptes: readonly FileCount[];
  };
}

/** What may not be versioned is in `prive/` of the root, unless RETOMBEES_PRIVE says elsewhere. */
const dossiersOf = ({ racine, fonds }: RunOptions): Dossiers => ({
  public: path.join(racine, 'data', fonds),
  prive: path.resolve(racine, process.env['RETOMBEES_PRIVE'] ?? 'prive', fonds),
});

/** From files to typed rows. */
async function intake({ options, journal, progress, seen }: Scene) {
  const { fonds, fichiers } = await progress.step(
    'snapshot',
    () => snapshot(dossiersOf(options), journal),
    (s) => s.fichiers.length,
  );
  Object.assign(seen, { fonds, fichiers });
  const tables = await progress.step(
    'read',
    () => read(fichiers, journal),
    (r) => total(r.map((t) => t.rows)),
  );
  const typed = await progress.step(
    'normalise',
    () => normalise(tables, journal),
    (r) => total(r.map((t) => t.rows)),
  );
  return { fonds, typed };
}

/** From typed rows to rows in the project's own words, corrected, and as of the day asked for. */
async function gather(scene: Scene): Promise<Gathered> {
  const { options, journal, progress, seen } = scene;
  const { fonds, typed } = await intake(scene);
  const harmony = await progress.step(
    'harmonise',
    () => harmonise(fonds, typed, journal),
    (h) => h.rows.length + h.registre.length + h.sources.length,
  );
  const { catalogue } = harmony;
  seen.comptes = harmony.comptes;
  const corrected = await progress.step(
    'correct',
    () => correct(catalogue, harmony, harmony.corrections, journal),
    (c) => c.corrections.length,
  );
  const whole = { fonds, catalogue, corrected };
  const { au } = options;
  if (au === undefined) return { harmony, ...whole };
  if (au > fonds.date_donnees) throw lateState(au, fonds.date_donnees);
  return { harmony, ...cutAt(whole, au) };
}

interface Gathered extends State {
  readonly harmony: Harmony;
}

const lateState = (au: string, date: string) =>
  new PipelineError(
    `--au ${au} suit la date des données (${date}) : choisissez un jour d’avant, ou avancez date_donnees dans fonds.yaml`,
  );

/** From rows to checked tables. */
async function build({ journal, progress, seen }: Scene, gathered: Gathered) {
  const { fonds, catalogue, corrected } = gathered;
  seen.compared = true;
  const linked = await progress.step(
    'link',
    () => link(gathered, journal),
    (l) => total(Object.values(l.product)),
  );
  return progress.step(
    'check',
    () => check({ fonds, catalogue, rows: corrected.rows, linked }, journal),
    (p) => p.constats.length,
  );
}

async function runSteps(scene: Scene): Promise<boolean> {
  const { options, journal, progress } = scene;
  const gathered = await gather(scene);
  const { comptes } = gathered.harmony;
  const product = journal.blocking.length > 0 ? null : await build(scene, gathered);
  if (product === null || journal.blocking.length > 0) {
    printBlocking(progress, journal, comptes, !scene.seen.compared);
    return false;
  }
  const tables = await progress.step(
    'suppress',
    () => suppress(product, 'public'),
    (t) => total(t.map((x) => x.rows)),
  );
  const { racine, fonds, au } = options;
  const link = await progress.step(
    'publish',
    () => publish(gathered.fonds, tables, targetOf(racine, fonds, au ?? null)),
    () => total(tables.map((t) => t.rows)),
  );
  printSummary(progress, gathered.fonds, product, comptes, journal);
  if (au !== undefined)
    progress.line(`\nFonds tel que décidé au ${au} : ${path.relative(racine, link)}`);
  return true;
}

async function report({ options, journal, progress, seen }: Scene): Promise<void> {
  const { racine, fonds, au } = options;
  const dossier = `sorties/${fonds}${au === undefined ? '' : `/au-${au}`}`;
  const written = await writeReports(racine, {
    dossier,
    nom: seen.fonds?.nom ?? fonds,
    fictif: seen.fonds?.fictif ?? false,
    dateDonnees: seen.fonds?.date_donnees ?? 'date inconnue',
    au: au ?? null,
    constats: journal.all,
    partiel: !seen.compared,
    comptes: seen.comptes,
    fichiers: seen.fichiers,
  });
  progress.line(`\nConstats à lire : ${written.join(', ')}`);
}

/** Runs the whole pipeline for one fund; nothing published changes unless every step succeeds. */
export async function run(options: RunOptions): Promise<RunResult> {
  const journal = new Journal();
  const progress = createProgress(options.output ?? processOutput);
  const scene: Scene = {
    options,
    journal,
    progress,
    seen: { compared: false, fichiers: [], comptes: [] },
  };
  progress.line(`Fonds « ${options.fonds} »`);
  const ok = await runSteps(scene).catch((error: unknown) => {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
    printBlocking(progress, journal, [], true);
    return false;
  });
  await report(scene);
  return { ok, journal };
}
