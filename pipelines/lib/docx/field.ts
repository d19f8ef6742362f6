/** Fields: a code that nobody sees, and its result. The old form fields among them. */
import type { Attributes } from '../ooxml/xml';
import { attribute, isSet } from './attributes';
import { box } from './boxes';

export class Field {
  /** Its code is being read: nothing of it is shown. */
  code = true;
  #kind: 'checkBox' | 'ddList' | null = null;
  #value: string | undefined;
  #choices: string[] = [];
  #checked = false;

  /** An element of the data of an old form field. */
  describe(name: string, parent: string, attributes: Attributes): void {
    if (name === 'checkBox' || name === 'ddList') this.#kind = name;
    if (parent === 'checkBox' && (name === 'default' || name === 'checked'))
      this.#checked = isSet(attributes);
    if (parent !== 'ddList') return;
    if (name === 'default' || name === 'result') this.#value = attribute(attributes, 'val');
    if (name === 'listEntry') this.#choices.push(attribute(attributes, 'val') ?? '');
  }

  /** What the field shows by itself, whatever its result; null for any other. */
  get shown(): string | null {
    if (this.#kind === 'checkBox') return box(this.#checked);
    return this.#kind === 'ddList' ? (this.#choices[Number(this.#value ?? 0)] ?? '') : null;
  }

  /** The result follows. */
  separate(): void {
    this.code = this.shown !== null;
  }
}
