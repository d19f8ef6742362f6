/** Months and days as they are read in French. */

/** Names of the months, January first. */
export const MOIS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

/** Parts of a date; `ordinal` is to be raised where the medium can (`1er`), empty otherwise. */
export interface DateParts {
  readonly jour: string;
  readonly ordinal: '' | 'er';
  readonly mois: string;
  readonly annee: string;
}

/** Reads `YYYY-MM-DD` or `YYYY-MM` without any time zone. */
export function readDate(iso: string): { annee: string; mois: string; jour: number } {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  const mois = MOIS[Number(match?.[2]) - 1];
  const jour = Number(match?.[3] ?? 1);
  if (!match || !mois || jour < 1 || jour > 31) throw new RangeError(`Not an ISO date: ${iso}`);
  return { annee: match[1]!, mois, jour };
}

/** ISO date -> its parts in French, for a component that raises the ordinal. */
export function dateParts(iso: string): DateParts {
  const { annee, mois, jour } = readDate(iso);
  return { jour: String(jour), ordinal: jour === 1 ? 'er' : '', mois, annee };
}

/** `2025-10-15` -> `15 octobre 2025`; `2026-06-01` -> `1er juin 2026`. */
export function formatDate(iso: string): string {
  const { jour, ordinal, mois, annee } = dateParts(iso);
  return `${jour}${ordinal} ${mois} ${annee}`;
}
