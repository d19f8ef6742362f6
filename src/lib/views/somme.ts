import { isPrecision, type Precision, sumPrecision } from '../domain/precision';
import { formatMontant, withPrecision } from '../format';
import type { Cell } from './figure';

/** A sum as it may be said: dollars and how well they are known; null when nothing is published. */
export interface Somme {
  readonly dollars: number;
  readonly precision: Precision | null;
}

interface Part {
  readonly montant: number | null;
  readonly precisions: string | null;
  /** True when the part is nothing but a gap of rounding, which is known to the cent. */
  readonly arrondi_seul?: boolean | null;
}

export const readPrecisions = (text: string | null): Precision[] =>
  (text ?? '').split(',').filter(isPrecision);

/** Adds dollars through whole cents, so that no binary fraction shows. */
export const addDollars = (list: readonly number[]): number =>
  list.reduce((total, dollars) => total + Math.round(dollars * 100), 0) / 100;

/** Sum of the parts that have an amount, null when none has; `partielle` bounds it from below only. */
export function sommeOf(parts: readonly Part[], partielle = false): Somme | null {
  const known = parts.filter((p): p is Part & { montant: number } => p.montant !== null);
  if (known.length === 0) return null;
  const precisions = known.flatMap((p) =>
    p.arrondi_seul === true ? [] : readPrecisions(p.precisions),
  );
  return {
    dollars: addDollars(known.map((p) => p.montant)),
    precision: sumPrecision(partielle ? [...precisions, 'minimum'] : precisions),
  };
}

export const NON_PUBLIE = 'non publié';

/** `au moins 6 100 000 $`, or `non publié`; a sum bounded on neither side says so. */
export const saySomme = (somme: Somme | null): string =>
  somme === null ? NON_PUBLIE : withPrecision(formatMontant(somme.dollars), somme.precision);

export const sommeCell = (somme: Somme | null): Cell => ({
  valeur: somme === null || somme.precision === null ? null : somme.dollars,
  texte: saySomme(somme),
});

export const texteCell = (texte: string): Cell => ({ valeur: texte, texte });
