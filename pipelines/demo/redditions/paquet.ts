/** The parts of a .docx or .xlsx, opened, changed and closed again: the same bytes each time. */
import { strFromU8, strToU8, unzipSync } from 'fflate';
import { packParts } from '../../../src/lib/xlsx/pack';

export type Parties = Readonly<Record<string, Uint8Array>>;

export const open = (bytes: Uint8Array): Parties => unzipSync(bytes);

export const close = (parties: Parties): Uint8Array =>
  packParts(Object.fromEntries(Object.entries(parties).sort(([a], [b]) => (a < b ? -1 : 1))), 9);

/** Text of a part, changed; refuses a change that changes nothing. */
export function edit(parties: Parties, nom: string, change: (xml: string) => string): Parties {
  const xml = strFromU8(parties[nom] ?? new Uint8Array());
  const changed = change(xml);
  if (changed === xml) throw new RangeError(`Nothing to change in ${nom}`);
  return { ...parties, [nom]: strToU8(changed) };
}

/** Parts that the library writes for what these forms have none of. */
const VIDES = /^word\/(_rels\/(?!document)|(endnotes|footnotes|numbering|fontTable)\.xml|theme\/)/;

/** Without the empty parts, as most programs save it. */
export function lighten(bytes: Uint8Array): Uint8Array {
  const all = Object.entries(open(bytes));
  const gone = all.map(([nom]) => nom).filter((nom) => VIDES.test(nom));
  const kept = Object.fromEntries(all.filter(([nom]) => !gone.includes(nom)));
  if (gone.length === 0) return close(kept);
  const names = gone.map((nom) => nom.replace('word/', '')).join('|');
  const relations = new RegExp(`<Relationship [^>]*Target="(${names})"[^>]*/>`, 'g');
  const types = new RegExp(`<Override [^>]*PartName="/word/(${names})"[^>]*/>`, 'g');
  const related = edit(kept, 'word/_rels/document.xml.rels', (xml) => xml.replace(relations, ''));
  return close(edit(related, '[Content_Types].xml', (xml) => xml.replace(types, '')));
}
