/** A strict XML reader fed piece by piece: no DTD, no entity but the five of XML. */
import { SaxesParser } from 'saxes';
import { unreadable } from './refusal';

export type Attributes = Readonly<Record<string, string>>;

/** Names are local: prefixes, and so the namespaces of strict OOXML, do not matter. */
export interface XmlHandlers {
  /** `depth` is 1 for the root. */
  open?(name: string, attributes: Attributes, depth: number, tag: string): void;
  close?(name: string, depth: number): void;
  text?(text: string): void;
}

export interface XmlReader {
  push(piece: Uint8Array): void;
  end(): void;
  /** Characters read, up to the end of the tag being handled. */
  readonly position: number;
}

/** The name without its prefix. */
export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Value of the attribute that names a relationship, as `r:id`, whatever its prefix. */
export function relationId(attributes: Attributes): string | null {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key === undefined ? null : attributes[key]!;
}

/** Value of a boolean attribute, false when absent. */
export const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

const isXmlSpace = (text: string, at: number): boolean => ' \t\r\n'.includes(text.charAt(at));

/** Without the spaces of XML at both ends: a non-breaking one is text. */
export function trimXml(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isXmlSpace(text, start)) start++;
  while (end > start && isXmlSpace(text, end - 1)) end--;
  return text.slice(start, end);
}

function decoderOf(head: Uint8Array, part: string): (piece: Uint8Array) => string {
  const [first, second] = head;
  const mark = `${first},${second}`;
  const encoding = mark === '255,254' ? 'utf-16le' : mark === '254,255' ? 'utf-16be' : 'utf-8';
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (piece) => {
    try {
      return decoder.decode(piece, { stream: true });
    } catch {
      throw unreadable(`« ${part} » n’est pas du texte ${encoding.toUpperCase()}`);
    }
  };
}

/** Bytes as characters of one byte each, so that positions are offsets. */
const asBytes = (piece: Uint8Array): string =>
  Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString('latin1');

/** Elements one in another: Office writes some dozens. */
const DEPTH_MAX = 1000;

const OPTIONS = { xmlns: false, position: false } as const;

function createParser(part: string, handlers: XmlHandlers): SaxesParser<typeof OPTIONS> {
  const parser = new SaxesParser(OPTIONS);
  let depth = 0;
  parser.on('error', () => {
    throw unreadable(`« ${part} » est mal formé`);
  });
  parser.on('doctype', () => {
    throw unreadable(`« ${part} » contient une DTD`);
  });
  parser.on('xmldecl', ({ encoding = 'utf-8' }) => {
    if (!/^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(encoding))
      throw unreadable(`« ${part} » est en ${encoding}`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > DEPTH_MAX) throw unreadable(`« ${part} » est emboîté sur trop de niveaux`);
    handlers.open?.(localName(name), attributes, depth, name);
  });
  parser.on('closetag', ({ name }) => {
    handlers.close?.(localName(name), depth);
    depth--;
  });
  const text = handlers.text?.bind(handlers);
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  return parser;
}

/**
 * Reader of one part. With `offsets`, characters are bytes: positions are offsets in the part, and
 * values that are not ASCII must be decoded by the caller.
 * @throws OfficeError, from `push` and `end`, when the XML is malformed.
 */
export function createXmlReader(
  part: string,
  handlers: XmlHandlers,
  offsets: 'offsets' | null = null,
): XmlReader {
  const parser = createParser(part, handlers);
  let decode = offsets ? asBytes : null;
  let head: Uint8Array = new Uint8Array();
  return {
    push(piece) {
      if (decode) return void parser.write(decode(piece));
      head = Buffer.concat([head, piece]);
      if (head.length < 2) return;
      decode = decoderOf(head, part);
      parser.write(decode(head));
    },
    end() {
      parser.close();
    },
    get position() {
      return parser.position;
    },
  };
}
