import type { RegleId } from '../../../src/lib/domain/regles/index';
import { type Column, TABLE_NAMES, type TableName, TABLES } from '../../../src/lib/domain/tables';
import { type Catalogue, textOf } from '../../lib/catalogue';
import type { Journal } from '../../lib/constats';
import type { Product, ProductRow, ProductValue } from '../link/rows';
import { placeIn } from '../read/table';

const KINDS: Readonly<Record<Column['type'], (value: ProductValue) => boolean>> = {
  texte: (v) => typeof v === 'string',
  entier: (v) => typeof v === 'number' && Number.isSafeInteger(v),
  montant: (v) => typeof v === 'bigint',
  date: (v) => typeof v === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(v),
  booleen: (v) => typeof v === 'boolean',
};

const keyOf = (table: TableName, row: ProductRow): string => {
  const { cle } = TABLES[table];
  const [first = ''] = cle;
  return cle.length === 1 ? String(row[first]) : cle.map((c) => String(row[c])).join(' ');
};

function keysOf(table: TableName, rows: readonly ProductRow[]): Set<string> {
  const keys = new Set<string>();
  for (const row of rows) keys.add(keyOf(table, row));
  return keys;
}

/** Tables that a column of some table names a row of. */
const REFERENCED = new Set(
  TABLE_NAMES.flatMap((table) =>
    Object.values(TABLES[table].colonnes).flatMap(({ reference }) => reference ?? []),
  ),
);

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
  if (!row) return undefined;
  const { fichier, cellule } = placeIn(row, column);
  return { fichier, cellule: column in row.valeurs ? (cellule ?? null) : null };
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

interface Scene {
  readonly table: TableName;
  readonly keys: ReadonlyMap<TableName, Set<string>>;
  readonly catalogue: Catalogue;
  readonly journal: Journal;
}

/** A finding about a row, or about one column of it. */
function block(
  { table, catalogue, journal }: Scene,
  row: ProductRow,
  [regle, message]: readonly [RegleId, string],
  valeur: string | null,
  column = '',
): void {
  const place = listPlace(catalogue, table, keyOf(table, row), column) ?? placeOf(row);
  journal.add({ regle, ...place, valeur, message });
}

function checkRow(
  scene: Scene,
  row: ProductRow,
  colonnes: readonly (readonly [nom: string, column: Column])[],
): void {
  const { table, keys } = scene;
  for (const [name, column] of colonnes) {
    const value = row[name] ?? null;
    const wrong = explain(column, value, keys);
    if (!wrong) continue;
    const [regle, why] = wrong;
    const message = `${table}.${name} de « ${keyOf(table, row)} » : ${why}`;
    block(scene, row, [regle, message], value === null ? null : String(value), name);
  }
}

function checkTable(scene: Scene, rows: readonly ProductRow[]): void {
  const { table, keys } = scene;
  const colonnes = Object.entries(TABLES[table].colonnes);
  const unique = (keys.get(table) ?? keysOf(table, rows)).size === rows.length;
  const seen = new Set<string>();
  for (const row of rows) {
    if (!unique) {
      const key = keyOf(table, row);
      const message = `deux lignes de la table « ${table} » ont cet identifiant : gardez-en une`;
      if (seen.has(key)) block(scene, row, ['doublon', message], key);
      seen.add(key);
    }
    checkRow(scene, row, colonnes);
  }
}

/** Holds every row to its schema: types, required values, lists, primary and foreign keys. */
export function checkSchema(product: Product, catalogue: Catalogue, journal: Journal): void {
  const keys = new Map(
    [...REFERENCED].map((table) => [table, keysOf(table, product[table])] as const),
  );
  for (const table of TABLE_NAMES) checkTable({ table, keys, catalogue, journal }, product[table]);
}
