/** A workbook as it is read, and as it is written: what a spreadsheet holds, without its XML. */

/** A cell that holds something. */
export interface CellRead {
  /** Counted from 0. */
  readonly colonne: number;
  /** `sans-valeur`: a formula that the program that saved the file did not compute. */
  readonly type: 'texte' | 'nombre' | 'booleen' | 'erreur' | 'sans-valeur';
  /** A number in plain decimals of at most 15 significant digits (`1234.5`), `VRAI`, `#REF!`, or the text. */
  readonly texte: string;
  /** How a number is shown: `autre` for whatever is no number. A time of day alone is no date. */
  readonly format: 'date' | 'pourcentage' | 'autre';
  /** ISO day that a number stands for as a serial, shown as a date or not; null when it is none, or has a time of day. */
  readonly jour: string | null;
  /** Without its equal sign; empty for a cell that shares the formula of another. */
  readonly formule: string | null;
}

export interface RowRead {
  /** Counted from 1, as a spreadsheet shows it. */
  readonly ligne: number;
  readonly masquee: boolean;
  /** Never empty: a row whose cells hold nothing is not kept. */
  readonly cellules: readonly CellRead[];
}

export interface SheetRead {
  readonly nom: string;
  readonly masquee: boolean;
  readonly rangees: readonly RowRead[];
  /** As `B2:D2`. */
  readonly fusions: readonly string[];
  /** Counted from 0. */
  readonly colonnesMasquees: readonly number[];
}

/** A name that a workbook gives to a place in it. */
export interface NameRead {
  readonly nom: string;
  /** As the workbook stores it: `'Dépenses'!$C$5:$C$12`, or `#REF!` where the place was deleted. */
  readonly reference: string;
}

export interface WorkbookRead {
  readonly feuilles: readonly SheetRead[];
  /** Names of the whole workbook: neither those of one sheet nor those that spreadsheets keep for themselves. */
  readonly noms: readonly NameRead[];
  /** ISO instant when the file says that it was last saved; null when it does not say. */
  readonly modifie: string | null;
  /** The package holds links to other workbooks. */
  readonly liensExternes: boolean;
}

/** Why a file is not read as a workbook. */
export type WorkbookRefusal =
  | 'classeur-protege'
  | 'classeur-illisible'
  | 'classeur-autre-format'
  | 'classeur-demesure'
  | 'classeur-macros';

export type WorkbookResult =
  | { readonly ok: true; readonly classeur: WorkbookRead }
  | { readonly ok: false; readonly regle: WorkbookRefusal; readonly message: string };

/** What a cell is written with: cents are never written as a binary fraction. */
export type CellWritten =
  | null
  | { readonly type: 'texte'; readonly texte: string; readonly lien?: string }
  /** Plain decimal, as `1234.50`. */
  | { readonly type: 'montant'; readonly decimal: string }
  | { readonly type: 'entier'; readonly entier: number }
  /** ISO day. */
  | { readonly type: 'date'; readonly jour: string };

export interface ColumnWritten {
  readonly titre: string;
  /** In characters. */
  readonly largeur: number;
  readonly format: 'texte' | 'montant' | 'entier' | 'date';
  /** Shown when a cell of the column is selected; at most 255 characters. */
  readonly aide?: string;
  /** Drop-down: a range of another sheet, as `Listes!$A$2:$A$9`, or the values themselves. */
  readonly choix?: string | readonly string[];
}

interface NamedSheet {
  readonly nom: string;
  readonly masquee?: true;
}

/** Rows under a row of headings. */
export interface TableWritten extends NamedSheet {
  readonly type: 'table';
  readonly colonnes: readonly ColumnWritten[];
  readonly lignes: readonly (readonly CellWritten[])[];
}

/** Sentences, one a row, the first as a title. */
export interface ProseWritten extends NamedSheet {
  readonly type: 'texte';
  readonly texte: readonly string[];
}

/** How a value of a form is shown, and typed. */
export type GridFormat = 'texte' | 'montant' | 'entier' | 'date' | 'pourcentage';

