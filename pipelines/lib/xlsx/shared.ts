import type { Package } from '../ooxml/package';
import { RichText } from './text';

/** Shared strings, by their number. */
export function readSharedStrings(from: Package, part: string): string[] {
  const strings: string[] = [];
  let item = new RichText();
  from.parse(part, {
    open(name, attributes, depth) {
      if (depth === 2) item = new RichText();
      else item.open(name, attributes);
    },
    text(text) {
      item.text(text);
    },
    close(name, depth) {
      if (depth !== 2) item.close(name);
      else if (name === 'si') strings.push(item.texte);
    },
  });
  return strings;
}
