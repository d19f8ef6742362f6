/** Rows of a table held in columns: a row is a view of its place, made when it is looked at. */
import type { CellRead } from '../../src/lib/xlsx/workbook';
import { type Colonne, constante, type Suite, Textes } from '../lib/colonnes';
import type { Typed } from '../lib/valeurs';
import { vuesOf } from '../lib/vues';
import type { Lieu, RawRow } from './read/table';

const SANS_NOMBRE: readonly CellRead[] = [];

class Rangee implements RawRow {
  constructor(
    private readonly table: Rangees,
    private readonly rang: number,
  ) {}

  get lieu(): Lieu {
    return this.table.lieu;
  }
  get ligne(): number {
    return this.table.lignes[this.rang] ?? 0;
  }
  get textes(): readonly string[] {
    return this.table.colonnes.map((colonne) => colonne.at(this.rang));
  }
  get nombres(): readonly CellRead[] {
    return this.table.nombres.get(this.rang) ?? SANS_NOMBRE;
  }
}

/** Rows as they were read. */
export class Rangees implements Suite<RawRow> {
  constructor(
    readonly lieu: Lieu,
    readonly lignes: Uint32Array,
    /** By column of the file. */
    readonly colonnes: readonly Colonne<string>[],
    /** By place, cells that a workbook knows to be numbers. */
    readonly nombres: ReadonlyMap<number, readonly CellRead[]>,
  ) {}

  get length(): number {
    return this.lignes.length;
  }

  at(rang: number): RawRow {
    return new Rangee(this, rang);
  }

  *[Symbol.iterator](): Generator<RawRow> {
    for (let rang = 0; rang < this.length; rang++) yield this.at(rang);
  }

  /** What is written in a field, empty where the file has no such column. */
  champ(champ: string): Colonne<string> {
    return this.colonnes[this.lieu.colonnes.get(champ) ?? -1] ?? constante(this.length, '');
  }

  /** The same rows with the texts of a field put as `of` puts them. */
  mapChamp(champ: string, of: (texte: string) => string): Rangees {
    const colonnes = this.colonnes.map((colonne, i) =>
      i === this.lieu.colonnes.get(champ) ? colonne.map(of) : colonne,
    );
    return new Rangees(this.lieu, this.lignes, colonnes, this.nombres);
  }

  /** By place, the numbers that a workbook knows a field to hold. */
  nombresOf(champ: string): Map<number, CellRead> {
    const colonne = this.lieu.colonnes.get(champ);
    const own = new Map<number, CellRead>();
    for (const [rang, cells] of this.nombres) {
      const cell = cells.find((c) => c.colonne === colonne);
      if (cell) own.set(rang, cell);
    }
    return own;
  }
}

/** Gathers the rows of a table, one after the other. */
export class Recolte {
  readonly #lignes: number[] = [];
  readonly #textes: readonly Textes[];
  readonly #nombres = new Map<number, readonly CellRead[]>();

  constructor(
    private readonly lieu: Lieu,
    largeur: number,
  ) {
    this.#textes = Array.from({ length: largeur }, () => new Textes());
  }

  /** Texts beyond the width are left out. */
  add(ligne: number, textes: readonly string[], nombres: readonly CellRead[] = SANS_NOMBRE): void {
    const rang = this.#lignes.push(ligne) - 1;
    for (const [i, column] of this.#textes.entries()) column.add(textes[i] ?? '');
    if (nombres.length > 0) this.#nombres.set(rang, nombres);
  }

  toRangees(): Rangees {
    const colonnes = this.#textes.map((t) => t.toColonne());
    return new Rangees(this.lieu, new Uint32Array(this.#lignes), colonnes, this.#nombres);
  }
}

/** The values of a field, by place. */
export interface ChampType {
  readonly valeurs: Colonne<Typed>;
  /** Whether a day stands for a whole month; null where none does. */
  readonly mois: Colonne<boolean> | null;
}

export type Champs = ReadonlyMap<string, ChampType>;

type Valeurs = Readonly<Record<string, Typed>>;

const AUCUN: readonly string[] = [];

/** Values of the rows of a table, by place. */
export class Cellules {
  readonly #vue: (rang: number) => Valeurs;
  readonly #mois: readonly (readonly [champ: string, mois: Colonne<boolean>])[];

  constructor(readonly champs: Champs) {
    const at =
      ({ valeurs }: ChampType) =>
      (rang: number) =>
        valeurs.at(rang);
    this.#vue = vuesOf(Object.fromEntries([...champs].map(([nom, champ]) => [nom, at(champ)])));
    this.#mois = [...champs].flatMap(([champ, { mois }]) => (mois ? [[champ, mois] as const] : []));
  }

  valeurs(rang: number): Valeurs {
    return this.#vue(rang);
  }

  /** Fields whose day stands for a whole month. */
  mois(rang: number): readonly string[] {
    if (this.#mois.length === 0) return AUCUN;
    return this.#mois.filter(([, mois]) => mois.at(rang)).map(([champ]) => champ);
  }
}

/** A row of which every field is read. */
export interface TypedRow extends RawRow {
  readonly valeurs: Valeurs;
  /** Fields whose day stands for a whole month. */
  readonly mois: readonly string[];
}

class RangeeTypee extends Rangee implements TypedRow {
  constructor(
    private readonly rangees: RangeesTypees,
    private readonly place: number,
  ) {
    super(rangees.brutes, place);
  }

  get valeurs(): Valeurs {
    return this.rangees.cellules.valeurs(this.place);
  }
  get mois(): readonly string[] {
    return this.rangees.cellules.mois(this.place);
  }
}

/** Rows that were kept of those that were read. */
export class RangeesTypees implements Suite<TypedRow> {
  constructor(
    readonly brutes: Rangees,
    /** Places of the rows kept. */
    readonly rangs: Uint32Array,
    readonly cellules: Cellules,
  ) {}

  get length(): number {
    return this.rangs.length;
  }

  at(rang: number): TypedRow {
    return new RangeeTypee(this, rang);
  }

  *[Symbol.iterator](): Generator<TypedRow> {
    for (const rang of this.rangs) yield this.at(rang);
  }

  /** Fewer of the same rows. */
  keep(rangs: Uint32Array): RangeesTypees {
    return new RangeesTypees(this.brutes, rangs, this.cellules);
  }
}
