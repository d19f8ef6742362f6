/** When instalments fall due, and what share each one is. */
import type { Hasard } from './hasard';
import { addDays, daysBetween, workday } from './jours';
import type { Projet } from './projets';

/** One day and one share an instalment; the last one pays what is left. */
export interface Echeancier {
  readonly jours: readonly string[];
  readonly parts: readonly number[];
}

const PARTS = [
  [60, 40],
  [50, 50],
  [50, 35, 15],
  [60, 30, 10],
  [40, 40, 20],
] as const;

export function planOf({ decision, debut, fin }: Projet, hasard: Hasard): Echeancier {
  const parts = hasard.choix(PARTS);
  const first = workday(addDays(decision, hasard.entier(12, 35)));
  const middle = workday(addDays(debut, Math.floor(daysBetween(debut, fin) / 2)));
  const last = workday(addDays(fin, hasard.entier(20, 60)));
  return { parts, jours: parts.length === 2 ? [first, last] : [first, middle, last] };
}

const DOLLAR = 100;

/** An instalment other than the last, in whole dollars. */
export function shareOf(initial: number, part: number): number {
  const cents = Math.floor((initial * part) / 100);
  return cents - (cents % DOLLAR);
}

const earlyShares = ({ parts }: Echeancier, initial: number) =>
  parts.slice(0, -1).map((part) => shareOf(initial, part));

/** What the last instalment pays of the amount first granted. */
export const lastShare = (plan: Echeancier, initial: number): number =>
  initial - earlyShares(plan, initial).reduce((a, b) => a + b, 0);

/** Amount of each instalment when `total` is granted in the end. */
export function amountsOf(plan: Echeancier, initial: number, total: number): number[] {
  const early = earlyShares(plan, initial);
  return [...early, total - early.reduce((a, b) => a + b, 0)];
}
