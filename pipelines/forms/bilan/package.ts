/** A document of the library without what changes at each run: its date, and the ids it draws. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { packParts } from '../../../src/lib/xlsx/pack';

const CORE = 'docProps/core.xml';
const DOCUMENT = 'word/document.xml';

const withoutDates = (xml: string): string =>
  xml.replace(/<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g, '');

/** Bookmarks are numbered by a counter of the whole process. */
function renumberBookmarks(xml: string): string {
  const ranks = new Map<string, number>();
  return xml.replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")(\d+)(")/g, (_, a, id: string, b) => {
    const rank = ranks.get(id) ?? ranks.size + 1;
    ranks.set(id, rank);
    return `${String(a)}${rank}${String(b)}`;
  });
}

/** The same content gives the same bytes, whenever it is written. */
export function stableBytes(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const rewrite = (name: string, content: Uint8Array): Uint8Array => {
    if (name === CORE) return strToU8(withoutDates(strFromU8(content)));
    return name === DOCUMENT ? strToU8(renumberBookmarks(strFromU8(content))) : content;
  };
  const names = Object.keys(parts).sort();
  return packParts(
    Object.fromEntries(names.map((name) => [name, rewrite(name, parts[name] ?? new Uint8Array())])),
  );
}
