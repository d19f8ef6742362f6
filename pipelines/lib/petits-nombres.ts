/** Small counts name people: what may be told of a total, and what must first be put together. */

/** People and reports are counted from this number up; zero is told. */
export const SEUIL_COMPTE = 5;
/** Money is told where so many projects stand behind it. */
export const SEUIL_PROJETS = 3;

/** The others must make so much of the largest, in per cent, for the second not to work it out. */
const PART_DES_AUTRES = 10n;

/** Whether a sum of what each project has tells of none: nothing, or three of which no two make nearly all. */
export function isTellableSum(parts: readonly bigint[]): boolean {
  const sizes = parts.filter((p) => p !== 0n).map((p) => (p < 0n ? -p : p));
  const [first, , ...others] = sizes.sort((a, b) => (a < b ? 1 : -1));
  if (first === undefined) return true;
  const left = others.reduce((a, p) => a + p, 0n);
  return sizes.length >= SEUIL_PROJETS && left * 100n >= first * PART_DES_AUTRES;
}

export const isTellable = (nombre: number): boolean => nombre === 0 || nombre >= SEUIL_COMPTE;

/** Rows that are each large enough, then one that holds all the others, itself large enough. */
export interface Regroupement<T> {
  readonly seules: readonly T[];
  readonly ensemble: readonly T[];
}

/**
 * Puts small rows together, and takes in the smallest of the others until the whole is large enough, so
 * that no small row can be told from a total. Everything ends up in `ensemble` when nothing is.
 */
export function regroup<T>(
  rows: readonly T[],
  isLarge: (rows: readonly T[]) => boolean,
  sizeOf: (row: T) => number,
): Regroupement<T> {
  const seules = rows.filter((row) => isLarge([row])).toSorted((a, b) => sizeOf(b) - sizeOf(a));
  const ensemble = rows.filter((row) => !isLarge([row]));
  while (ensemble.length > 0 && !isLarge(ensemble)) {
    const next = seules.pop();
    if (next === undefined) break;
    ensemble.push(next);
  }
  return { seules, ensemble };
}
