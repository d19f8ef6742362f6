/** A zip archive in memory: its directory, and its entries inflated piece by piece. */
import { crc32 } from 'node:zlib';
import { Inflate } from 'fflate';
import { locked, oversized, unreadable } from './refusal';

/** Bytes that a whole package may inflate to. */
export const EXPANSION_MAX = 256 * 1024 * 1024;

/** Entries that a package may hold. */
export const ENTRIES_MAX = 1000;

export interface ZipEntry {
  readonly nom: string;
  readonly flags: number;
  readonly methode: number;
  /** Time and date of MS-DOS, as stored. */
  readonly horodatage: number;
  readonly crc: number;
  /** Declared: checked once inflated. */
  readonly taille: number;
  readonly compresse: Uint8Array;
}

const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

const END = 0x06054b50;
const END_LENGTH = 22;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
const CENTRAL = 0x02014b50;
const CENTRAL_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;
const FULL16 = 0xffff;
const FULL32 = 0xffffffff;

const CUT = 'la fin du fichier manque, il a été coupé pendant une copie ou un envoi';
const TANGLED = 'son archive est incohérente';

interface Directory {
  readonly entries: number;
  readonly start: number;
  readonly end: number;
}

interface Header {
  readonly entry: Omit<ZipEntry, 'compresse'>;
  readonly compressed: number;
  readonly local: number;
}

/** A view whose reads outside the file are refusals. */
class Bytes {
  readonly #view: DataView;

  constructor(readonly all: Uint8Array) {
    this.#view = new DataView(all.buffer, all.byteOffset, all.byteLength);
  }

  u16(at: number): number {
    this.check(at, 2);
    return this.#view.getUint16(at, true);
  }

  u32(at: number): number {
    this.check(at, 4);
    return this.#view.getUint32(at, true);
  }

  u64(at: number): number {
    this.check(at, 8);
    return Number(this.#view.getBigUint64(at, true));
  }

  slice(at: number, length: number): Uint8Array {
    this.check(at, length);
    return this.all.subarray(at, at + length);
  }

  check(at: number, length: number): void {
    if (at < 0 || at + length > this.all.length) throw unreadable(CUT);
  }
}

function findEnd(bytes: Bytes): number {
  const last = bytes.all.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - FULL16); at--)
    if (bytes.u32(at) === END && at + END_LENGTH + bytes.u16(at + 20) === bytes.all.length)
      return at;
  throw unreadable(CUT);
}

function readEnd(bytes: Bytes): Directory {
  const at = findEnd(bytes);
  const size = bytes.u32(at + 12);
  const start = bytes.u32(at + 16);
  const entries = bytes.u16(at + 10);
  if (at >= 20 && bytes.u32(at - 20) === LOCATOR64) return readEnd64(bytes, at - 20);
  if (start + size !== at) throw unreadable(TANGLED);
  return { entries, start, end: at };
}

function readEnd64(bytes: Bytes, locator: number): Directory {
  const at = bytes.u64(locator + 8);
  if (bytes.u32(at) !== END64) throw unreadable(TANGLED);
  const start = bytes.u64(at + 48);
  const end = start + bytes.u64(at + 40);
  if (end !== at) throw unreadable(TANGLED);
  return { entries: bytes.u64(at + 32), start, end };
}

/** Values of the zip64 field, in the order in which the fields of 32 bits overflow. */
function wide(bytes: Bytes, extra: number, extraEnd: number, narrow: readonly number[]): number[] {
  let at = extra;
  while (at + 4 <= extraEnd && bytes.u16(at) !== 1) at += 4 + bytes.u16(at + 2);
  const end = at + 4 <= extraEnd ? Math.min(extraEnd, at + 4 + bytes.u16(at + 2)) : 0;
  let next = at + 4;
  return narrow.map((value) => {
    if (value !== FULL32) return value;
    if (next + 8 > end) throw unreadable(TANGLED);
    next += 8;
    return bytes.u64(next - 8);
  });
}

function decodeName(raw: Uint8Array): string {
  const text = new TextDecoder().decode(raw);
  return text.includes('\ufffd') ? Buffer.from(raw).toString('latin1') : text;
}

function readHeader(bytes: Bytes, at: number): { header: Header; next: number } {
  if (bytes.u32(at) !== CENTRAL) throw unreadable(TANGLED);
  const name = at + CENTRAL_LENGTH;
  const extra = name + bytes.u16(at + 28);
  const extraEnd = extra + bytes.u16(at + 30);
  const narrow = [bytes.u32(at + 24), bytes.u32(at + 20), bytes.u32(at + 42)];
  const [taille = 0, compressed = 0, local = 0] = wide(bytes, extra, extraEnd, narrow);
  const entry = {
    nom: decodeName(bytes.slice(name, extra - name)),
    flags: bytes.u16(at + 8),
    methode: bytes.u16(at + 10),
    horodatage: bytes.u32(at + 12),
    crc: bytes.u32(at + 16),
    taille,
  };
  return { header: { entry, compressed, local }, next: extraEnd + bytes.u16(at + 32) };
}

