/** Content controls: what they show may be a placeholder, or a box ticked or not. */
import type { Attributes } from '../ooxml/xml';
import { attribute, isSet } from './attributes';
import { box } from './boxes';

export class Control {
  /** Its content is being read. */
  inside = false;
  /** Shows a text that nobody put there. */
  placeholder = false;
  /** Some of its content is a tracked deletion. */
  deleted = false;
  #checked: boolean | null = null;
  /** The box was not shown yet. */
  #due = false;
  readonly #glyphs = new Set(['☐', '☑', '☒']);

  /** An element of its properties. */
  describe(name: string, parent: string, attributes: Attributes): void {
    if (name === 'showingPlcHdr') this.placeholder = isSet(attributes);
    if (name === 'checkbox') [this.#checked, this.#due] = [false, true];
    if (parent !== 'checkbox') return;
    if (name === 'checked') this.#checked = isSet(attributes);
    const code = parseInt(attribute(attributes, 'val') ?? '', 16);
    if (name.endsWith('State') && code > 0 && code <= 0x10ffff)
      this.#glyphs.add(String.fromCodePoint(code));
  }

  get isBox(): boolean {
    return this.#checked !== null;
  }

  /** The box, once; then nothing. */
  takeBox(): string {
    const shown = this.#due && this.#checked !== null ? box(this.#checked) : '';
    this.#due = false;
    return shown;
  }

  /** Text of its content without the glyph that stands for the box. */
  withoutGlyph(text: string): string {
    return Array.from(text)
      .filter((c) => !this.#glyphs.has(c))
      .join('');
  }
}
