import { MOIS } from '../domain/mois';

/** Parts of a date; `ordinal` is to be raised where the medium can (`1er`), empty otherwise. */
export interface DateParts {
  readonly jour: string;
  readonly ordinal: '' | 'er';
  readonly mois: string;
  readonly annee: string;
}

/** Reads `YYYY-MM-DD` or `YYYY-MM` without any time zone. */
function read(iso: string): { annee: string; mois: string; jour: number } {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  const mois = MOIS[Number(match?.[2]) - 1];
  const jour = Number(match?.[3] ?? 1);
  if (!match || !mois || jour < 1 || jour > 31) throw new RangeError(`Not an ISO date: ${iso}`);
  return { annee: match[1]!, mois, jour };
}

/** ISO date -> its parts in French, for a component that raises the ordinal. */
export function dateParts(iso: string): DateParts {
  const { annee, mois, jour } = read(iso);
  return { jour: String(jour), ordinal: jour === 1 ? 'er' : '', mois, annee };
}

/** `2025-10-15` -> `15 octobre 2025`; `2026-06-01` -> `1er juin 2026`. */
export function formatDate(iso: string): string {
  const { jour, ordinal, mois, annee } = dateParts(iso);
  return `${jour}${ordinal} ${mois} ${annee}`;
}

/** `2021-06-30` or `2021-06` -> `juin 2021`. */
export function formatMois(iso: string): string {
  const { mois, annee } = read(iso);
  return `${mois} ${annee}`;
}

/** `2025-10-15`, `2021-06` or `2020` -> `15 octobre 2025`, `juin 2021`, `2020`. */
export function formatDatePartielle(iso: string): string {
  if (/^\d{4}$/.test(iso)) return iso;
  return iso.length === 7 ? formatMois(iso) : formatDate(iso);
}
