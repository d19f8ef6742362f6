/** Draws that are the same at each run: one stream a subject, so that a change to one leaves the others. */
export interface Hasard {
  /** Whole number, both ends included. */
  entier(min: number, max: number): number;
  choix<T>(liste: readonly T[]): T;
  melange<T>(liste: readonly T[]): T[];
  /** True so many times in a hundred. */
  chance(pourcent: number): boolean;
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const c of text) h = Math.imul(h ^ (c.codePointAt(0) ?? 0), 0x01000193);
  return h >>> 0;
}

/** Mulberry32: a number from 0 to 2^32 - 1 at each call. */
function stream(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
}

export function createHasard(sujet: string): Hasard {
  const next = stream(hash(`brunante ${sujet}`));
  const entier = (min: number, max: number) => min + (next() % (max - min + 1));
  return {
    entier,
    chance: (pourcent) => entier(1, 100) <= pourcent,
    choix(liste) {
      const found = liste[entier(0, liste.length - 1)];
      if (found === undefined) throw new RangeError(`Nothing to draw from: ${sujet}`);
      return found;
    },
    melange: (liste) =>
      liste
        .map((item) => ({ item, rank: next() }))
        .sort((a, b) => a.rank - b.rank)
        .map(({ item }) => item),
  };
}
