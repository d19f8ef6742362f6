/** Gathering the blocks of one part: its paragraphs, its tables, its text boxes, and their bookmarks. */
import { oversized, unreadable } from '../ooxml/refusal';
import type { Budget } from '../ooxml/zip';
import type { Bloc } from './document';
import { Place, type ParagraphDraft } from './place';

/** Paragraphs, tables, rows, cells and bookmarks that a document may hold. */
export const ELEMENTS_MAX = 100_000;

const misplaced = (what: string) => unreadable(`${what} n’est pas à sa place`);

export class Blocks {
  readonly #left: Budget;
  readonly #body = new Place('corps');
  readonly #places: Place[] = [this.#body];
  /** Of the text boxes of the block being read. */
  readonly #floating: Bloc[] = [];
  /** Bookmarks that wait for the next paragraph or cell. */
  readonly #waiting: string[] = [];

  /** `left` is what is left of the elements that the document may hold. */
  constructor(left: Budget) {
    this.#left = left;
  }

  /** Where elements are put: the innermost cell or text box, else the body. */
  get place(): Place {
    return this.#places.at(-1)!;
  }

  get paragraph(): ParagraphDraft | null {
    return this.place.paragraph;
  }

  /** All that was gathered, once the part is read: bookmarks after the last block have a paragraph of their own. */
  finish(): readonly Bloc[] {
    if (this.#waiting.length > 0) {
      this.openParagraph();
      this.closeParagraph();
    }
    return this.#body.blocs;
  }

  #count(): void {
    if (--this.#left.left < 0)
      throw oversized(`plus de ${ELEMENTS_MAX / 1000}\u00a0000 paragraphes ou cellules`);
  }

  mark(bookmark: string): void {
    this.#count();
    const { paragraph, kind, rows, signets } = this.place;
    const between = kind === 'cellule' && rows === null ? signets : this.#waiting;
    (paragraph?.signets ?? between).push(bookmark);
  }

  openParagraph(): void {
    this.#count();
    if (this.place.isBusy) throw misplaced('un paragraphe');
    this.place.openParagraph(this.#waiting.splice(0));
  }

  closeParagraph(): void {
    this.place.closeParagraph();
    this.#land();
  }

  openTable(): void {
    this.#count();
    if (this.place.isBusy) throw misplaced('un tableau');
    this.place.rows = [];
  }

  closeTable(): void {
    this.place.closeTable();
    this.#land();
  }

  openRow(): void {
    this.#count();
    if (!this.place.rows || this.place.row) throw misplaced('une rangée');
    this.place.row = { cellules: [], suivi: false, supprimee: false };
  }

  openCell(): void {
    this.#count();
    if (!this.place.row) throw misplaced('une cellule');
    this.#places.push(new Place('cellule', this.#waiting.splice(0)));
  }

  closeCell(): void {
    const cell = this.#places.pop()!;
    const row = this.place.row!;
    row.cellules.push(cell.toCell(row.suivi));
  }

  openBox(): void {
    this.#places.push(new Place('zone'));
  }

  closeBox(): void {
    for (const bloc of this.#places.pop()!.blocs) this.#floating.push(bloc);
  }

  /** Text boxes come after the block of the body that they are anchored in. */
  #land(): void {
    if (this.place !== this.#body) return;
    for (const bloc of this.#floating.splice(0)) this.#body.blocs.push(bloc);
  }
}
