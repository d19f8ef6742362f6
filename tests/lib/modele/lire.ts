/** Published folders as a reader opens them: their Parquet files, and nothing else of the project. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** A row of a table; a column that the file has not is undefined. */
export type Rang = Readonly<Record<string, unknown>>;

const TABLES = [
  ...['fonds', 'cycles', 'exercices', 'territoires', 'priorites', 'questions', 'projets'],
  ...['projets_priorites', 'annonces', 'appels', 'demandes', 'comptes_demandes'],
  ...['comptes_redditions', 'comptes_personnes', 'totaux_reponses', 'totaux_resultats'],
  ...['totaux_depenses', 'totaux_financements', 'bilans_cycles'],
] as const;
export type Table = (typeof TABLES)[number];

/** What one folder says, table by table; a table that is not there has no row. */
export interface Publication {
  readonly rang: number;
  readonly jour: string;
  readonly tables: Readonly<Record<Table, readonly Rang[]>>;
}

export const texte = (rang: Rang, colonne: string): string | null =>
  rang[colonne] === null || rang[colonne] === undefined ? null : String(rang[colonne]);

export const entier = (rang: Rang, colonne: string): number | null => {
  const lu = texte(rang, colonne);
  return lu === null ? null : Number(lu);
};

/** An amount in cents. */
export const cents = (rang: Rang, colonne: string): number | null => {
  const lu = texte(rang, colonne);
  return lu === null ? null : Math.round(Number(lu) * 100);
};

/** Ids that a row puts together, joined by `+`. */
export const ensemble = (joints: string): string[] => joints.split('+');

async function readTable(connection: DuckDBConnection, path: string): Promise<readonly Rang[]> {
  if (!existsSync(path)) return [];
  const file = path.replaceAll("'", "''");
  const reader = await connection.runAndReadAll(`SELECT * FROM read_parquet('${file}')`);
  return reader.getRowObjectsJson();
}

/** Publications in the order given, which is that of their days. */
export async function readPublications(dossiers: readonly string[]): Promise<Publication[]> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const publications: Publication[] = [];
  for (const [rang, dossier] of dossiers.entries()) {
    const read: [Table, readonly Rang[]][] = [];
    for (const table of TABLES)
      read.push([table, await readTable(connection, join(dossier, `${table}.parquet`))]);
    const tables = Object.fromEntries(read) as Record<Table, readonly Rang[]>;
    const jour = tables.fonds[0] && texte(tables.fonds[0], 'date_donnees');
    publications.push({ rang, jour: jour ?? '9999-12-31', tables });
  }
  connection.closeSync();
  instance.closeSync();
  return publications;
}
