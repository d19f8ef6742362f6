/** What a figure draws and says: title, alternative text, table and downloads all come from here. */
import type { Dimension } from '../domain/choix';

export interface Cell {
  /** Machine value, for sorting and CSV: dollars, shares between 0 and 1, counts or text. */
  readonly valeur: string | number | null;
  /** What is read on the page. */
  readonly texte: string;
  /** Page that tells of it, after the address of the fund, as `/projets/P24-001`. */
  readonly lien?: string;
}

export interface Colonne {
  readonly cle: string;
  readonly titre: string;
  readonly nature: 'texte' | 'montant' | 'part' | 'nombre' | 'date';
}

export interface Table {
  readonly legende: string;
  readonly colonnes: readonly Colonne[];
  readonly lignes: readonly (readonly Cell[])[];
  readonly total: readonly Cell[] | null;
  /** Words that go with the table wherever it goes, as those of a fictional fund. */
  readonly mention?: string;
}

/** A source of a figure, with the cells of it that were read. */
export interface SourceCitee {
  readonly titre: string;
  readonly editeur: string;
  /** Null for what is not public, as a register. */
  readonly url: string | null;
  readonly date: string | null;
  readonly cellules: readonly string[];
}

/** What the values of a chart count: dollars, things, or shares between 0 and 1. */
export type Unite = 'montant' | 'nombre' | 'part';

/** What a mark stands for: selecting it filters the page. */
export interface Selection {
  readonly dimension: Dimension;
  readonly id: string;
  /** A second choice made with the first, where the mark is at the crossing of two. */
  readonly et?: { readonly dimension: Dimension; readonly id: string };
}

/** One bar: `valeur` in the unit of its chart, null when unknown; `texte` is written beside it. */
export interface Barre {
  readonly etiquette: string;
  readonly valeur: number | null;
  readonly texte: string;
  /** What cannot be placed in the chosen filter: hatched grey, never added to the rest. */
  readonly inconnue: boolean;
  readonly selection?: Selection;
  /** The same bar without the choices, drawn behind. */
  readonly ensemble?: number;
  /** Left out by the choices: only the whole is there, and its text is soft. */
  readonly pale?: true;
}

/** A bar against its target (as the envelope), as in a bullet chart. */
export interface Puce extends Barre {
  readonly cible: number | null;
  readonly cibleTexte: string;
  /** Part of `valeur`, drawn within it. */
  readonly dont?: number;
}

/** What the parts of a bullet are, where some have a part within. */
export interface LegendePuces {
  readonly valeur: string;
  readonly dont: string;
  readonly cible: string;
}

export interface Panneau<T> {
  readonly titre: string;
  readonly elements: readonly T[];
}

/** One cumulated step of a trajectory: `x` is the share of the cycle elapsed (0 to 1), `y` dollars. */
export interface Palier {
  readonly x: number;
  readonly y: number;
  readonly texte: string;
}

/** How a line beside the stairs is drawn: each is told from the others without colour. */
export type Trait = 'cercles' | 'carres';

/** A cumulated line beside the stairs, from nothing at the start and from point to point. */
export interface LigneTrajectoire {
  readonly nom: string;
  readonly trait: Trait;
  /** At least one. */
  readonly points: readonly Palier[];
}

export interface Trajectoire {
  readonly paliers: readonly Palier[];
  /** Lines told beside the stairs, then named at their ends. */
  readonly lignes?: readonly LigneTrajectoire[];
  /** Where the stairs would lead, from the date of the data. */
  readonly projection?: Palier;
  /** The same line without the choices, drawn behind. */
  readonly ensemble?: readonly Palier[];
  readonly cible: number | null;
  readonly cibleTexte: string;
  /** Share of the cycle elapsed at the date of the data, 1 when it is over. */
  readonly ecoule: number;
  readonly ecouleTexte: string;
}

/** What a line passes through: a value at a day, in ISO. */
export interface PointJour {
  readonly jour: string;
  readonly etiquette: string;
  readonly valeur: number;
  readonly texte: string;
}

/** How a part of a stacked bar is filled: each is told from the others without colour. */
export type Trame = 'pleine' | 'claire' | 'barree' | 'vide' | 'rayee' | 'inconnue';

/** A part that the bars of a stack may have: a word and a sign, then a fill. */
export interface Categorie {
  readonly id: string;
  readonly nom: string;
  readonly signe: string;
  readonly trame: Trame;
}

export interface Segment {
  readonly categorie: string;
  readonly valeur: number;
}

/** One stacked bar: `texte` tells all of its parts, `note` what the whole is. */
export interface Pile {
  readonly etiquette: string;
  readonly note: string;
  readonly texte: string;
  readonly segments: readonly Segment[];
}

/** A row or a column of a matrix. */
export interface EnteteMatrice {
  readonly nom: string;
  readonly selection?: Selection;
}

/** What is at the crossing of a row and a column; `court` is what has room in the image. */
export interface CaseMatrice {
  readonly valeur: number;
  readonly texte: string;
  readonly court: string;
  readonly etiquette: string;
  readonly inconnue: boolean;
  readonly selection?: Selection;
}

/** A row of a matrix, a case a column; null where nothing is published. */
export interface LigneMatrice extends EnteteMatrice {
  readonly cases: readonly (CaseMatrice | null)[];
}

/** Charts measure what their `unite` says; a trajectory is always in dollars. */
export type Chart =
  | {
      readonly type: 'puces';
      readonly unite: Unite;
      readonly panneaux: readonly Panneau<Puce>[];
      readonly legende?: LegendePuces;
    }
  | { readonly type: 'barres'; readonly unite: Unite; readonly elements: readonly Barre[] }
  | {
      readonly type: 'colonnes';
      readonly unite: Unite;
      readonly panneaux: readonly Panneau<Barre>[];
    }
  | {
      readonly type: 'ligne';
      readonly unite: Unite;
      /** Two or more days, in order. */
      readonly points: readonly PointJour[];
    }
  | {
      readonly type: 'piles';
      readonly unite: Unite;
      readonly categories: readonly Categorie[];
      readonly elements: readonly Pile[];
    }
  | {
      readonly type: 'matrice';
      readonly unite: Unite;
      readonly colonnes: readonly EnteteMatrice[];
      readonly lignes: readonly LigneMatrice[];
    }
  | {
      readonly type: 'trajectoires';
      readonly panneaux: readonly (Trajectoire & { titre: string })[];
    };

export interface Figure {
  /** Anchor in the page and name of the downloaded files, in kebab-case. */
  readonly id: string;
  /** A sentence that states the finding. */
  readonly titre: string;
  /** Unit and scope under the title, as « En dollars accordés ». */
  readonly sousTitre: string;
  readonly alt: string;
  readonly chart: Chart | null;
  readonly table: Table;
  /** What is left out and why, one sentence each. */
  readonly omissions: readonly string[];
  readonly definition: string;
  readonly sources: readonly SourceCitee[];
  /** Questions of `data/queries/` that its numbers come from. */
  readonly questions?: readonly string[];
  /** Its sums are of grants: the grants behind them can be listed. */
  readonly lignes?: true;
  /** It adds up exercices, and does not obey the choice of one. */
  readonly sansExercice?: true;
  /** False for a figure that has no page of its own. */
  readonly seule?: false;
}
