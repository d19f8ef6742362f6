/** What a reader chose: one value a dimension, null for all. The URL carries exactly this. */
export interface Choix {
  readonly cycle: string | null;
  readonly territoire: string | null;
  readonly priorite: string | null;
  readonly exercice: string | null;
  readonly organisme: string | null;
  /** ISO day: the fund as it was decided on that day; null for the date of the data. */
  readonly au: string | null;
}

/** Dimensions that a list offers. */
export const DIMENSIONS = ['cycle', 'territoire', 'priorite', 'exercice', 'organisme'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** Those by which applications are counted: crossed with others, small counts would name who was refused. */
export const DIMENSIONS_DEMANDES = [
  'cycle',
  'territoire',
  'priorite',
] as const satisfies readonly Dimension[];

/** All that a question may be asked with, in the order in which `PARTS` binds it. */
export const PARAMETRES = [...DIMENSIONS, 'au'] as const;
export type Parametre = (typeof PARAMETRES)[number];

export const SANS_CHOIX: Choix = {
  cycle: null,
  territoire: null,
  priorite: null,
  exercice: null,
  organisme: null,
  au: null,
};

export const sameChoix = (a: Choix, b: Choix): boolean => PARAMETRES.every((p) => a[p] === b[p]);
