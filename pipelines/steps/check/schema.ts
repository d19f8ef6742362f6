import type { RegleId } from '../../../src/lib/domain/regles/index';
import { type Column, TABLE_NAMES, type TableName, TABLES } from '../../../src/lib/domain/tables';
import { type Catalogue, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Product, ProductRow, ProductValue } from '../link/rows';

const KINDS: Readonly<Record<Column['type'], (value: ProductValue) => boolean>> = {
  texte: (v) => typeof v === 'string',
  entier: (v) => typeof v === 'number' && Number.isSafeInteger(v),
  montant: (v) => typeof v === 'bigint',
  date: (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v),
  booleen: (v) => typeof v === 'boolean',
};

const keyOf = (table: TableName, row: ProductRow) =>
  TABLES[table].cle.map((c) => String(row[c])).join(' ');

/** File and cell that a row of the product says it was read from. */
export function placeOf(row: ProductRow): {
  fichier: string;
  feuille: string | null;
  cellule: string | null;
} {
  const [first = ''] = String(row['provenance'] ?? '').split(' ; ');
  const [fichier, ...rest] = first.split('!');
  const last = rest[rest.length - 1] ?? '';
  const cellule = /^[A-Z]+\d+$/.test(last) ? last : null;
  const feuille = rest.slice(0, cellule === null ? rest.length : -1).join('!') || null;
  return { fichier: fichier || 'produit', feuille, cellule };
}

const OF_FONDS: readonly TableName[] = ['fonds', 'cycles', 'bailleurs', 'exercices'];

/** As `placeOf`, for a row that comes from one of the fund's own lists. */
function listPlace(catalogue: Catalogue, table: TableName, key: string, column: string) {
  if (OF_FONDS.includes(table)) return { fichier: 'fonds.yaml', cellule: null };
  if (
    table !== 'territoires' &&
    table !== 'priorites' &&
    table !== 'appels' &&
    table !== 'annonces'
  )
    return null;
  const [cle = ''] = TABLES[table].cle;
  const row = catalogue[table].find((r) => textOf(r, cle) === key);
  return row && { fichier: row.fichier, cellule: row.cells[column]?.cellule ?? null };
}

function explain(
  column: Column,
  value: ProductValue,
  keys: ReadonlyMap<TableName, Set<string>>,
): [RegleId, string] | null {
  if (value === null)
    return column.requis
      ? ['valeur-absente', 'cette donnée est obligatoire et manque : ajoutez-la']
      : null;
  if (!KINDS[column.type](value))
    throw new TypeError(`A column of type ${column.type} holds ${String(value)}`);
  if (column.valeurs && !column.valeurs.includes(String(value)))
    return ['valeur-inconnue', `valeur hors de la liste : ${column.valeurs.join(', ')}`];
  if (column.reference && !keys.get(column.reference)?.has(String(value)))
    return [
      'reference-orpheline',
      `cet identifiant n'existe pas dans la table « ${column.reference} » : ajoutez-le à sa liste ou corrigez-le`,
    ];
  return null;
}

function checkTable(
  table: TableName,
  rows: readonly ProductRow[],
  keys: ReadonlyMap<TableName, Set<string>>,
  catalogue: Catalogue,
  journal: Journal,
): void {
  const seen = new Set<string>();
  for (const row of rows) {
    const key = keyOf(table, row);
    const block = (regle: RegleId, valeur: string | null, message: string, column = '') => {
      const place = listPlace(catalogue, table, key, column) ?? placeOf(row);
      journal.add({ regle, ...place, valeur, message });
    };
    if (seen.has(key))
      block(
        'doublon',
        key,
        `deux lignes de la table « ${table} » ont cet identifiant : gardez-en une`,
      );
    seen.add(key);
    for (const [name, column] of Object.entries(TABLES[table].colonnes)) {
      const value = row[name] ?? null;
      const wrong = explain(column, value, keys);
      if (wrong)
        block(
          wrong[0],
          value === null ? null : String(value),
          `${table}.${name} de « ${key} » : ${wrong[1]}`,
          name,
        );
    }
  }
}

/** Holds every row to its schema: types, required values, lists, primary and foreign keys. */
export function checkSchema(product: Product, catalogue: Catalogue, journal: Journal): void {
  const keys = new Map(
    TABLE_NAMES.map((table) => [table, new Set(product[table].map((row) => keyOf(table, row)))]),
  );
  for (const table of TABLE_NAMES) checkTable(table, product[table], keys, catalogue, journal);
}
