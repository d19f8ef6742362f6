/** A word: how it reads over a column, and what it means. */
export interface Definition {
  readonly titre: string;
  readonly definition: string;
}

export const mot = (titre: string, definition: string): Definition => ({ titre, definition });
