import path from 'node:path';
import { Journal } from './lib/constats';
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

async function runSteps(
  options: RunOptions,
  journal: Journal,
  progress: Progress,
): Promise<boolean> {
  const dossier = path.join(options.racine, 'data', options.fonds);
  const stopped = (comptes: Parameters<typeof printBlocking>[2] = []) => {
    if (journal.blocking.length === 0) return false;
    printBlocking(progress, journal, comptes);
    return true;
  };
  const shot = await progress.step(
    'snapshot',
    () => snapshot(dossier, journal),
    (s) => s.fichiers.length,
  );
  const files = await progress.step(
    'read',
    () => read(shot.fichiers, journal),
    (r) => total(r.map((f) => f.rows)),
  );
  const typed = await progress.step(
    'normalise',
    () => normalise(files, journal),
    (r) => total(r.map((f) => f.rows)),
  );
  const harmony = await progress.step(
    'harmonise',
    () => harmonise(shot.fonds, typed, journal),
    (h) => h.rows.length + h.sources.length,
  );
  const corrected = await progress.step(
    'correct',
    () => correct(harmony.rows, harmony.corrections, journal),
    (c) => c.corrections.length,
  );
  if (stopped(harmony.comptes)) return false;
  const linked = await progress.step(
    'link',
    () => link(shot.fonds, harmony, corrected, journal),
    (l) => total(Object.values(l.product)),
  );
  const product = await progress.step(
    'check',
    () => check(shot.fonds, harmony.catalogue, linked, corrected.rows, journal),
    (p) => p.constats.length,
  );
  if (stopped(harmony.comptes)) return false;
  const tables = await progress.step(
    'suppress',
    () => suppress(product, 'public'),
    (t) => total(t.map((x) => x.rows)),
  );
  await progress.step(
    'publish',
    () => publish(shot.fonds, tables, options),
    () => total(tables.map((t) => t.rows)),
  );
  printSummary(progress, shot.fonds, product, harmony.comptes, journal);
  return true;
}

/** Runs the whole pipeline for one fund; nothing published changes unless every step succeeds. */
export async function run(options: RunOptions): Promise<RunResult> {
  const journal = new Journal();
  const progress = createProgress(options.output ?? processOutput);
  progress.line(`Fonds « ${options.fonds} »`);
  const ok = await runSteps(options, journal, progress);
  return { ok, journal };
}
