/**
 * Day on which the public tables close the reports of each exercice. A total that moves by the report of one project
 * tells it to whoever kept the publication before: reports are counted five at a time, or not yet.
 */
import { Journal } from '../../lib/constats';
import { PipelineError } from '../../lib/errors';
import { SEUIL_COMPTE } from '../../lib/petits-nombres';
import { addDays } from '../../../src/lib/domain/exercice';
import { textOf } from '../../lib/catalogue';
import type { Publie } from '../publies';
import {
  acceptanceKey,
  acceptationsOf,
  fileKey,
  followRedditions,
  receptionsOf,
  type ToFollow,
} from './index';
import { receptionKey } from './placement';
import { etatDe, type Reddition, type Redditions } from './reddition';

/** ISO day by exercice. */
export type Arretes = ReadonlyMap<string, string>;

/** Days that the exercices of a publication were closed on. */
export const arretesIn = ({ exercices }: Publie): Arretes =>
  new Map(
    exercices.flatMap((e): [string, string][] => {
      const jour = e['arrete_le'] ?? null;
      return jour === null ? [] : [[String(e['exercice_id']), String(jour)]];
    }),
  );

/** Before anything came. */
const DEBUT = '';

/** What the public counts of some reports: files and acceptances, by key. */
export const comptedIn = ({ liste }: Redditions): string[] =>
  liste.flatMap((r) => [
    ...r.recus.map(({ fichier }) => fileKey(fichier)),
    ...(r.acceptation !== null && r.acceptation <= r.au ? [acceptanceKey(r.id)] : []),
  ]);

/** Something that came for an exercice, and the day that was written down for it. */
interface Venue {
  readonly cle: string;
  readonly exercice: string;
  readonly jour: string;
}

function listVenues(toFollow: ToFollow): Venue[] {
  const receptions = receptionsOf(toFollow, new Journal());
  const files = toFollow.formulaires.map((f) => {
    const jour = receptions.get(receptionKey(f.exercice, f.nom))?.jour ?? toFollow.au;
    return { cle: fileKey(f), exercice: f.exercice, jour };
  });
  const accepted = [...acceptationsOf(toFollow)].map(([id, row]) => ({
    cle: acceptanceKey(id),
    exercice: textOf(row, 'exercice') ?? '',
    jour: textOf(row, 'accepte_le') ?? '',
  }));
  return [...files, ...accepted];
}

const lastDay = (publies: readonly Publie[], exercice: string): string =>
  publies
    .flatMap((publie) => arretesIn(publie).get(exercice) ?? [])
    .sort()
    .at(-1) ?? DEBUT;

/**
 * The day from which something counts: after the last publication that is known not to have counted it, whatever the
 * day that was written down since, and no later than the first one that did.
 */
function countsFrom({ cle, exercice, jour }: Venue, publies: readonly Publie[]): string {
  const first = publies.findIndex(({ comptees }) => comptees?.has(cle));
  const without = first === -1 ? publies : publies.slice(0, first);
  const last = without.at(-1)?.comptees ? lastDay(without, exercice) : DEBUT;
  const from = last === DEBUT || jour > last ? jour : addDays(last, 1);
  const told = publies[first] && arretesIn(publies[first]).get(exercice);
  return told !== undefined && told < from ? told : from;
}

interface Scene {
  readonly toFollow: ToFollow;
  readonly venues: readonly Venue[];
  /** Publications before, the first first. */
  readonly publies: readonly Publie[];
  /** Reports by their id, as they were on a day. */
  readonly on: (jour: string) => ReadonlyMap<string, Reddition>;
}

function sceneOf(asked: ToFollow, publies: readonly Publie[]): Scene {
  const venues = listVenues(asked).map((v) => ({ ...v, jour: countsFrom(v, publies) }));
  const toFollow = { ...asked, venues: new Map(venues.map((v) => [v.cle, v.jour])) };
  const days = new Map<string, ReadonlyMap<string, Reddition>>();
  const on = (jour: string) => {
    const known = days.get(jour);
    if (known) return known;
    const { liste } = followRedditions({ ...toFollow, jourOf: () => jour }, new Journal());
    const found = new Map(liste.map((r) => [r.id, r]));
    days.set(jour, found);
    return found;
  };
  return { toFollow, venues, publies, on };
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
function listJours({ toFollow: { au }, venues }: Scene, exercice: string, from: string): string[] {
  const days = venues
    .filter((v) => v.exercice === exercice && v.jour > from && v.jour <= au)
    .map(({ jour }) => addDays(jour, -1));
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
  const { publies, toFollow } = scene;
  const from = lastDay(publies, exercice);
  if (from > toFollow.au) throw backwards(exercice, from, toFollow.au);
  const found = listJours(scene, exercice, from).find((jour) =>
    isBatch(countChanges(scene, exercice, [from, jour])),
  );
  return found ?? from;
}

/** An extract tells of no other day than those that were published. */
function extractOf({ publies, toFollow: { au } }: Scene, exercice: string): string {
  const days = publies.flatMap((publie) => arretesIn(publie).get(exercice) ?? []);
  const told = days.filter((jour) => jour <= au).sort();
  return told.at(-1) ?? DEBUT;
}

/**
 * The reports as the public tables count them, each exercice up to its day, and as the publications before did.
 * @throws PipelineError in French where the data are older than what was published.
 */
export function closeRedditions(
  asked: ToFollow,
  connues: Redditions,
  publies: readonly Publie[],
  { extrait }: { readonly extrait: boolean },
): Redditions {
  if (publies.length === 0) return connues;
  const scene = sceneOf(asked, publies);
  const close = extrait ? extractOf : closeOf;
  const exercices = [...new Set(connues.liste.map((r) => r.exercice.id))];
  const jours = new Map(exercices.map((id) => [id, close(scene, id)]));
  const known = new Map<string, Redditions>();
  const at = (arretes: Arretes) => {
    const key = JSON.stringify([...arretes].sort());
    const jourOf = (exercice: string) => arretes.get(exercice) ?? DEBUT;
    const found = known.get(key) ?? followRedditions({ ...scene.toFollow, jourOf }, new Journal());
    known.set(key, found);
    return found;
  };
  return { ...at(jours), anterieures: publies.map((publie) => at(arretesIn(publie))) };
}
