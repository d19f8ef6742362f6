/** What the tests of a file spend their time on, besides the tests themselves, for `npm run test:durees`. */

export const POSTES = ['programmes', 'navigateur', 'sites', 'pipelines'] as const;
export type Poste = (typeof POSTES)[number];

/** Milliseconds by item. */
export type Depenses = Partial<Record<Poste, number>>;

let depenses: Depenses = {};

/** Gives what the work gives, and counts the time that it takes. */
export async function spend<T>(poste: Poste, work: Promise<T>): Promise<T> {
  const start = performance.now();
  try {
    return await work;
  } finally {
    depenses[poste] = (depenses[poste] ?? 0) + performance.now() - start;
  }
}

/** What was spent since the last call. */
export function takeDepenses(): Depenses {
  const taken = depenses;
  depenses = {};
  return taken;
}
