import iconv from 'iconv-lite';

export const ENCODAGES = ['utf-8', 'windows-1252', 'utf-16le'] as const;
export type Encodage = (typeof ENCODAGES)[number];

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly ligne: number | null; readonly message: string };

const refuse = (message: string, ligne: number | null = null): Decoded => ({
  ok: false,
  ligne,
  message,
});

/** Bytes that windows-1252 leaves undefined. */
const UNDEFINED_1252 = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const startsWith = (bytes: Uint8Array, first: number, second: number) =>
  bytes[0] === first && bytes[1] === second;
const isUtf16 = (bytes: Uint8Array) => startsWith(bytes, 0xff, 0xfe);

function lineAt(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let i = 0; i < offset; i++) if (bytes[i] === 0x0a) line++;
  return line;
}

/** Null for bytes that are not UTF-8. */
function tryUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Line of the first byte that is not UTF-8: the longest valid prefix is searched by halves. */
function firstBadLine(bytes: Uint8Array): number {
  let [low, high] = [0, bytes.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const streamed = new TextDecoder('utf-8', { fatal: true });
    try {
      streamed.decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return lineAt(bytes, low);
}

function decodeUtf8(bytes: Uint8Array): Decoded {
  const text = tryUtf8(bytes);
  if (text !== null) return { ok: true, text };
  return refuse(
    "le fichier n'est pas en UTF-8 comme le déclare source.yaml ; s'il vient d'Excel, déclarez « encodage: windows-1252 » ou exportez-le en « CSV UTF-8 »",
    firstBadLine(bytes),
  );
}

function decode1252(bytes: Uint8Array): Decoded {
  const bad = bytes.findIndex((byte) => UNDEFINED_1252.has(byte));
  const looksUtf8 = bytes.some((byte) => byte > 0x7f) && tryUtf8(bytes) !== null;
  if (looksUtf8 || bad >= 0)
    return refuse(
      "le fichier n'est pas en windows-1252 comme le déclare source.yaml ; il semble être en UTF-8 : déclarez « encodage: utf-8 »",
      bad >= 0 ? lineAt(bytes, bad) : null,
    );
  return { ok: true, text: iconv.decode(Buffer.from(bytes), 'win1252') };
}

function decodeUtf16(bytes: Uint8Array): Decoded {
  if (!isUtf16(bytes) || bytes.length % 2 !== 0)
    return refuse(
      "le fichier n'est pas en UTF-16 (petit-boutiste) comme le déclare source.yaml : corrigez « encodage »",
    );
  return { ok: true, text: iconv.decode(Buffer.from(bytes), 'utf-16le') };
}

/** Text of a received file in its declared encoding, byte order mark taken off. Nothing is guessed. */
export function decode(bytes: Uint8Array, encodage: Encodage): Decoded {
  if (startsWith(bytes, 0xfe, 0xff))
    return refuse(
      'le fichier est en UTF-16 gros-boutiste, qui ne se lit pas ici : exportez-le en « CSV UTF-8 » et déclarez « encodage: utf-8 »',
    );
  if (isUtf16(bytes) && encodage !== 'utf-16le')
    return refuse('le fichier est en UTF-16 : déclarez « encodage: utf-16le » dans source.yaml');
  if (encodage === 'utf-16le') return decodeUtf16(bytes);
  return encodage === 'utf-8' ? decodeUtf8(bytes) : decode1252(bytes);
}
