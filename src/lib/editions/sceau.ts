/**
 * A sealed edition: its tables and what they are of, in a zip, encrypted in the age format by a passphrase.
 * The same file opens with the age program.
 */
import { Decrypter, Encrypter } from 'age-encryption';
import { unzipSync, zipSync } from 'fflate';
import type { EditionScellee } from '../domain/column';

export const FORMAT = 'retombees-edition/1';
const MANIFESTE = 'manifeste.json';
const REMPLISSAGE = 'remplissage';

/** What is sealed is a multiple of so many bytes, as its length would tell that a report came. */
export const PALIER = 2 ** 18;

/** What a sealed file is of. */
export interface Origine {
  readonly fonds: string;
  readonly edition: EditionScellee;
  /** SHA-256 of the `datapackage.json` that was published with it, in hexadecimal. */
  readonly publication: string;
}

interface Manifeste extends Origine {
  readonly format: typeof FORMAT;
  readonly tables: readonly string[];
}

/**
 * Why a sealed file stays shut: `illisible` is no age file, or one cut in its head; `phrase` does not open it (or
 * its head was altered); `altere` was opened and does not hold what was sealed; the others are of something else.
 */
export type RefusSceau = 'illisible' | 'phrase' | 'altere' | 'fonds' | 'edition' | 'publication';

export class SceauError extends Error {
  override readonly name = 'SceauError';
  constructor(
    readonly refus: RefusSceau,
    cause: unknown,
  ) {
    super(`Sealed edition refused: ${refus}`, { cause });
  }
}

/** Bytes of each table, in Parquet. */
export type Tables = ReadonlyMap<string, Uint8Array>;

/** Seals tables; `phrase` is folded. Never twice the same bytes. */
export async function seal(origine: Origine, tables: Tables, phrase: string): Promise<Uint8Array> {
  const manifeste: Manifeste = { format: FORMAT, ...origine, tables: [...tables.keys()] };
  const files = Object.fromEntries(
    [...tables].map(([nom, bytes]) => [`${nom}.parquet`, bytes] as const),
  );
  const head = new TextEncoder().encode(`${JSON.stringify(manifeste, null, 2)}\n`);
  const encrypter = new Encrypter();
  encrypter.setPassphrase(phrase);
  return encrypter.encrypt(pack({ [MANIFESTE]: head, ...files }));
}

/** A zip of the files as they are, with zeros to the next step of its length. */
function pack(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const filled = (length: number) =>
    zipSync({ ...files, [REMPLISSAGE]: new Uint8Array(length) }, { level: 0 });
  const { length } = filled(0);
  return filled(Math.ceil(length / PALIER) * PALIER - length);
}

const HEAD = 'age-encryption.org/v1\n';
const PASSPHRASE = '-> scrypt ';

function requireAge(bytes: Uint8Array): void {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
  if (!start.startsWith(HEAD + PASSPHRASE) || !/\n--- /.test(start))
    throw new SceauError('illisible', 'not an age file with a passphrase');
}

async function decrypt(bytes: Uint8Array, phrase: string): Promise<Uint8Array> {
  requireAge(bytes);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(phrase);
  try {
    return await decrypter.decrypt(bytes);
  } catch (cause) {
    // The library tells a key that does not fit from a body that does not hold by its words alone.
    const unfit = /no identity matched/.test(String(cause));
    throw new SceauError(unfit ? 'phrase' : 'altere', cause);
  }
}

function unpack(zip: Uint8Array): { manifeste: Manifeste; files: Record<string, Uint8Array> } {
  try {
    const { [MANIFESTE]: head, ...files } = unzipSync(zip);
    const manifeste = JSON.parse(new TextDecoder().decode(head!)) as Manifeste;
    if (manifeste.format !== FORMAT) throw new Error(`Unknown format ${manifeste.format}`);
    return { manifeste, files };
  } catch (cause) {
    throw new SceauError('altere', cause);
  }
}

/**
 * Opens a sealed file, wholly or not at all; `phrase` is folded.
 * @throws SceauError
 */
export async function openSealed(
  bytes: Uint8Array,
  phrase: string,
  attendu: Origine,
): Promise<Tables> {
  const { manifeste, files } = unpack(await decrypt(bytes, phrase));
  for (const cle of ['fonds', 'edition', 'publication'] as const)
    if (manifeste[cle] !== attendu[cle]) throw new SceauError(cle, manifeste[cle]);
  return new Map(
    manifeste.tables.map((nom) => {
      const table = files[`${nom}.parquet`];
      if (!table) throw new SceauError('altere', `no ${nom}`);
      return [nom, table] as const;
    }),
  );
}
