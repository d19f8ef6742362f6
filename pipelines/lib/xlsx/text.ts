/** Text as OOXML stores it: runs, phonetic hints, and characters that XML cannot hold. */
import { trimXml, type Attributes } from '../ooxml/xml';

const ESCAPE = /_x([0-9A-Fa-f]{4})_/g;

/** Characters written as `_x000D_`. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text.replace(ESCAPE, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;

/** Collects the text of a string item or of an inline string, from the events inside it. */
export class RichText {
  texte = '';
  #run: string | null = null;
  #preserved = false;
  #phonetic = 0;

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.#phonetic++;
    if (name !== 't' || this.#phonetic > 0) return;
    this.#run = '';
    this.#preserved = attributes['xml:space'] === 'preserve';
  }

  text(text: string): void {
    if (this.#run !== null) this.#run += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#phonetic--;
    if (name !== 't' || this.#run === null) return;
    this.texte += decodeEscapes(this.#preserved ? this.#run : trimXml(this.#run));
    this.#run = null;
  }
}
