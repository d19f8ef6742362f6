import path from 'node:path';
import { Journal } from './lib/constats';
import { ConstatError } from './lib/errors';
import { createProgress, type Output, processOutput, type Progress } from './lib/progress';
import { printBlocking, printSummary } from './lib/summary';
import { check } from './steps/check/index';
import { correct } from './steps/correct';
import { harmonise } from './steps/harmonise';
import { link } from './steps/link/index';
import { normalise } from './steps/normalise';
import { publish } from './steps/publish';
import { read } from './steps/read';
import { snapshot } from './steps/snapshot';
import { suppress } from './steps/suppress';

export interface RunOptions {
  /** Root of the project; the fund's folder is `data/<fonds>` below it. */
  readonly racine: string;
  readonly fonds: string;
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
}

/** From files to rows in the project's own words. */
async function gather({ options, journal, progress }: Scene) {
  const dossier = path.join(options.racine, 'data', options.fonds);
  const { fonds, fichiers } = await progress.step(
    'snapshot',
    () => snapshot(dossier, journal),
    (s) => s.fichiers.length,
  );
  const files = await progress.step(
    'read',
    () => read(fichiers, journal),
    (r) => total(r.map((f) => f.rows)),
  );
  const typed = await progress.step(
    'normalise',
    () => normalise(files, journal),
    (r) => total(r.map((f) => f.rows)),
  );
  const harmony = await progress.step(
    'harmonise',
    () => harmonise(fonds, typed, journal),
    (h) => h.rows.length + h.sources.length,
  );
  const corrected = await progress.step(
    'correct',
    () => correct(harmony.rows, harmony.corrections, journal),
    (c) => c.corrections.length,
  );
  return { fonds, harmony, corrected };
}

type Gathered = Awaited<ReturnType<typeof gather>>;

/** From rows to checked tables. */
async function build({ journal, progress }: Scene, { fonds, harmony, corrected }: Gathered) {
  const linked = await progress.step(
    'link',
    () => link(fonds, harmony, corrected, journal),
    (l) => total(Object.values(l.product)),
  );
  return progress.step(
    'check',
    () => check(fonds, harmony.catalogue, linked, corrected.rows, journal),
    (p) => p.constats.length,
  );
}

async function runSteps(scene: Scene): Promise<boolean> {
  const { options, journal, progress } = scene;
  const gathered = await gather(scene);
  const { comptes } = gathered.harmony;
  const product = journal.blocking.length > 0 ? null : await build(scene, gathered);
  if (product === null || journal.blocking.length > 0) {
    printBlocking(progress, journal, comptes);
    return false;
  }
  const tables = await progress.step(
    'suppress',
    () => suppress(product, 'public'),
    (t) => total(t.map((x) => x.rows)),
  );
  await progress.step(
    'publish',
    () => publish(gathered.fonds, tables, options),
    () => total(tables.map((t) => t.rows)),
  );
  printSummary(progress, gathered.fonds, product, comptes, journal);
  return true;
}

/** Runs the whole pipeline for one fund; nothing published changes unless every step succeeds. */
export async function run(options: RunOptions): Promise<RunResult> {
  const journal = new Journal();
  const progress = createProgress(options.output ?? processOutput);
  progress.line(`Fonds « ${options.fonds} »`);
  const ok = await runSteps({ options, journal, progress }).catch((error: unknown) => {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
    printBlocking(progress, journal, []);
    return false;
  });
  return { ok, journal };
}
