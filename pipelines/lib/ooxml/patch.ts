/** Insertions in the XML of a part, whose other bytes stay as they are. */
import { createXmlReader, type Attributes } from './xml';

export interface Element {
  /** Without its prefix. */
  readonly name: string;
  /** `x:` when the tag is prefixed, else nothing. */
  readonly prefix: string;
  readonly attributes: Attributes;
  readonly depth: number;
  /** Text directly inside. */
  readonly texte: string;
  /** Offsets, in bytes: of the tag that opens, just after it, of the tag that closes, just after it. */
  readonly start: number;
  readonly inside: number;
  readonly close: number;
  readonly end: number;
}

export interface Insertion {
  /** Offset in bytes. */
  readonly at: number;
  /** Bytes taken off there. */
  readonly remove?: number;
  readonly xml: string;
}

const utf8 = (bytes: string): string => Buffer.from(bytes, 'latin1').toString('utf8');

const OPENS = '<'.charCodeAt(0);
const MARK_LENGTH = 3;
const PIECE = 65_536;

type Draft = { -readonly [K in keyof Element]: Element[K] };

/** Bytes of a part in UTF-8: a part in UTF-16 is turned into it. */
export function toUtf8(bytes: Uint8Array): Uint8Array {
  const mark = `${bytes[0]},${bytes[1]}`;
  if (mark !== '255,254' && mark !== '254,255') return bytes;
  const text = new TextDecoder(mark === '255,254' ? 'utf-16le' : 'utf-16be').decode(bytes);
  return Buffer.from(text.replace(/^(<\?xml[^>]*?) encoding=("|').*?\2/, '$1'));
}

/**
 * Elements down to a depth, in document order, with their places.
 * @throws OfficeError when the XML is malformed.
 */
export function outline(part: string, bytes: Uint8Array, deepest: number): Element[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const marked = buffer.subarray(0, MARK_LENGTH).toString('hex') === 'efbbbf';
  const origin = marked ? MARK_LENGTH : 0;
  const found: Draft[] = [];
  const opened: Draft[] = [];
  const reader = createXmlReader(
    part,
    {
      open(name, attributes, depth, tag) {
        if (depth > deepest) return;
        const inside = origin + reader.position;
        const start = buffer.lastIndexOf(OPENS, inside - 1);
        const prefix = tag.slice(0, tag.length - name.length);
        const element = { name, prefix, attributes, depth, texte: '', start, inside };
        opened.push({ ...element, close: inside, end: inside });
        found.push(opened.at(-1)!);
      },
      text(text) {
        const element = opened.at(-1);
        if (element) element.texte += text;
      },
      close(_, depth) {
        if (depth > deepest) return;
        const element = opened.pop()!;
        element.end = origin + reader.position;
        element.close = buffer.lastIndexOf(OPENS, element.end - 1);
        element.texte = utf8(element.texte);
      },
    },
    'offsets',
  );
  for (let at = origin; at < buffer.length; at += PIECE)
    reader.push(buffer.subarray(at, at + PIECE));
  reader.end();
  return found;
}

const isSelfClosing = ({ end, inside }: Element): boolean => end === inside;

/** Puts XML at the end of what an element holds; `attributes` goes in its tag. */
export function appendTo(element: Element, xml: string, attributes = ''): Insertion[] {
  const { name, prefix, inside, close } = element;
  if (isSelfClosing(element))
    return [{ at: inside - 2, remove: 2, xml: `${attributes}>${xml}</${prefix}${name}>` }];
  const tag = attributes === '' ? [] : [{ at: inside - 1, xml: attributes }];
  return [...tag, { at: close, xml }];
}

/** A copy with the insertions done; those of one place stay in the order given. */
export function insertAll(bytes: Uint8Array, insertions: readonly Insertion[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  let from = 0;
  for (const { at, remove = 0, xml } of insertions.toSorted((a, b) => a.at - b.at)) {
    pieces.push(bytes.subarray(from, at), Buffer.from(xml));
    from = at + remove;
  }
  return Buffer.concat([...pieces, bytes.subarray(from)]);
}

/** Value of an attribute as text. */
export const attributeText = (element: Element, name: string): string =>
  utf8(element.attributes[name] ?? '');