/** What a cell of a form looks like: `saisie` alone lets people type. */
export type GridStyle =
  | 'titre'
  | 'sous-titre'
  | 'note'
  | 'entete'
  | 'entete-nombre'
  | 'libelle'
  | 'cellule'
  | 'saisie'
  | 'calcul'
  | 'total'
  | 'code';

type GridContent =
  | { readonly type: 'vide'; readonly format: GridFormat }
  | { readonly type: 'texte'; readonly texte: string }
  /** Plain decimal, as `1234.50`. */
  | { readonly type: 'montant'; readonly decimal: string }
  | { readonly type: 'entier'; readonly entier: number }
  /** ISO day. */
  | { readonly type: 'date'; readonly jour: string }
  /** Plain decimal: `0.125` for 12,5 %. */
  | { readonly type: 'pourcentage'; readonly decimal: string }
  | {
      readonly type: 'formule';
      /** Without its equal sign: English names, commas between arguments. */
      readonly formule: string;
      /** What it gives: a plain decimal, an ISO day or a text, as `format` says; null when unknown. */
      readonly valeur: string | null;
      readonly format: GridFormat;
    };

export type GridCell = GridContent & { readonly style: GridStyle };

/** What is refused in a range; an empty cell never is. */
export type GridRule =
  /** A range, as `'Listes'!$A$2:$A$9`, or the values themselves. */
  | { readonly type: 'liste'; readonly choix: string | readonly string[] }
  /** From 0, to a plain decimal. */
  | { readonly type: 'decimal'; readonly max?: string }
  | { readonly type: 'entier'; readonly max?: number }
  /** ISO days, both included. */
  | { readonly type: 'date'; readonly min?: string; readonly max?: string };

/** A title of at most 32 characters and a text of at most 255. */
export interface GridMessage {
  readonly titre: string;
  readonly texte: string;
}

export interface GridValidation {
  /** As `C5:C12`. */
  readonly plage: string;
  readonly regle?: GridRule;
  /** Shown when a cell of the range is selected. */
  readonly aide?: GridMessage;
  /** Shown when the rule is broken, in place of what the rule itself says. */
  readonly erreur?: GridMessage;
  /** The value may be kept all the same. */
  readonly avertir?: true;
}

/** Cells that stand out where a formula, written for the first of them, is true. */
export interface GridAlert {
  readonly plage: string;
  readonly formule: string;
}

/** `{page}`, `{pages}` and `{feuille}` stand for the page, their number and the sheet's name. */
export interface PrintedLine {
  readonly gauche?: string;
  readonly centre?: string;
  readonly droite?: string;
}

/** On Letter paper, one page wide. */
export interface GridPrint {
  readonly orientation: 'portrait' | 'paysage';
  /** First and last of the rows that each page repeats. */
  readonly repeter?: readonly [premiere: number, derniere: number];
  /** All that is written, unless said otherwise. */
  readonly zone?: string;
  readonly entete?: PrintedLine;
  readonly pied?: PrintedLine;
}

/**
 * A form: cells at any place, protected without a password, save those to fill in. People may resize
 * rows and columns, and insert rows: a new row is locked where the row above it is.
 */
export interface GridWritten extends NamedSheet {
  readonly type: 'grille';
  /** By their place, as `B4`. */
  readonly cellules: Readonly<Record<string, GridCell>>;
  /** Widths in characters, from column A. */
  readonly largeurs: readonly number[];
  /** Heights in points, by row; the others follow their texts. */
  readonly hauteurs?: Readonly<Record<number, number>>;
  /** Rows whose cells are all to fill in: people may delete them, and write anywhere on them. */
  readonly lignesLibres?: readonly number[];
  /** As `A1:F1`: the first cell gives its content and its style to all. */
  readonly fusions?: readonly string[];
  /** Names of the workbook, each for a cell or a range of this sheet, as `C5:C12`. */
  readonly noms?: Readonly<Record<string, string>>;
  readonly validations?: readonly GridValidation[];
  readonly alertes?: readonly GridAlert[];
  /** Number of rows, from the top, that stay in sight. */
  readonly figees?: number;
  readonly impression: GridPrint;
}

export type SheetWritten = TableWritten | ProseWritten | GridWritten;
