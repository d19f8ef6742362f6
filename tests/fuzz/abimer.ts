/** Files spoilt by chance, the same for the same seed. */
import { unzipSync, zipSync } from 'fflate';
import type { Tirage } from '../lib/hasard-personnes';

/** Pieces that parsers have been known to stumble on. */
const MORCEAUX = [
  ...['\0', '\r', '\n', '\t', '"', "'", ';', ',', '=1+1', '-', '\u202e', '\ufeff', '\u00a0'],
  ...['999999999999999999999', '1e400', '-0', '0x10', 'NaN', '2025-02-30', '31/12/9999', '33,333'],
  ...['<', '>', '&#0;', '&#x110000;', '<!DOCTYPE a [<!ENTITY b "c">]>', ']]>', '</w:t>', '</row>'],
  ...['&a', '*a', '!!js/function', '{', '[', ': ', '- ', '|', '__proto__', 'constructor'],
  ...['A1048577', 'XFE1', 'r="A0"', 't="s"', '-> scrypt ', '\n--- ', '\ud83d\ude00', 'é'],
].map((texte) => Buffer.from(texte));

const between = (tirage: Tirage, length: number): [number, number] => {
  const from = tirage(length + 1);
  return [from, Math.min(length, from + 1 + tirage(tirage(4) === 0 ? 400 : 12))];
};

/** One change of some bytes. */
function spoilOnce(tirage: Tirage, bytes: Buffer): Buffer {
  const [from, to] = between(tirage, bytes.length);
  const [head, tail] = [bytes.subarray(0, from), bytes.subarray(to)];
  switch (tirage(7)) {
    case 0:
      return Buffer.concat([head, tail]);
    case 1:
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    case 2:
      return head;
    case 3: {
      const one = Buffer.from(bytes);
      if (from < one.length) one[from] = tirage(256);
      return one;
    }
    case 4:
      return Buffer.concat([head, Buffer.from(Array.from({ length: 8 }, () => tirage(256))), tail]);
    default:
      return Buffer.concat([head, MORCEAUX[tirage(MORCEAUX.length)] ?? head, bytes.subarray(from)]);
  }
}

/** Bytes with one to four changes. */
export function spoil(tirage: Tirage, bytes: Uint8Array): Uint8Array {
  let out = Buffer.from(bytes);
  for (let left = 1 + tirage(4); left > 0; left--) out = Buffer.from(spoilOnce(tirage, out));
  return out;
}

/** An archive with a part of it spoilt, taken out, or given the name of another; as bytes one time in three. */
export function spoilArchive(tirage: Tirage, bytes: Uint8Array): Uint8Array {
  if (tirage(3) === 0) return spoil(tirage, bytes);
  const parts = Object.entries(unzipSync(bytes));
  const rang = tirage(parts.length);
  const other = parts[tirage(parts.length)]?.[0] ?? '';
  const change = tirage(10);
  const spoilt = parts.flatMap(([nom, own], i): [string, Uint8Array][] => {
    if (i !== rang) return [[nom, own]];
    if (change === 0) return [];
    return change === 1 ? [[other, own]] : [[nom, spoil(tirage, own)]];
  });
  return zipSync(Object.fromEntries(spoilt), { level: 1 });
}
