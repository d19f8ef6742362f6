/** What anyone can download, read back from its Parquet files. */
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export type Row = Readonly<Record<string, string | null>>;
const TABLES = [
  ...(['fonds', 'exercices', 'projets', 'projets_priorites', 'questions'] as const),
  ...(['comptes_personnes', 'totaux_reponses', 'comptes_redditions'] as const),
];
type Table = (typeof TABLES)[number];
export type Publie = Readonly<Record<Table, readonly Row[]>>;

const toText = (value: unknown): string | null => (value === null ? null : String(value));

/** Rows of the public tables of a folder, every value as text. */
export async function readPublie(dossier: string): Promise<Publie> {
  const instance = await DuckDBInstance.create(':memory:');
  const db = await instance.connect();
  try {
    const entries: [Table, Row[]][] = [];
    for (const table of TABLES) {
      const file = path.join(dossier, `${table}.parquet`).replaceAll("'", "''");
      const found = await db.runAndReadAll(`SELECT * FROM '${file}'`);
      const rows = found
        .getRowObjectsJson()
        .map((row) => Object.fromEntries(Object.entries(row).map(([k, v]) => [k, toText(v)])));
      entries.push([table, rows]);
    }
    return Object.fromEntries(entries) as Record<Table, Row[]>;
  } finally {
    db.closeSync();
    instance.closeSync();
  }
}
