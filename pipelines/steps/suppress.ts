import {
  type Column,
  type Edition,
  TABLE_NAMES,
  type TableName,
  TABLES,
} from '../../src/lib/domain/tables';
import type { Product, ProductRow } from './link/rows';

/** A table as one edition may see it: allowed columns only, rows sorted by key. */
export interface EditionTable {
  readonly nom: TableName;
  readonly colonnes: readonly (readonly [nom: string, column: Column])[];
  readonly rows: readonly ProductRow[];
}

const byKey = (cle: readonly string[]) => (a: ProductRow, b: ProductRow) => {
  for (const c of cle) {
    const [x, y] = [String(a[c]), String(b[c])];
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

/** Keeps the columns that the schema opens to an edition; a table left without column is not published. */
export function suppress(product: Product, edition: Edition): EditionTable[] {
  return TABLE_NAMES.map((nom) => {
    const schema = TABLES[nom];
    const colonnes = Object.entries(schema.colonnes).filter(([, c]) =>
      c.editions.includes(edition),
    );
    const rows = [...product[nom]]
      .sort(byKey(schema.cle))
      .map((row) => Object.fromEntries(colonnes.map(([name]) => [name, row[name] ?? null])));
    return { nom, colonnes, rows };
  }).filter(({ colonnes }) => colonnes.length > 0);
}
