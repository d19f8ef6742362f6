/** What is paid and spent beside what is granted, at the end of each exercice of a cycle. */
import { shareElapsed } from '../domain/exercice';
import { formatDate, formatMontant } from '../format';
import { LIGNES } from '../texte/trajectoire';
import type { CycleLigne } from './cycles';
import type { LigneTrajectoire } from './figure';
import { isWhole, type Scene } from './scene';
import { addDollars } from './somme';

/** A day at which sums are told; dollars are null where they are not known. */
export interface Arret {
  readonly date: string;
  readonly nom: string;
  readonly x: number;
  readonly verse: number | null;
  readonly depense: number | null;
}

/** Expenses have no date but their exercice, and no place: they are those of the whole fund today. */
export const isDepenseShown = (scene: Scene): boolean =>
  scene.depenses.length > 0 && isWhole(scene) && scene.choix.au === null;

interface Sortie {
  readonly cycle_id: string;
  readonly exercice_id: string;
  readonly montant: number;
}

/** Sum of the rows of a cycle up to an exercice; ids of exercices sort as their years. */
const upTo = (rows: readonly Sortie[], cycle: CycleLigne, exercice: string | null) =>
  addDollars(
    rows
      .filter(
        (r) => r.cycle_id === cycle.cycle_id && (exercice === null || r.exercice_id <= exercice),
      )
      .map(({ montant }) => montant),
  );

const connues = (scene: Scene) => scene.verses.filter((r) => r.portee === 'connue');

/** Ends of the exercices that are over, each once. */
function finsOf(scene: Scene, cycle: CycleLigne) {
  const own = scene.exercices.filter(
    (r) => r.cycle_id === cycle.cycle_id && r.fin <= scene.fonds.date_donnees,
  );
  return [...new Map(own.map((r) => [r.exercice_id, r.fin]))];
}

const depenseAt = (scene: Scene, cycle: CycleLigne, exercice: string) =>
  isDepenseShown(scene) &&
  scene.depenses.some((r) => r.cycle_id === cycle.cycle_id && r.exercice_id === exercice)
    ? upTo(scene.depenses, cycle, exercice)
    : null;

/** Ends of exercices, then the date of the data where the cycle, or its payments, go on after them. */
export function arretsOf(scene: Scene, cycle: CycleLigne): Arret[] {
  if (!cycle.versements_publies) return [];
  const verses = connues(scene);
  const at = (date: string) => shareElapsed(cycle.debut, cycle.fin, date);
  const ends = finsOf(scene, cycle).map(([exercice, date]): Arret => ({
    ...{ date, nom: LIGNES.finExercice(exercice), x: at(date) },
    verse: upTo(verses, cycle, exercice),
    depense: depenseAt(scene, cycle, exercice),
  }));
  const { date_donnees: date } = scene.fonds;
  const verse = upTo(verses, cycle, null);
  const last = ends.at(-1);
  const over = last !== undefined && (last.date >= cycle.fin || last.date === date);
  if (date < cycle.debut || (over && last.verse === verse)) return ends;
  return [...ends, { date, nom: LIGNES.dateDonnees, x: at(date), verse, depense: null }];
}

function ligneOf(
  arrets: readonly Arret[],
  measure: 'verse' | 'depense',
): readonly LigneTrajectoire[] {
  const nom = LIGNES[measure];
  const points = arrets.flatMap(({ date, x, ...arret }) => {
    const y = arret[measure];
    return y === null ? [] : [{ x, y, texte: LIGNES.au(nom, formatDate(date), formatMontant(y)) }];
  });
  if (!points.some(({ y }) => y !== 0)) return [];
  return [{ nom, trait: measure === 'verse' ? 'cercles' : 'carres', points }];
}

export const lignesOf = (arrets: readonly Arret[]): readonly LigneTrajectoire[] => [
  ...ligneOf(arrets, 'verse'),
  ...ligneOf(arrets, 'depense'),
];
