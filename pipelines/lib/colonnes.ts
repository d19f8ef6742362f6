/** Columns of a large table: what many rows hold is held once, as a code a row and the values that codes stand for. */

/** Members in order, each one made when it is looked at; an array is one. */
export interface Suite<T> extends Iterable<T> {
  readonly length: number;
}

type Codes = Uint8Array | Uint16Array | Uint32Array;

/** The narrowest codes that can name so many values. */
function packCodes(codes: readonly number[], distinctes: number): Codes {
  if (distinctes <= 0x100) return new Uint8Array(codes);
  return distinctes <= 0x10000 ? new Uint16Array(codes) : new Uint32Array(codes);
}

/** The values of one column, by the place of their row. */
export class Colonne<T> {
  constructor(
    /** By place; null where each row has a value of its own, in the order of rows. */
    private readonly codes: Codes | null,
    /** Every value of the column, one for each code. */
    readonly distinctes: readonly T[],
  ) {}

  at(rang: number): T {
    return this.distinctes[this.codes === null ? rang : (this.codes[rang] ?? -1)] as T;
  }

  /** The same rows with other values: each distinct one is worked out once. */
  map<U>(of: (valeur: T) => U): Colonne<U> {
    return new Colonne(this.codes, this.distinctes.map(of));
  }

  /** The same column with other values at a few places. */
  with(others: ReadonlyMap<number, T>): Colonne<T> {
    if (others.size === 0) return this;
    const distinctes = [...this.distinctes];
    const codes = Uint32Array.from(this.codes ?? distinctes.keys());
    for (const [rang, valeur] of others) codes[rang] = distinctes.push(valeur) - 1;
    return new Colonne(codes, distinctes);
  }

  /** The same column, its values held by another where all of them are those of that one. */
  heldBy(other: Colonne<unknown>): Colonne<T> {
    const { distinctes } = other;
    const same =
      distinctes.length === this.distinctes.length &&
      this.distinctes.every((valeur, code) => valeur === distinctes[code]);
    return same ? new Colonne(this.codes, distinctes as readonly T[]) : this;
  }
}

/** A column that holds one value at every row. */
export const constante = <T>(length: number, valeur: T): Colonne<T> =>
  new Colonne(new Uint8Array(length), [valeur]);

/** V8 keeps the whole of a long text for a part of it that has at least so many letters. */
const TRANCHE = 13;
const LATIN1 = /^[\0-\xff]*$/;

/** The same text, that keeps no longer one alive. */
function detach(text: string): string {
  if (text.length < TRANCHE) return text;
  const encoding = LATIN1.test(text) ? 'latin1' : 'utf16le';
  return Buffer.from(text, encoding).toString(encoding);
}

/** Rows after which a column is known to be of numbers or of words that hardly come twice. */
const ESSAI = 50_000;

/** A column of texts being gathered, row after row. */
export class Textes {
  #rows = 0;
  /** By place; null as long as no text has come twice. */
  #codes: number[] | null = null;
  readonly #distincts: string[] = [];
  readonly #known = new Map<string, number>();

  add(text: string): void {
    const known = this.#known.get(text);
    if (known !== undefined) this.#codes ??= [...this.#distincts.keys()];
    const code = known ?? this.#hold(text);
    this.#codes?.push(code);
    this.#rows++;
  }

  /** Where most texts are met once, looking for each among all the others costs more than it saves. */
  #hold(text: string): number {
    const own = detach(text);
    const code = this.#distincts.push(own) - 1;
    if (this.#rows < ESSAI || this.#distincts.length * 2 < this.#rows) this.#known.set(own, code);
    return code;
  }

  toColonne(): Colonne<string> {
    const codes = this.#codes && packCodes(this.#codes, this.#distincts.length);
    return new Colonne(codes, this.#distincts.slice());
  }
}
