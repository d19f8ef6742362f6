/** Rows by the value that a function gives them, in their own order; those without a value are left out. */
export function groupBy<T, K extends string>(
  rows: readonly T[],
  key: (row: T) => K | null,
): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const own = groups.get(name);
    if (own) own.push(row);
    else groups.set(name, [row]);
  }
  return groups;
}

/** Each row with the first earlier one of the same value; those without a value, or of one met once, are in no pair. */
export function pairWithFirst<T>(
  rows: readonly T[],
  key: (row: T) => string | null,
): (readonly [row: T, first: T])[] {
  const firsts = new Map<string, T>();
  const pairs: (readonly [T, T])[] = [];
  for (const row of rows) {
    const name = key(row);
    if (name === null) continue;
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, row);
    else pairs.push([row, first]);
  }
  return pairs;
}
