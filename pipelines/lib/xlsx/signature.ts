/** What a file that is no .xlsx seems to be, from its first bytes. */
import { locked, otherFormat, unreadable, type WorkbookError } from './refusal';

const starts = (bytes: Uint8Array, ...prefix: number[]) =>
  prefix.every((byte, i) => bytes[i] === byte);

const ENCRYPTED = Buffer.from('EncryptedPackage', 'utf16le');

/** Containers of old Office: a password turns an .xlsx into one. */
function refuseOle2(bytes: Uint8Array): WorkbookError {
  if (Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED))
    return locked();
  return otherFormat('un ancien classeur .xls, ou un autre document d’Office');
}

function looksLikeText(bytes: Uint8Array): boolean {
  const marked = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff);
  return marked || !bytes.subarray(0, 4096).includes(0);
}

function refuseText(bytes: Uint8Array): WorkbookError {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1').toLowerCase();
  if (head.startsWith('%pdf')) return otherFormat('un document PDF');
  if (/<(!doctype html|html|table)\b/.test(head)) return otherFormat('une page HTML');
  return otherFormat('un fichier texte, par exemple un CSV');
}

/** Whether the file begins as a zip archive does. */
export const isZip = (bytes: Uint8Array): boolean => starts(bytes, 0x50, 0x4b, 0x03, 0x04);

/** Why a file that is not a zip archive is refused. */
export function refuseSignature(bytes: Uint8Array): WorkbookError {
  if (bytes.length === 0) return unreadable('le fichier est vide');
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOle2(bytes);
  return looksLikeText(bytes) ? refuseText(bytes) : unreadable('son contenu n’est pas reconnu');
}
