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

export type SheetWritten = TableWritten | ProseWritten;
