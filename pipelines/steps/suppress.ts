import {
  type Column,
  type Edition,
  TABLE_NAMES,
  type TableName,
  TABLES,
} from '../../src/lib/domain/tables';
import type { Suite } from '../lib/colonnes';
import { vuesOf } from '../lib/vues';
import type { Product, ProductRow } from './link/rows';

/** A table as one edition may see it: allowed columns only, rows sorted by key. */
export interface EditionTable {
  readonly nom: TableName;
  readonly colonnes: readonly (readonly [nom: string, column: Column])[];
  readonly rows: Suite<ProductRow>;
}

/** Places of rows in the order of their key. */
function sortByKey(rows: readonly ProductRow[], cle: readonly string[]): Uint32Array {
  const keys = cle.map((c) => rows.map((row) => String(row[c])));
  const compare = (a: number, b: number) => {
    for (const own of keys) {
      const [x = '', y = ''] = [own[a], own[b]];
      if (x !== y) return x < y ? -1 : 1;
    }
    return a - b;
  };
  return Uint32Array.from(rows, (_, rang) => rang).sort(compare);
}

/** Rows of which some columns alone are seen, in the order of their key. */
class RowsSeen implements Suite<ProductRow> {
  readonly #rows: readonly ProductRow[];
  readonly #order: Uint32Array;
  readonly #see: (row: ProductRow) => ProductRow;

  constructor(rows: readonly ProductRow[], cle: readonly string[], colonnes: readonly string[]) {
    this.#rows = rows;
    this.#order = sortByKey(rows, cle);
    const columnOf = (name: string) => (row: ProductRow) => row[name] ?? null;
    this.#see = vuesOf(Object.fromEntries(colonnes.map((name) => [name, columnOf(name)])));
  }

  get length(): number {
    return this.#order.length;
  }

  *[Symbol.iterator](): Generator<ProductRow> {
    for (const rang of this.#order) yield this.#see(this.#rows[rang] ?? {});
  }

  toJSON(): ProductRow[] {
    return [...this];
  }
}

/** Keeps the columns that the schema opens to an edition; a table left without column is not published. */
export function suppress(product: Product, edition: Edition): EditionTable[] {
  return TABLE_NAMES.map((nom) => {
    const { cle, colonnes: all } = TABLES[nom];
    const colonnes = Object.entries(all).filter(([, c]) => c.editions.includes(edition));
    const names = colonnes.map(([name]) => name);
    return { nom, colonnes, rows: new RowsSeen(product[nom], cle, names) };
  }).filter(({ colonnes }) => colonnes.length > 0);
}