function readHeaders(bytes: Bytes, directory: Directory): Header[] {
  const headers: Header[] = [];
  let at = directory.start;
  while (at < directory.end) {
    const { header, next } = readHeader(bytes, at);
    headers.push(header);
    if (headers.length > ENTRIES_MAX) throw oversized(`plus de ${ENTRIES_MAX} fichiers internes`);
    at = next;
  }
  if (headers.length !== directory.entries || at !== directory.end) throw unreadable(TANGLED);
  return headers;
}

interface Located {
  readonly entry: ZipEntry;
  readonly start: number;
  readonly end: number;
}

function locate(bytes: Bytes, { entry, compressed, local }: Header): Located {
  if (bytes.u32(local) !== LOCAL) throw unreadable(TANGLED);
  const name = local + LOCAL_LENGTH;
  const extra = name + bytes.u16(local + 26);
  const data = extra + bytes.u16(local + 28);
  if (decodeName(bytes.slice(name, extra - name)) !== entry.nom) throw unreadable(TANGLED);
  const compresse = bytes.slice(data, compressed);
  return { entry: { ...entry, compresse }, start: local, end: data + compressed };
}

const UNSAFE = /^\/|\\|\0|\/\/|(^|\/)\.{1,2}(\/|$)/;

function checkNames(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { nom, flags } of entries) {
    if (flags & ENCRYPTED) throw locked();
    const key = nom.toLowerCase();
    if (nom === '' || UNSAFE.test(nom) || seen.has(key)) throw unreadable(TANGLED);
    seen.add(key);
  }
}

/** No two entries may share bytes, nor lie in the directory. */
function checkPlaces(places: readonly Located[], limit: number): void {
  const sorted = [...places].sort((a, b) => a.start - b.start);
  const overlap = sorted.some(({ end }, i) => end > (sorted[i + 1]?.start ?? limit));
  if (overlap) throw unreadable(TANGLED);
}

/**
 * Entries of an archive, in the order of its directory. Nothing is inflated yet.
 * @throws OfficeError when the archive is cut, tangled, encrypted or has too many entries.
 */
export function readZip(file: Uint8Array): ZipEntry[] {
  const bytes = new Bytes(file);
  const directory = readEnd(bytes);
  const located = readHeaders(bytes, directory).map((header) => locate(bytes, header));
  const entries = located.map(({ entry }) => entry);
  checkNames(entries);
  checkPlaces(located, directory.start);
  return entries;
}

/** Compressed bytes pushed at once: deflate gives at most 1032 times as many. */
const PIECE = 4096;

function* pieces({ nom, methode, compresse }: ZipEntry): Generator<Uint8Array> {
  if (methode === STORED) return yield compresse;
  if (methode !== DEFLATED) throw unreadable(`la compression de « ${nom} » n’est pas connue`);
  const out: Uint8Array[] = [];
  const inflate = new Inflate((piece) => out.push(piece));
  let at = 0;
  do {
    const end = Math.min(at + PIECE, compresse.length);
    try {
      inflate.push(compresse.subarray(at, end), end === compresse.length);
    } catch {
      throw unreadable(`« ${nom} » ne se décompresse pas`);
    }
    yield* out.splice(0);
    at = end;
  } while (at < compresse.length);
}

/** What is left of the bytes that a package may inflate to. */
export interface Budget {
  left: number;
}

/**
 * Gives an entry's content in pieces of at most a few megabytes, counted against the budget as they come.
 * @throws OfficeError when the content is damaged, or goes over the budget.
 */
export function inflateEntry(
  entry: ZipEntry,
  budget: Budget,
  take: (piece: Uint8Array) => void,
): void {
  let [crc, length] = [0, 0];
  for (const piece of pieces(entry)) {
    budget.left -= piece.length;
    if (budget.left < 0)
      throw oversized(`plus de ${EXPANSION_MAX / 1024 / 1024} Mo une fois décompressé`);
    crc = crc32(piece, crc);
    length += piece.length;
    take(piece);
  }
  if (crc !== entry.crc || length !== entry.taille)
    throw unreadable(`« ${entry.nom} » ne correspond pas à sa somme de contrôle`);
}
