/** Rules that data must keep: what each asks, how it is checked, and what to do when it is broken. */

export const GRAVITES = ['bloquant', 'avertissement', 'information'] as const;
export type Gravite = (typeof GRAVITES)[number];

export interface Regle {
  /** What is expected, or what was met, in one line. */
  readonly titre: string;
  /** `bloquant` stops the publication. */
  readonly gravite: Gravite;
  /** How it is checked. */
  readonly methode: string;
  readonly aFaire: string;
}

type Parts = readonly [titre: string, methode: string, aFaire: string];

const of =
  (gravite: Gravite) =>
  (...[titre, methode, aFaire]: Parts): Regle => ({ titre, gravite, methode, aFaire });

export const bloque = of('bloquant');
export const avertit = of('avertissement');
export const informe = of('information');
