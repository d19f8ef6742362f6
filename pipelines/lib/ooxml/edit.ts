/** A package being changed: parts patched or added, every other one kept as it is. */
import { posix } from 'node:path';
import { makeEntry, writeZip } from './archive';
import { escapeAttribute, XML_HEAD } from '../../../src/lib/xlsx/escape-xml';
import { CONTENT_TYPES, relationsPart, type Package, type Relation } from './package';
import { unreadable } from './refusal';
import { appendTo, insertAll, outline, toUtf8, type Element, type Insertion } from './patch';

const RELATIONSHIPS = `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`;

/** A part's bytes with the insertions that its elements, down to a depth, call for. */
export type Patch = (elements: readonly Element[]) => readonly Insertion[];

/** The first element of that name. */
export function elementNamed(elements: readonly Element[], name: string): Element {
  const found = elements.find((element) => element.name === name);
  if (!found) throw unreadable(`l’élément « ${name} » manque`);
  return found;
}

export class PackageEdit {
  readonly #from: Package;
  readonly #changed = new Map<string, { readonly part: string; readonly bytes: Uint8Array }>();
  /** Namespace of the relationships, and start of their types. */
  readonly base: string;

  constructor(from: Package) {
    this.#from = from;
    this.base = from.relations('').find(({ type }) => type === 'officeDocument')!.base;
  }

  /** Content of a part, in UTF-8. */
  bytes(part: string): Uint8Array {
    return this.#changed.get(part.toLowerCase())?.bytes ?? toUtf8(this.#from.bytes(part));
  }

  has(part: string): boolean {
    return this.#changed.has(part.toLowerCase()) || this.#from.has(part);
  }

  write(part: string, bytes: Uint8Array): void {
    this.#changed.set(part.toLowerCase(), { part, bytes });
  }

  patch(part: string, deepest: number, patch: Patch): void {
    const bytes = this.bytes(part);
    this.write(part, insertAll(bytes, patch(outline(part, bytes, deepest))));
  }

  /** Names of the parts of an extension, those added included. */
  partsEnding(extension: string): string[] {
    const added = [...this.#changed.values()].map(({ part }) => part);
    const names = new Set([...this.#from.entries.map(({ nom }) => nom), ...added]);
    return [...names].filter((name) => name.toLowerCase().endsWith(extension));
  }

  /** A name that no part has, as `xl/comments3.xml`. */
  freeName(stem: string, extension: string): string {
    for (let n = 1; ; n++)
      if (!this.has(`${stem}${n}${extension}`)) return `${stem}${n}${extension}`;
  }

  /** Relationships that a part has in the file received. */
  relations(part: string): Relation[] {
    return this.#from.relations(part);
  }

  /** Links a part to another; gives the id of the relationship. */
  relate(source: string, type: string, target: string): string {
    const file = relationsPart(source);
    if (!this.has(file)) this.write(file, Buffer.from(RELATIONSHIPS));
    let id = '';
    this.patch(file, 2, (elements) => {
      const root = elementNamed(elements, 'Relationships');
      id = freeId(elements.map(({ attributes }) => attributes['Id']));
      const path = posix.relative(posix.dirname(source), target);
      return appendTo(
        root,
        `<${root.prefix}Relationship Id="${id}" Type="${this.base}/${type}" Target="${escapeAttribute(path)}"/>`,
      );
    });
    return id;
  }

  declareType(part: string, type: string): void {
    this.patch(CONTENT_TYPES, 1, (elements) => {
      const root = elementNamed(elements, 'Types');
      const name = escapeAttribute(`/${part}`);
      return appendTo(root, `<${root.prefix}Override PartName="${name}" ContentType="${type}"/>`);
    });
  }

  /** Declares the type of all parts of an extension, unless the package does. */
  declareExtension(extension: string, type: string): void {
    this.patch(CONTENT_TYPES, 2, (elements) => {
      const root = elementNamed(elements, 'Types');
      const known = elements.some(
        ({ attributes }) => attributes['Extension']?.toLowerCase() === extension,
      );
      const xml = `<${root.prefix}Default Extension="${extension}" ContentType="${type}"/>`;
      return known ? [] : appendTo(root, xml);
    });
  }

  /** Bytes of the package: its entries in their order, then what was added. */
  toBytes(): Uint8Array {
    const added = new Map(this.#changed);
    const kept = this.#from.archive.map((entry) => {
      const change = added.get(entry.nom.toLowerCase());
      added.delete(entry.nom.toLowerCase());
      return change ? makeEntry(entry.nom, change.bytes, entry.horodatage) : entry;
    });
    const fresh = [...added.values()].map(({ part, bytes }) => makeEntry(part, bytes));
    return writeZip([...kept, ...fresh]);
  }
}

function freeId(taken: readonly (string | undefined)[]): string {
  for (let n = taken.length; ; n++) if (!taken.includes(`rId${n}`)) return `rId${n}`;
}
