/** How exactly a figure is known, from the firmest to the weakest. */
export const PRECISIONS = ['exact', 'arrondi', 'derive', 'minimum', 'maximum'] as const;
export type Precision = (typeof PRECISIONS)[number];

const RANK: Record<Precision, number> = { exact: 0, arrondi: 1, derive: 2, minimum: 3, maximum: 3 };

/** Orders precisions from the firmest to the weakest; a minimum and a maximum are level. */
export const compareFirmness = (a: Precision, b: Precision): number => RANK[a] - RANK[b];

export function isPrecision(value: unknown): value is Precision {
  return (PRECISIONS as readonly unknown[]).includes(value);
}

/**
 * Precision of a sum: the weakest of its parts, `exact` for an empty sum.
 * Returns null when a minimum meets a maximum: the sum is then bounded on neither side.
 */
export function sumPrecision(parts: readonly (Precision | null)[]): Precision | null {
  let weakest: Precision = 'exact';
  for (const part of parts) {
    if (part === null) return null;
    if (RANK[part] === 3 && RANK[weakest] === 3 && part !== weakest) return null;
    if (RANK[part] > RANK[weakest]) weakest = part;
  }
  return weakest;
}

/** Precision of a value that is subtracted, or that divides: a minimum bounds the result from above. */
export function invertPrecision(precision: Precision | null): Precision | null {
  if (precision === 'minimum') return 'maximum';
  if (precision === 'maximum') return 'minimum';
  return precision;
}

/** Precision of `a - b`. */
export function differencePrecision(a: Precision | null, b: Precision | null): Precision | null {
  return sumPrecision([a, invertPrecision(b)]);
}

/** Precision of `a / b`, both positive: with b a minimum, the share is a maximum. */
export function sharePrecision(a: Precision | null, b: Precision | null): Precision | null {
  return sumPrecision([a, invertPrecision(b)]);
}
