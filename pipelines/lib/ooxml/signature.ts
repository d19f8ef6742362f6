/** What a file that is no zip archive seems to be, from its bytes. */
import { locked, otherFormat, unreadable, type OfficeError } from './refusal';

/** What a package is awaited to be: an .xlsx or a .docx. */
export type Sorte = 'classeur' | 'document';

const starts = (bytes: Uint8Array, ...prefix: number[]) =>
  prefix.every((byte, i) => bytes[i] === byte);

const utf16 = (name: string): Buffer => Buffer.from(name, 'utf16le');

const ENCRYPTED = utf16('EncryptedPackage');
const WORD = utf16('WordDocument');
const EXCEL = utf16('Workbook');

/** Containers of old Office: a password turns an .xlsx or a .docx into one. */
function refuseOle2(bytes: Uint8Array, sorte: Sorte): OfficeError {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.includes(ENCRYPTED)) return locked();
  const word = file.includes(WORD) && (sorte === 'document' || !file.includes(EXCEL));
  if (word) return otherFormat('un ancien document Word .doc');
  return otherFormat('un ancien classeur .xls, ou un autre document d’Office');
}

function looksLikeText(bytes: Uint8Array): boolean {
  const marked = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  return marked || !bytes.subarray(0, 4096).includes(0);
}

const TEXT: Readonly<Record<Sorte, string>> = {
  classeur: 'un fichier texte, par exemple un CSV',
  document: 'un fichier texte',
};

/** Starts that tell a file whatever follows. */
const STARTS: readonly (readonly [start: string, quoi: string])[] = [
  ['%PDF', 'un document PDF'],
  ['{\\rtf', 'un document .rtf'],
  ['\xff\xd8\xff', 'une image'],
  ['\x89PNG', 'une image'],
];

function refuseText(bytes: Uint8Array, sorte: Sorte): OfficeError {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').toLowerCase();
  if (/<(!doctype html|html|table)\b/.test(head)) return otherFormat('une page HTML');
  return otherFormat(TEXT[sorte]);
}

/** Whether the file begins as a zip archive does. */
export const isZip = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Why a file that is not a zip archive is refused. */
export function refuseSignature(bytes: Uint8Array, sorte: Sorte): OfficeError {
  if (bytes.length === 0) return unreadable('le fichier est vide');
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOle2(bytes, sorte);
  const start = Buffer.from(bytes.subarray(0, 8)).toString('latin1');
  const known = STARTS.find(([first]) => start.startsWith(first));
  if (known) return otherFormat(known[1]);
  if (looksLikeText(bytes)) return refuseText(bytes, sorte);
  return unreadable('son contenu n’est pas reconnu');
}
