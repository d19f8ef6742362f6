import { formatDate, readDate } from '../domain/mois';

export { dateParts, type DateParts, formatDate } from '../domain/mois';

/** `2021-06-30` or `2021-06` -> `juin 2021`. */
export function formatMois(iso: string): string {
  const { mois, annee } = readDate(iso);
  return `${mois} ${annee}`;
}

/** `2025-10-15`, `2021-06` or `2020` -> `15 octobre 2025`, `juin 2021`, `2020`. */
export function formatDatePartielle(iso: string): string {
  if (/^\d{4}$/.test(iso)) return iso;
  return iso.length === 7 ? formatMois(iso) : formatDate(iso);
}
