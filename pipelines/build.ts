/** From a fund's folders to its checked product, step by step. */
import path from 'node:path';
import type { Journal } from './lib/constats';
import { PipelineError } from './lib/errors';
import type { Fonds } from './lib/fonds';
import type { Progress } from './lib/progress';
import type { Registre } from './lib/registre';
import { cutAt, type State } from './steps/au';
import { check } from './steps/check/index';
import { correct } from './steps/correct';
import { type FileCount, harmonise, type Harmony } from './steps/harmonise/index';
import { link } from './steps/link/index';
import type { Product } from './steps/link/rows';
import { normalise, type TypedTable } from './steps/normalise';
import { type Publie, readPublies } from './steps/publies';
import { read } from './steps/read/index';
import { closeRedditions, comptedIn } from './steps/redditions/arretes';
import { followRedditions } from './steps/redditions/index';
import type { Redditions } from './steps/redditions/reddition';
import type { FormSnapshot, RedditionsSnapshot } from './steps/redditions/snapshot';
import { type Dossiers, type FileSnapshot, snapshot } from './steps/snapshot';
import { withoutBytes } from './steps/snapshot-files';

export interface ToBuild {
  readonly dossiers: Dossiers;
  /** ISO day: the fund as it was decided then; null for all that is known. */
  readonly au: string | null;
  readonly journal: Journal;
  readonly progress: Progress;
}

/** What was read, a run that stops on the way included. */
export interface Built {
  fonds: Fonds | null;
  fichiers: readonly FileSnapshot[];
  formulaires: readonly FormSnapshot[];
  comptes: readonly FileCount[];
  /** Rows were compared with each other. */
  compared: boolean;
  redditions: Redditions | null;
  /** What the public counts of the reports: see `comptees.ts`. */
  comptees: readonly string[];
  /** Hashes of the publications before this one. */
  publies: readonly string[];
  /** Null when a finding blocks. */
  product: Product | null;
}

/** What may not be versioned is in `prive/` of the root, unless RETOMBEES_PRIVE says elsewhere. */
export const dossiersOf = (racine: string, fonds: string): Dossiers => ({
  public: path.join(racine, 'data', fonds),
  prive: path.resolve(racine, process.env['RETOMBEES_PRIVE'] ?? 'prive', fonds),
});

const total = (lists: readonly { readonly length: number }[]) =>
  lists.reduce((a, l) => a + l.length, 0);

/** From files to typed rows. */
async function intake({ dossiers, journal, progress }: ToBuild, built: Built) {
  const { fonds, fichiers, redditions } = await progress.step(
    'snapshot',
    () => snapshot(dossiers, journal),
    (s) => s.fichiers.length + s.redditions.formulaires.length,
  );
  const recus = fichiers.map(withoutBytes);
  Object.assign(built, { fonds, fichiers: recus, formulaires: redditions.formulaires });
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
  return { fonds, typed, recues: redditions };
}

interface Gathered extends State {
  readonly publies: readonly Publie[];
  readonly harmony: Harmony;
  readonly recues: RedditionsSnapshot;
  /** What the fund wrote down about its reports. */
  readonly suivi: readonly TypedTable[];
}

const lateState = (au: string, date: string) =>
  new PipelineError(
    `--au ${au} suit la date des données (${date}) : choisissez un jour d’avant, ou avancez date_donnees dans fonds.yaml`,
  );

/** From typed rows to rows in the project's own words, corrected, and as of the day asked for. */
async function gather(toBuild: ToBuild, built: Built): Promise<Gathered> {
  const { au, dossiers, journal, progress } = toBuild;
  const { fonds, typed, recues } = await intake(toBuild, built);
  const publies = await readPublies(dossiers, fonds.id);
  const harmony = await progress.step(
    'harmonise',
    () => harmonise(fonds, typed, journal),
    (h) => h.rows.length + total(Object.values(h.registre)) + h.sources.length,
  );
  const { catalogue } = harmony;
  built.comptes = harmony.comptes;
  const corrected = await progress.step(
    'correct',
    () => correct(catalogue, harmony, harmony.corrections, journal),
    (c) => c.corrections.length,
  );
  const suivi = typed.filter((t) => t.file.role === 'suivi');
  const whole = { fonds, catalogue, corrected };
  const more = { harmony, recues, suivi, publies };
  if (au === null) return { ...more, ...whole };
  if (au > fonds.date_donnees) throw lateState(au, fonds.date_donnees);
  return { ...more, ...cutAt(whole, au) };
}

/** The reports that came, for a fund that asks for some: those that are known, and those that the public counts. */
function readRedditions(gathered: Gathered, registre: Registre, { au, journal }: ToBuild) {
  const { fonds, catalogue, recues, suivi, publies } = gathered;
  const { definition, formulaires } = recues;
  if (definition === null) return null;
  const scene = { fonds, catalogue, registre, definition };
  const toFollow = { scene, formulaires, suivi, au: fonds.date_donnees };
  const connues = followRedditions(toFollow, journal);
  const publiques = closeRedditions(toFollow, connues, publies, { extrait: au !== null });
  return { connues, publiques };
}

/** From rows to checked tables. */
async function compare(toBuild: ToBuild, gathered: Gathered, built: Built) {
  const { journal, progress } = toBuild;
  const { fonds, catalogue, corrected, publies } = gathered;
  built.compared = true;
  const linked = await progress.step(
    'link',
    () => link(gathered, journal),
    (l) => total(Object.values(l.product)),
  );
  const redditions = await progress.step(
    'redditions',
    () => readRedditions(gathered, linked.registre, toBuild),
    (r) => r?.connues.comptes.recus ?? 0,
  );
  built.redditions = redditions?.connues ?? null;
  built.comptees = redditions ? comptedIn(redditions.publiques) : [];
  built.publies = publies.map((p) => p.empreinte);
  return progress.step(
    'check',
    () => check({ fonds, catalogue, rows: corrected.rows, linked, redditions, publies }, journal),
    (p) => p.constats.length + p.constats_redditions.length,
  );
}

export const emptyBuilt = (): Built => ({
  fonds: null,
  fichiers: [],
  formulaires: [],
  comptes: [],
  compared: false,
  redditions: null,
  comptees: [],
  publies: [],
  product: null,
});

/**
 * Takes every step up to the checked product, and keeps in `built` what each one gave.
 * @throws ConstatError or PipelineError, in French, for what stops the run at once.
 */
export async function build(toBuild: ToBuild, built: Built): Promise<void> {
  const { journal } = toBuild;
  const gathered = await gather(toBuild, built);
  built.fonds = gathered.fonds;
  if (journal.blocking.length > 0) return;
  const product = await compare(toBuild, gathered, built);
  if (journal.blocking.length === 0) built.product = product;
}
