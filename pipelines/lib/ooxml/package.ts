/** An Office package: its parts, their content types and their relationships. */
import { posix } from 'node:path';
import { otherFormat, unreadable, withMacros } from './refusal';
import { isZip, refuseSignature, type Sorte } from './signature';
import { createXmlReader, type XmlHandlers } from './xml';
import { EXPANSION_MAX, inflateEntry, readZip, type Budget, type ZipEntry } from './zip';

export interface Relation {
  readonly id: string;
  /** Last word of the type, as `worksheet`. */
  readonly type: string;
  /** What stands before it: strict and usual packages differ there. */
  readonly base: string;
  /** Name of the part aimed at; null outside the package. */
  readonly partie: string | null;
}

/** Name of the part that holds the relationships of another, or of the package. */
export const relationsPart = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

export const CONTENT_TYPES = '[Content_Types].xml';

const NO_MAIN: Readonly<Record<Sorte, string>> = {
  classeur: 'le classeur n’a pas de sommaire',
  document: 'le document n’a pas de corps',
};

export class Package {
  /** Files and folders, in the order of the archive. */
  readonly archive: readonly ZipEntry[];
  readonly entries: readonly ZipEntry[];
  readonly #byName: ReadonlyMap<string, ZipEntry>;
  readonly #unread: Set<ZipEntry>;
  readonly #budget: Budget = { left: EXPANSION_MAX };
  #types: ContentTypes | null = null;

  constructor(
    archive: readonly ZipEntry[],
    readonly sorte: Sorte,
  ) {
    this.archive = archive;
    this.entries = archive.filter(({ nom }) => !nom.endsWith('/'));
    this.#byName = new Map(this.entries.map((entry) => [entry.nom.toLowerCase(), entry]));
    this.#unread = new Set(archive);
  }

  has(part: string): boolean {
    return this.#byName.has(part.toLowerCase());
  }

  /** Part that the package is about: the workbook, or the document. */
  main(): string {
    const part = this.relations('').find(({ type }) => type === 'officeDocument')?.partie;
    if (!part || !this.has(part)) throw unreadable(NO_MAIN[this.sorte]);
    return part;
  }

  /** Gives a part's content piece by piece. */
  stream(part: string, take: (piece: Uint8Array) => void): void {
    const entry = this.#byName.get(part.toLowerCase());
    if (!entry) throw unreadable(`« ${part} » manque`);
    this.#unread.delete(entry);
    inflateEntry(entry, this.#budget, take);
  }

  bytes(part: string): Uint8Array {
    const pieces: Uint8Array[] = [];
    this.stream(part, (piece) => pieces.push(piece));
    return Buffer.concat(pieces);
  }

  parse(part: string, handlers: XmlHandlers): void {
    const reader = createXmlReader(part, handlers);
    this.stream(part, (piece) => reader.push(piece));
    reader.end();
  }

  /** Inflates what was not read, for its checksum and its size. */
  verifyRest(): void {
    for (const entry of this.#unread) inflateEntry(entry, this.#budget, () => undefined);
    this.#unread.clear();
  }

  typeOf(part: string): string {
    this.#types ??= readContentTypes(this);
    return this.#types(part);
  }

  /** Relationships of a part, in the order of the file; none when it has no such file. */
  relations(part: string): Relation[] {
    const file = relationsPart(part);
    const found: Relation[] = [];
    if (!this.has(file)) return found;
    this.parse(file, {
      open(name, { Id, Type = '', Target = '', TargetMode }, depth) {
        if (name !== 'Relationship' || depth !== 2 || Id === undefined) return;
        const slash = Type.lastIndexOf('/');
        const [base, type] = [Type.slice(0, slash), Type.slice(slash + 1)];
        const partie = TargetMode === 'External' ? null : resolve(part, Target);
        found.push({ id: Id, type, base, partie });
      },
    });
    return found;
  }
}

function resolve(source: string, target: string): string {
  const plain = /%[0-9A-Fa-f]{2}/.test(target) ? decodeTarget(target) : target;
  return posix.resolve('/', posix.dirname(source), plain).slice(1);
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

type ContentTypes = (part: string) => string;

function readContentTypes(from: Package): ContentTypes {
  const defaults = new Map<string, string>();
  const overrides = new Map<string, string>();
  from.parse(CONTENT_TYPES, {
    open(name, { Extension = '', PartName = '', ContentType = '' }) {
      if (name === 'Default') defaults.set(Extension.toLowerCase(), ContentType);
      if (name === 'Override') overrides.set(PartName.toLowerCase(), ContentType);
    },
  });
  return (part) => {
    const key = part.toLowerCase();
    return overrides.get(`/${key}`) ?? defaults.get(posix.extname(key).slice(1)) ?? '';
  };
}

const MACRO_TYPE = /macroEnabled|vbaProject|macrosheet/i;

function refuseMacros(opened: Package): void {
  const parts = opened.entries.map(({ nom }) => nom);
  const named = parts.some((part) => /(^|\/)vbaProject\.bin$/i.test(part));
  if (named || parts.some((part) => MACRO_TYPE.test(opened.typeOf(part)))) throw withMacros();
}

const OPEN_DOCUMENTS: readonly (readonly [type: string, quoi: string])[] = [
  ['opendocument.spreadsheet', 'un classeur .ods'],
  ['opendocument.text', 'un document .odt'],
];

function refuseOtherZip(opened: Package): void {
  if (opened.has(CONTENT_TYPES)) return;
  if (opened.entries.some(({ nom }) => /^(xl|word)\//.test(nom)))
    throw unreadable(`« ${CONTENT_TYPES} » manque`);
  if (!opened.has('mimetype')) throw otherFormat('une archive .zip');
  const type = Buffer.from(opened.bytes('mimetype')).toString('latin1');
  const known = OPEN_DOCUMENTS.find(([word]) => type.includes(word));
  throw otherFormat(known?.[1] ?? 'un autre document');
}

/** Main types that are not what was awaited, each with what it is. */
const OTHERS: Readonly<Record<Sorte, readonly (readonly [type: RegExp, quoi: string])[]>> = {
  classeur: [
    [/sheet\.binary/i, 'un classeur binaire .xlsb'],
    [/wordprocessingml|presentationml/i, 'un document Word ou PowerPoint'],
  ],
  document: [
    [/spreadsheetml|ms-excel/i, 'un classeur Excel'],
    [/presentationml|ms-powerpoint/i, 'une présentation PowerPoint'],
  ],
};

function refuseOtherOffice(opened: Package): void {
  const type = opened.typeOf(opened.main());
  const other = OTHERS[opened.sorte].find(([pattern]) => pattern.test(type));
  if (other) throw otherFormat(other[1]);
}

/**
 * Opens the bytes of an .xlsx, or of a .docx; parts are inflated when they are read.
 * @throws OfficeError for anything else.
 */
export function openPackage(bytes: Uint8Array, sorte: Sorte): Package {
  if (!isZip(bytes)) throw refuseSignature(bytes, sorte);
  const opened = new Package(readZip(bytes), sorte);
  refuseOtherZip(opened);
  refuseOtherOffice(opened);
  refuseMacros(opened);
  return opened;
}
