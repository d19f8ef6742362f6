/** What organisations of one priority write. `{m}` is their municipality, `{n}` a small number, `{g}` a larger one. */
export interface Voix {
  readonly activites: readonly string[];
  readonly ecarts: readonly string[];
  readonly difficultes: readonly string[];
  readonly apprentissages: readonly string[];
  readonly suites: readonly string[];
  readonly participation: readonly string[];
  readonly temoignages: readonly string[];
}
