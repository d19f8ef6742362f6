/** A Word document as it is read: what a person put in it, without its XML. */
import type { Refus } from '../ooxml/refusal';

/** What stands in a paragraph or in a cell. */
export interface Contenu {
  /**
   * As shown, tracked changes accepted: a soft break is `\n`, a tab `\t`, a check box ☐ or ☒ whatever made it. The
   * codes of fields and the placeholders of content controls are no text; hidden text is.
   */
  readonly texte: string;
  /**
   * Text of the content controls that say they show their placeholder. LibreOffice 7.4 goes on saying so of what
   * a person typed over it: what is none of the form's own placeholders is an answer.
   */
  readonly invite: string;
  /** Names of the bookmarks that start there. */
  readonly signets: readonly string[];
  readonly images: number;
  /** Holds tracked insertions, deletions or moves. */
  readonly suivi: boolean;
  /** Text of the tracked deletions, and of what was moved away: one line a paragraph. */
  readonly supprime: string;
}

export interface Paragraphe extends Contenu {
  readonly type: 'paragraphe';
  /** Stands in a text box, and comes after the block that the box is anchored in. */
  readonly zoneDeTexte: boolean;
}

/** `texte` is that of its own paragraphs, one a line, without blank lines at the end. */
export interface Cellule extends Contenu {
  /** Tables within the cell. */
  readonly tableaux: readonly Tableau[];
  /** Columns of the grid that it spans. */
  readonly fusion: number;
}

export interface Rangee {
  readonly cellules: readonly Cellule[];
  /** A tracked deletion: the text of its cells is all in `supprime`. */
  readonly supprimee: boolean;
}

export interface Tableau {
  readonly type: 'tableau';
  readonly zoneDeTexte: boolean;
  readonly rangees: readonly Rangee[];
}

export type Bloc = Paragraphe | Tableau;

/** Footnotes, comments, equations, charts and parts of other documents are not read. */
export interface DocumentRead {
  readonly corps: readonly Bloc[];
  /** Text of each header and footer. */
  readonly marges: readonly string[];
  /** ISO instant that the document says it was last saved at. */
  readonly modifie: string | null;
  /** It shows things kept outside of it, as a linked image; plain hyperlinks aside. Nothing is ever fetched. */
  readonly liensExternes: boolean;
}

export type DocumentResult =
  | { readonly ok: true; readonly document: DocumentRead }
  | { readonly ok: false; readonly refus: Refus; readonly message: string };

const cellText = ({ texte, tableaux }: Cellule): string =>
  [texte, ...tableaux.map(textIn)].join('\n');

const textIn = (bloc: Bloc): string =>
  bloc.type === 'paragraphe'
    ? bloc.texte
    : bloc.rangees.map(({ cellules }) => cellules.map(cellText).join('\t')).join('\n');

/** Plain text: a paragraph or a row of a table a line, a tab between cells. */
export const textOf = (blocs: readonly Bloc[]): string => blocs.map(textIn).join('\n');
