/** Reading one part of a document, its body or a header, from the events of its XML. */
import type { Attributes, XmlHandlers } from '../ooxml/xml';
import { attribute } from './attributes';
import type { Blocks } from './blocks';
import { Pen } from './pen';

/** What is not read, with all that it holds: properties of before a change, and equations. */
const SKIPPED = new Set([
  ...['rPrChange', 'pPrChange', 'trPrChange', 'tcPrChange', 'numberingChange'],
  ...['oMath', 'oMathPara'],
]);

/** Prefixes that a choice may ask for to be read; any other has a fallback that is read in its place. */
const UNDERSTOOD = new Set(['wps', 'wpg', 'wpc', 'wpi', 'wp14', 'w14', 'w15', 'a14']);

const ALTERNATIVES = new Set(['AlternateContent', 'Choice', 'Fallback']);

/** What may hold an image: all those of one count for one. */
interface Drawing {
  counted: boolean;
}

interface Tag {
  readonly name: string;
  readonly attributes: Attributes;
  readonly depth: number;
  readonly parent: string;
}

type Handlers = Readonly<Record<string, (tag: Tag) => void>>;

const NONE: Attributes = {};

export class Story implements XmlHandlers {
  /** The main part has a body. */
  hasBody = false;
  readonly #blocks: Blocks;
  readonly #pen: Pen;
  /** Names of the elements that are open, by their depth. */
  readonly #names: string[] = [];
  #skippedAt: number | null = null;
  /** Drawings that are open; null for the text of a box, in one of them. */
  readonly #drawings: (Drawing | null)[] = [];
  /** Alternatives that are open: whether one of their branches was taken. */
  readonly #alternatives: boolean[] = [];

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
    this.#pen = new Pen(blocks);
  }

  open(name: string, attributes: Attributes, depth: number): void {
    this.#names[depth] = name;
    if (this.#skippedAt !== null) return;
    if (SKIPPED.has(name)) return this.#skip(depth);
    const parent = this.#parentOf(depth);
    this.#pen.describe(name, parent, attributes);
    const handlers = this.#drawings.at(-1) ? this.#opensInDrawing : this.#opens;
    handlers[name]?.({ name, attributes, depth, parent });
  }

  text(text: string): void {
    this.#pen.take(text);
  }

  close(name: string, depth: number): void {
    if (this.#skippedAt === null) this.#end(name, depth);
    else if (this.#skippedAt === depth) this.#skippedAt = null;
  }

  #end(name: string, depth: number): void {
    const handlers = this.#drawings.at(-1) ? this.#closesInDrawing : this.#closes;
    handlers[name]?.({ name, attributes: NONE, depth, parent: this.#parentOf(depth) });
  }

  /** Alternatives do not count: what they hold stands where they do. */
  #parentOf(depth: number): string {
    let at = depth - 1;
    while (ALTERNATIVES.has(this.#names[at] ?? '')) at--;
    return this.#names[at] ?? '';
  }

  #skip(depth: number): void {
    this.#skippedAt = depth;
  }

  readonly #opensInDrawing: Handlers = {
    drawing: () => this.#openDrawing(),
    pict: () => this.#openDrawing(),
    object: () => this.#openDrawing(),
    blip: () => this.#countImage(),
    imagedata: () => this.#countImage(),
    txbxContent: () => this.#openBox(),
    AlternateContent: () => this.#alternatives.push(false),
    Choice: (tag) => this.#choose(tag, this.#understands(tag)),
    Fallback: (tag) => this.#choose(tag, true),
  };

  readonly #closesInDrawing: Handlers = {
    drawing: () => this.#drawings.pop(),
    pict: () => this.#drawings.pop(),
    object: () => this.#drawings.pop(),
    AlternateContent: () => this.#alternatives.pop(),
  };

  readonly #opens: Handlers = {
    ...this.#opensInDrawing,
    body: () => void (this.hasBody = true),
    p: () => this.#blocks.openParagraph(),
    tbl: () => this.#blocks.openTable(),
    tr: () => this.#blocks.openRow(),
    tc: () => this.#blocks.openCell(),
    gridSpan: ({ attributes }) => this.#span(attributes),
    bookmarkStart: ({ attributes }) => this.#blocks.mark(attribute(attributes, 'name') ?? ''),
    r: () => this.#pen.openRun(),
    rFonts: ({ attributes }) => this.#pen.chooseFont(attributes),
    t: ({ attributes }) => this.#pen.openText(attributes),
    delText: ({ attributes }) => this.#pen.openText(attributes),
    sym: ({ attributes }) => this.#pen.writeSymbol(attributes),
    tab: (tag) => this.#write('\t', tag),
    ptab: (tag) => this.#write('\t', tag),
    br: (tag) => this.#write('\n', tag),
    cr: (tag) => this.#write('\n', tag),
    noBreakHyphen: (tag) => this.#write('-', tag),
    ins: (tag) => this.#insert(tag),
    moveTo: (tag) => this.#insert(tag),
    del: (tag) => this.#delete(tag),
    moveFrom: (tag) => this.#delete(tag),
    cellIns: () => void (this.#blocks.place.suivi = true),
    cellDel: () => this.#deleteCell(),
    fldChar: ({ attributes }) => this.#pen.openFieldMark(attributes),
    sdt: () => this.#pen.openControl(),
    sdtContent: () => this.#pen.enterControl(),
  };

  readonly #closes: Handlers = {
    ...this.#closesInDrawing,
    p: () => this.#closeParagraph(),
    tbl: () => this.#blocks.closeTable(),
    tr: () => this.#closeRow(),
    tc: () => this.#closeCell(),
    t: () => this.#pen.closeText(),
    delText: () => this.#pen.closeText(),
    del: (tag) => this.#endDeletion(tag),
    moveFrom: (tag) => this.#endDeletion(tag),
    fldChar: () => this.#pen.closeFieldMark(),
    sdtContent: () => this.#pen.settle(),
    sdt: () => this.#pen.closeControl(),
    txbxContent: () => this.#closeBox(),
  };

  /** Characters that are elements also name properties: those stand in a run. */
  #write(text: string, { parent }: Tag): void {
    if (parent === 'r') this.#pen.write(text);
  }

  #closeParagraph(): void {
    this.#pen.settle();
    this.#blocks.closeParagraph();
  }

  #span(attributes: Attributes): void {
    const columns = Number(attribute(attributes, 'val'));
    if (Number.isInteger(columns) && columns > 0) this.#blocks.place.fusion = columns;
  }

  #insert({ parent }: Tag): void {
    const { paragraph, place } = this.#blocks;
    if (parent === 'trPr' && place.row) place.row.suivi = true;
    else if (paragraph) paragraph.suivi = true;
  }

  /** A mark of paragraph, a row, or the runs inside. */
  #delete(tag: Tag): void {
    const { paragraph, place } = this.#blocks;
    this.#insert(tag);
    if (tag.parent === 'trPr') this.#deleteIn(place.row);
    else if (tag.parent !== 'rPr') this.#pen.deletions++;
    else if (paragraph && this.#parentOf(tag.depth - 1) === 'pPr') paragraph.continued = true;
  }

  #endDeletion({ parent }: Tag): void {
    if (parent !== 'trPr' && parent !== 'rPr') this.#pen.deletions--;
  }

  #deleteIn(deleted: { supprimee: boolean } | null): void {
    if (!deleted || deleted.supprimee) return;
    deleted.supprimee = true;
    this.#pen.deletions++;
  }

  #restoreAfter(deleted: { readonly supprimee: boolean } | null): void {
    if (deleted?.supprimee) this.#pen.deletions--;
  }

  #deleteCell(): void {
    const { place } = this.#blocks;
    place.suivi = true;
    if (place.kind === 'cellule') this.#deleteIn(place);
  }

  #closeRow(): void {
    this.#restoreAfter(this.#blocks.place.row);
    this.#blocks.place.closeRow();
  }

  #closeCell(): void {
    this.#restoreAfter(this.#blocks.place);
    this.#blocks.closeCell();
  }

  #openDrawing(): void {
    this.#drawings.push(this.#drawings.at(-1) ?? { counted: false });
  }

  #countImage(): void {
    const drawing = this.#drawings.at(-1);
    if (!drawing || drawing.counted) return;
    drawing.counted = true;
    this.#pen.addImage();
  }

  #openBox(): void {
    this.#drawings.push(null);
    this.#blocks.openBox();
  }

  #closeBox(): void {
    this.#drawings.pop();
    this.#blocks.closeBox();
  }

  #understands({ attributes }: Tag): boolean {
    return (attributes['Requires'] ?? '').split(/\s+/).every((prefix) => UNDERSTOOD.has(prefix));
  }

  /** One branch of an alternative is read, never two. */
  #choose({ depth }: Tag, readable: boolean): void {
    const last = this.#alternatives.length - 1;
    if (!readable || this.#alternatives[last]) return this.#skip(depth);
    this.#alternatives[last] = true;
  }
}
