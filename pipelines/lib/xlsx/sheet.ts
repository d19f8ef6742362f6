/** One worksheet, read in a single pass over its part. */
import type { Package } from '../ooxml/package';
import { unreadable } from '../ooxml/refusal';
import { isOn, type Attributes, type XmlHandlers } from '../ooxml/xml';
import { cellName, COLUMNS_MAX, parseReference, ROWS_MAX } from '../../../src/lib/xlsx/reference';
import { RichText } from './text';
import { cellOf, type CellContext } from './value';
import type { CellRead, RowRead, SheetRead } from '../../../src/lib/xlsx/workbook';

type SheetContent = Omit<SheetRead, 'nom' | 'masquee'>;

/** Depths of the elements that matter, the root being at 1. */
const SECTION = 2;
const ITEM = 3;
const CELL = 4;
const PART = 5;

class SheetReader implements XmlHandlers {
  readonly #part: string;
  readonly #context: CellContext;
  readonly #rows: RowRead[] = [];
  readonly #merges: string[] = [];
  readonly #hidden = new Uint8Array(COLUMNS_MAX);
  #section = '';
  #line = 0;
  #rowHidden = false;
  #cells: CellRead[] = [];
  #column = -1;
  #attributes: Attributes = {};
  #value: string | null = null;
  #formula: string | null = null;
  #inline: RichText | null = null;
  #field = '';

  constructor(part: string, context: CellContext) {
    this.#part = part;
    this.#context = context;
  }

  get content(): SheetContent {
    const colonnesMasquees: number[] = [];
    for (let at = this.#hidden.indexOf(1); at >= 0; at = this.#hidden.indexOf(1, at + 1))
      colonnesMasquees.push(at);
    return { rangees: this.#rows, fusions: this.#merges, colonnesMasquees };
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (depth === SECTION) this.#section = name;
    else if (depth === ITEM) this.#openItem(name, attributes);
    else if (this.#section !== 'sheetData') return;
    else if (depth === CELL && name === 'c') this.#openCell(attributes);
    else if (depth === PART) this.#openField(name);
    else if (this.#field === 'is') this.#inline?.open(name, attributes);
  }

  text(text: string): void {
    if (this.#field === 'v') this.#value += text;
    else if (this.#field === 'f') this.#formula += text;
    else if (this.#field === 'is') this.#inline?.text(text);
  }

  close(name: string, depth: number): void {
    if (this.#section !== 'sheetData') return;
    if (depth > PART) this.#inline?.close(name);
    else if (depth === PART) this.#field = '';
    else if (depth === CELL && name === 'c') this.#closeCell();
    else if (depth === ITEM && name === 'row') this.#closeRow();
  }

  #openItem(name: string, attributes: Attributes): void {
    const path = `${this.#section}/${name}`;
    if (path === 'sheetData/row') this.#openRow(attributes);
    else if (path === 'mergeCells/mergeCell') this.#merges.push(attributes['ref'] ?? '');
    else if (path === 'cols/col' && isOn(attributes['hidden'])) this.#hide(attributes);
  }

  #hide({ min, max }: Attributes): void {
    this.#hidden.fill(1, Math.max(0, Number(min) - 1), Number(max));
  }

  #openRow({ r, hidden }: Attributes): void {
    const line = r === undefined ? this.#line + 1 : Number(r);
    if (!(Number.isInteger(line) && line > this.#line && line <= ROWS_MAX))
      throw unreadable(`la ligne « ${r} » de « ${this.#part} » n’est pas à sa place`);
    this.#line = line;
    this.#column = -1;
    this.#rowHidden = isOn(hidden);
    this.#cells = [];
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#rows.push({ ligne: this.#line, masquee: this.#rowHidden, cellules: this.#cells });
  }

  #openCell(attributes: Attributes): void {
    this.#column = this.#columnOf(attributes['r']);
    this.#attributes = attributes;
    this.#value = null;
    this.#formula = null;
    this.#inline = null;
  }

  #columnOf(reference: string | undefined): number {
    if (reference === undefined && this.#column + 1 < COLUMNS_MAX) return this.#column + 1;
    const place = parseReference(reference ?? '');
    if (place && place.ligne === this.#line && place.colonne > this.#column) return place.colonne;
    throw unreadable(`la cellule « ${reference} » de « ${this.#part} » n’est pas à sa place`);
  }

  #openField(name: string): void {
    this.#field = name;
    if (name === 'v') this.#value = '';
    else if (name === 'f') this.#formula = '';
    else if (name === 'is') this.#inline = new RichText();
  }

  #closeCell(): void {
    if (this.#value === null && this.#formula === null && this.#inline === null) return;
    const { t = 'n', s = '0' } = this.#attributes;
    const cell = cellOf(
      {
        colonne: this.#column,
        reference: cellName(this.#column, this.#line),
        type: t,
        style: Number(s),
        valeur: this.#value,
        enLigne: this.#inline?.texte ?? null,
        formule: this.#formula,
      },
      this.#context,
    );
    if (cell) this.#cells.push(cell);
  }
}

/** What a worksheet part holds. */
export function readSheet(from: Package, part: string, context: CellContext): SheetContent {
  const reader = new SheetReader(part, context);
  from.parse(part, reader);
  return reader.content;
}
