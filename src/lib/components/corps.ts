/** What a page gives to the part of it that has parameters of its own, as a list. */
export interface Corps {
  /** Query string of these parameters, as they are asked. */
  readonly autres: string;
  /** False until the page runs its script. */
  readonly pret: boolean;
  readonly occupe: boolean;
  /** `enCours`: still typing, so that the history keeps the last word alone. */
  readonly onAutres: (autres: string, enCours?: boolean) => void;
  readonly onIntent: () => void;
}
