/** Small counts name people: what may be told of a total, and what must first be put together. */

/** People and reports are counted from this number up; zero is told. */
export const SEUIL_COMPTE = 5;
/** Money is told where so many projects stand behind it. */
export const SEUIL_PROJETS = 3;

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
