/** Reports counted by state, as the public may know them. Nothing here is obtained by difference. */
import type { comptesRedditions } from '../data/queries/comptes-redditions';
import type { Ligne } from '../data/question';
import { daysBetween } from '../domain/exercice';

export type CompteLigne = Ligne<typeof comptesRedditions>;

const NON_RECUES = ['en-retard', 'attendue'];

/** States of a row, which may put several together. */
export const etatsOf = ({ etat }: Pick<CompteLigne, 'etat'>): string[] => etat.split('+');

const isNonRecue = (etat: string) => NON_RECUES.includes(etat);
export const isNonRecues = (row: CompteLigne) => etatsOf(row).every(isNonRecue);
export const isRecues = (row: CompteLigne) => !etatsOf(row).some(isNonRecue);

export const sumOf = (rows: readonly CompteLigne[]): number =>
  rows.reduce((total, { nombre }) => total + nombre, 0);

/** Counts of one group of reports; null where received and not received are told together. */
export interface Comptes {
  readonly lignes: readonly CompteLigne[];
  readonly toutes: number;
  readonly recues: number | null;
  readonly nonRecues: number | null;
}

export function comptesOf(lignes: readonly CompteLigne[]): Comptes {
  const told = lignes.every((row) => isRecues(row) || isNonRecues(row));
  return {
    lignes,
    toutes: sumOf(lignes),
    recues: told ? sumOf(lignes.filter(isRecues)) : null,
    nonRecues: told ? sumOf(lignes.filter(isNonRecues)) : null,
  };
}

export interface ComptesExercice extends Comptes {
  readonly exercice: string;
  /** ISO day. */
  readonly echeance: string;
  /** Days from the date of the data to the due date, negative once it is past. */
  readonly jours: number;
  /** ISO day up to which the reports are counted. */
  readonly arreteLe: string;
}

/** Exercices in order, with the counts of each. */
export function exercicesOf(rows: readonly CompteLigne[], dateDonnees: string): ComptesExercice[] {
  const own = rows.filter((row) => row.portee === 'exercice');
  return [...new Set(own.map((row) => row.exercice_id ?? ''))].map((id) => {
    const lignes = own.filter((row) => row.exercice_id === id);
    const echeance = lignes[0]?.echeance ?? '';
    return {
      ...comptesOf(lignes),
      exercice: id,
      echeance,
      jours: daysBetween(dateDonnees, echeance),
      arreteLe: lignes[0]?.arrete_le ?? dateDonnees,
    };
  });
}

/** The due date is past on the day that the reports are counted up to: one that is not in is late. */
export const isEchu = ({ echeance, arreteLe }: ComptesExercice): boolean => echeance < arreteLe;

export const isAVenir = ({ jours }: ComptesExercice): boolean => jours >= 0;

export type ComptesConnus = Comptes & { readonly recues: number; readonly nonRecues: number };

export const isConnu = <T extends Comptes>(comptes: T): comptes is T & ComptesConnus =>
  comptes.recues !== null;

export interface ComptesTerritoire extends Comptes {
  /** Null for territories put together. */
  readonly territoire: string | null;
}

/**
 * All due reports, from the counts by territory: they leave nothing out, where exercices that are told
 * are the complete ones. Null where received and not received are together, or where nothing is due.
 */
export function ensembleOf(rows: readonly CompteLigne[]): ComptesConnus | null {
  const ensemble = comptesOf(rows.filter((row) => row.portee === 'territoire'));
  return isConnu(ensemble) && ensemble.toutes > 0 ? ensemble : null;
}

export function territoiresOf(rows: readonly CompteLigne[]): ComptesTerritoire[] {
  const own = rows.filter((row) => row.portee === 'territoire');
  return [...new Set(own.map((row) => row.territoire_id))].map((id) => {
    const lignes = own.filter((row) => row.territoire_id === id);
    return { ...comptesOf(lignes), territoire: lignes[0]?.territoire ?? null };
  });
}
