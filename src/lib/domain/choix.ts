/** What a reader chose: one value a dimension, null for all. The URL carries exactly this. */
export interface Choix {
  readonly cycle: string | null;
  readonly territoire: string | null;
  readonly priorite: string | null;
  readonly exercice: string | null;
}

export const DIMENSIONS = ['cycle', 'territoire', 'priorite', 'exercice'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const SANS_CHOIX: Choix = { cycle: null, territoire: null, priorite: null, exercice: null };
