/** Days of the calendar, as ISO text, which compares as it reads. */
import { addDays, daysBetween } from '../../src/lib/domain/exercice';

const iso = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

const yearAndMonth = (jour: string): [year: number, month: number] => [
  Number(jour.slice(0, 4)),
  Number(jour.slice(5, 7)),
];

export { addDays, daysBetween };

/** First day of the month that stands `months` after that of `jour`. */
export function firstOfMonth(jour: string, months: number): string {
  const [year, month] = yearAndMonth(jour);
  return iso(year, month + months, 1);
}

/** Last day of the month that stands `months` after that of `jour`. */
export const lastOfMonth = (jour: string, months: number): string =>
  addDays(firstOfMonth(jour, months + 1), -1);

const weekday = (jour: string) => new Date(`${jour}T00:00:00Z`).getUTCDay();

/** The day itself, or the Monday that follows: nothing is paid on a Saturday. */
export const workday = (jour: string): string => addDays(jour, { 6: 2, 0: 1 }[weekday(jour)] ?? 0);

/** The day itself, or the Wednesday that follows: the board meets on Wednesdays. */
export const boardDay = (jour: string): string => addDays(jour, (10 - weekday(jour)) % 7);

export const least = (a: string, b: string): string => (a < b ? a : b);
