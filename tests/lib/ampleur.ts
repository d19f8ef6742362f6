/**
 * How much of the suite runs. `npm test` has the most telling cases of each test, `npm run test:complet` (COMPLET) all
 * of them; of the few whose cases would take hours, `test:accord`, `test:coupures` and `test:duree` (TOUT) have every one.
 */
export const TOUT = process.env['RETOMBEES_TOUT'] === '1';
export const COMPLET = TOUT || process.env['RETOMBEES_COMPLET'] === '1';

/** Milliseconds that a test waits for one thing before it is taken to hang. */
export const ATTENTE = 180_000;

/** Milliseconds after which a test that still goes on is taken never to end: its waits have their own limit. */
export const FIN = (COMPLET ? 60 : 15) * 60_000;

/** Seed of the random cases: always the same in the suite, drawn anew in the complete one, or the one given. */
export const GRAINE = Number(
  process.env['RETOMBEES_GRAINE'] ?? (COMPLET ? Date.now() % 2 ** 31 : 20_261_129),
);

/** How many random cases a property is held to. */
export const runs = (few: number, many: number) => ({ numRuns: COMPLET ? many : few }) as const;

/** So many of the cases, spread over the list, the first and the last included; the first where it is one. */
export function spread<T>(cases: readonly T[], count: number): readonly T[] {
  if (count >= cases.length) return cases;
  const step = count === 1 ? 0 : (cases.length - 1) / (count - 1);
  return Array.from({ length: count }, (_, i) => cases[Math.round(i * step)]!);
}

/** So many of the cases in the suite, all of them in the complete one. */
export const sampleOf = <T>(cases: readonly T[], count: number): readonly T[] =>
  COMPLET ? cases : spread(cases, count);

/** Options of a test, or of a group, that the complete suite alone runs. */
export const AU_COMPLET = { tags: 'complet' } as const;
