/** Dates of the fund: ISO days, partial dates, and the exercice of 1 April to 31 March. */

export interface Exercice {
  /** As `2025-2026`. */
  readonly id: string;
  readonly debut: string;
  readonly fin: string;
}

export interface DateLue {
  /** ISO day; a month counts at its end. */
  readonly jour: string;
  readonly precision: 'jour' | 'mois';
}

const DAY_MS = 86_400_000;

function isRealDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && year >= 1900;
}

function endOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** Reads `2025-10-15` or `2025-10`; null when it is not a date of the calendar. */
export function parseDate(text: string): DateLue | null {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(text.trim());
  if (!match) return null;
  const [year, month] = [Number(match[1]), Number(match[2])];
  if (match[3] === undefined)
    return isRealDay(year, month, 1) ? { jour: endOfMonth(year, month), precision: 'mois' } : null;
  return isRealDay(year, month, Number(match[3])) ? { jour: text.trim(), precision: 'jour' } : null;
}

/** First month (1 to 12) of the fiscal year: 4 for a year from 1 April to 31 March. */
export function exerciceOf(jour: string, premierMois = 4): Exercice {
  const [year = 0, month = 0] = jour.split('-').map(Number);
  const start = month >= premierMois ? year : year - 1;
  const fin = addDays(`${start + 1}-${String(premierMois).padStart(2, '0')}-01`, -1);
  const id = premierMois === 1 ? String(start) : `${start}-${start + 1}`;
  return { id, debut: `${start}-${String(premierMois).padStart(2, '0')}-01`, fin };
}

/** Every exercice that touches the period, in order. */
export function exercicesBetween(debut: string, fin: string, premierMois = 4): Exercice[] {
  const list: Exercice[] = [];
  for (let jour = debut; jour <= fin;) {
    const exercice = exerciceOf(jour, premierMois);
    list.push(exercice);
    jour = addDays(exercice.fin, 1);
  }
  return list;
}

export function addDays(jour: string, days: number): string {
  return new Date(Date.parse(`${jour}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days from one ISO day to another, negative when it comes before. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS;

/** Share of a period elapsed at the end of a day, 0 to 1, both bounds of the period included. */
export function shareElapsed(debut: string, fin: string, jour: string): number {
  const share = (daysBetween(debut, jour) + 1) / (daysBetween(debut, fin) + 1);
  return Math.min(1, Math.max(0, share));
}
