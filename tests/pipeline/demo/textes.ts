/** Every text of a .docx, .xlsx or plain .pdf, read by other means than the pipeline's. */
import { strFromU8, unzipSync } from 'fflate';

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const unescape = (xml: string) => xml.replace(/&\w+;/g, (e) => ENTITIES[e] ?? e);

/** Texts between the marks of an element. */
const between = (xml: string): string[] =>
  [...xml.matchAll(/<(?:w:)?(?:t|delText|a|v)(?: [^>]*)?>([^<]+)</g)].map((m) =>
    unescape(m[1] ?? ''),
  );

const inPdf = (pdf: string): string[] =>
  [...pdf.matchAll(/\((.*)\) Tj/g)].map((m) =>
    (m[1] ?? '').replace(/\\(\d{3})/g, (_, octal: string) =>
      String.fromCharCode(parseInt(octal, 8)),
    ),
  );

function parts(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes);
  } catch {
    return {};
  }
}

/** None for an archive that was cut. */
export function textsIn(bytes: Uint8Array): string[] {
  const head = strFromU8(bytes.slice(0, 5), true);
  if (head === '%PDF-') return inPdf(strFromU8(bytes, true));
  return Object.entries(parts(bytes))
    .filter(([nom]) => /^(word|xl)\/.*\.xml$/.test(nom))
    .flatMap(([, part]) => between(strFromU8(part)));
}
