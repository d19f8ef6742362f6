/**
 * Day on which the public tables close the reports of each exercice. A total that moves by the report of one project
 * tells it to whoever kept the publication before: reports are counted five at a time, or not yet.
 */
import { Journal } from '../../lib/constats';
import { PipelineError } from '../../lib/errors';
import { SEUIL_COMPTE } from '../../lib/petits-nombres';
import { addDays } from '../../../src/lib/domain/exercice';
import { rowsOf, textOf } from '../../lib/catalogue';
import { followRedditions, type ToFollow } from './index';
import { etatDe, type Reddition, type Redditions } from './reddition';

/** ISO day by exercice. */
export type Arretes = ReadonlyMap<string, string>;

/** Before anything came. */
const DEBUT = '';

interface Scene {
  readonly toFollow: ToFollow;
  /** Days of the publications before, the last first. */
  readonly avant: readonly Arretes[];
  /** Reports by their id, as they were on a day. */
  readonly on: (jour: string) => ReadonlyMap<string, Reddition>;
}

function sceneOf(toFollow: ToFollow, avant: readonly Arretes[]): Scene {
  const days = new Map<string, ReadonlyMap<string, Reddition>>();
  const on = (jour: string) => {
    const known = days.get(jour);
    if (known) return known;
    const { liste } = followRedditions({ ...toFollow, jourOf: () => jour }, new Journal());
    const found = new Map(liste.map((r) => [r.id, r]));
    days.set(jour, found);
    return found;
  };
  return { toFollow, avant, on };
}

const filesOf = ({ recus }: Reddition) => recus.map((r) => r.fichier.sha256).join();

/** Reports of an exercice whose files, or whose state, are not the same on two days. */
function countChanges({ on }: Scene, exercice: string, [from, to]: readonly [string, string]) {
  const later = on(to);
  const own = [...on(from).values()].filter((r) => r.exercice.id === exercice);
  const changed = (of: (r: Reddition) => string) =>
    own.filter((r) => of(r) !== of(later.get(r.id) ?? r)).length;
  return [changed(filesOf), changed((r) => etatDe(r).etat)];
}

const isBatch = (changes: readonly number[]) => changes.every((n) => n === 0 || n >= SEUIL_COMPTE);

/** Days that an exercice may be closed on, the last first: each is the day before something came, or the last of all. */
function listJours({ toFollow }: Scene, exercice: string, from: string): string[] {
  const { suivi, au } = toFollow;
  const came = (table: string, champ: string) =>
    rowsOf(suivi, table)
      .filter((row) => textOf(row, 'exercice') === exercice)
      .flatMap((row) => textOf(row, champ) ?? []);
  const days = [...came('receptions', 'recu_le'), ...came('acceptations', 'accepte_le')]
    .filter((jour) => jour > from && jour <= au)
    .map((jour) => addDays(jour, -1));
  return [...new Set([au, ...days])]
    .filter((jour) => jour >= from)
    .sort((a, b) => (a < b ? 1 : -1));
}

const backwards = (exercice: string, jour: string, au: string) =>
  new PipelineError(
    `les redditions de ${exercice} sont publiées au ${jour}, et la date des données est le ${au} : avancez date_donnees dans fonds.yaml`,
  );

/** The last day up to which none, or five reports or more, changed since the publications before. */
function closeOf(scene: Scene, exercice: string): string {
  const { avant, toFollow } = scene;
  const { au } = toFollow;
  const told = avant.flatMap((arretes) => arretes.get(exercice) ?? []);
  const from = told.sort().at(-1) ?? DEBUT;
  if (from > au) throw backwards(exercice, from, au);
  const found = listJours(scene, exercice, from).find((jour) =>
    isBatch(countChanges(scene, exercice, [from, jour])),
  );
  return found ?? from;
}

/** An extract tells of no other day than those that were published. */
function extractOf({ avant, toFollow: { au } }: Scene, exercice: string): string {
  const days = avant.flatMap((arretes) => arretes.get(exercice) ?? []).filter((jour) => jour <= au);
  return days.sort().at(-1) ?? DEBUT;
}

/**
 * The reports as the public tables count them, each exercice up to its day, and as the publications before did.
 * @throws PipelineError in French where the data are older than what was published.
 */
export function closeRedditions(
  toFollow: ToFollow,
  redditions: Redditions,
  avant: readonly Arretes[],
  { extrait }: { readonly extrait: boolean },
): Redditions {
  if (avant.length === 0) return redditions;
  const scene = sceneOf(toFollow, avant);
  const exercices = new Set(redditions.liste.map((r) => r.exercice.id));
  const close = extrait ? extractOf : closeOf;
  const jours = new Map([...exercices].map((id) => [id, close(scene, id)]));
  const at = (arretes: Arretes) =>
    followRedditions(
      { ...toFollow, jourOf: (exercice) => arretes.get(exercice) ?? DEBUT },
      new Journal(),
    );
  return { ...at(jours), anterieures: avant.map(at) };
}
