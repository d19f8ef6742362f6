/** Putting text in paragraphs: what is deleted goes apart, what nobody put there goes nowhere. */
import { trimXml, type Attributes } from '../ooxml/xml';
import { attribute } from './attributes';
import type { Blocks } from './blocks';
import { drawn, symbol } from './boxes';
import { Control } from './control';
import { Field } from './field';

export class Pen {
  /** Tracked deletions that are open. */
  deletions = 0;
  readonly #blocks: Blocks;
  readonly #controls: Control[] = [];
  /** A field whose first mark is being read. */
  #beginning: Field | null = null;
  #font = '';
  #text: { texte: string; readonly preserved: boolean } | null = null;

  constructor(blocks: Blocks) {
    this.#blocks = blocks;
  }

  /** Any element: it may describe the control or the field that begins. */
  describe(name: string, parent: string, attributes: Attributes): void {
    this.#controls.at(-1)?.describe(name, parent, attributes);
    this.#beginning?.describe(name, parent, attributes);
  }

  get #isPlaceholder(): boolean {
    return this.#controls.some((one) => one.inside && one.placeholder && !one.isBox);
  }

  #put(text: string): void {
    const { paragraph } = this.#blocks;
    if (!paragraph || paragraph.fields.some(({ code }) => code)) return;
    if (this.deletions > 0) paragraph.supprime += text;
    else if (this.#isPlaceholder) paragraph.invite += text;
    else paragraph.texte += text;
  }

  get #box(): Control | undefined {
    return this.#controls.findLast(({ inside, isBox }) => inside && isBox);
  }

  write(text: string): void {
    const control = this.#box;
    if (!control) return this.#put(text);
    if (this.deletions === 0) return this.#put(control.takeBox() + control.withoutGlyph(text));
    control.deleted = true;
    this.#put(text);
  }

  addImage(): void {
    const { paragraph } = this.#blocks;
    if (paragraph && this.deletions === 0 && !this.#isPlaceholder) paragraph.images++;
  }

  openRun(): void {
    this.#font = '';
  }

  chooseFont(attributes: Attributes): void {
    this.#font = attribute(attributes, 'ascii') ?? '';
  }

  openText(attributes: Attributes): void {
    this.#text = { texte: '', preserved: attributes['xml:space'] === 'preserve' };
  }

  take(text: string): void {
    if (this.#text) this.#text.texte += text;
  }

  closeText(): void {
    if (!this.#text) return;
    const { texte, preserved } = this.#text;
    this.#text = null;
    const kept = preserved ? texte : trimXml(texte);
    this.write(drawn(this.#font, kept.replaceAll('\n', ' ')));
  }

  writeSymbol(attributes: Attributes): void {
    const font = attribute(attributes, 'font') ?? '';
    this.write(symbol(font, attribute(attributes, 'char') ?? ''));
  }

  openFieldMark(attributes: Attributes): void {
    const fields = this.#blocks.paragraph?.fields;
    const kind = attribute(attributes, 'fldCharType');
    if (kind === 'begin') this.#beginning = new Field();
    if (kind === 'separate') fields?.at(-1)?.separate();
    if (kind === 'end') fields?.pop();
  }

  closeFieldMark(): void {
    if (!this.#beginning) return;
    this.write(this.#beginning.shown ?? '');
    this.#blocks.paragraph?.fields.push(this.#beginning);
    this.#beginning = null;
  }

  openControl(): void {
    this.#controls.push(new Control());
  }

  enterControl(): void {
    const control = this.#controls.at(-1);
    if (control) control.inside = true;
  }

  /** Before the end of a paragraph or of a control: a box without text is shown all the same. */
  settle(): void {
    const control = this.#box;
    if (this.#blocks.paragraph && control && !control.deleted) this.#put(control.takeBox());
  }

  closeControl(): void {
    this.#controls.pop();
  }
}
