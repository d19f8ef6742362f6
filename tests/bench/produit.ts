/** The public tables of the demonstration, with at least as many grants as asked for: each of its own repeated. */
import { cpSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

export const DEMO = path.resolve(import.meta.dirname, '../../static/donnees/demo/public');

/** Rows of a Parquet file. */
export async function countRows(file: string): Promise<number> {
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await db.runAndReadAll(`SELECT count(*)::INTEGER FROM read_parquet('${file}')`);
  db.closeSync();
  return Number(reader.getRows()[0]?.[0]);
}

/** Writes them in `folder`; returns how many grants there are. */
export async function writeProduct(folder: string, octrois: number): Promise<number> {
  cpSync(realpathSync(DEMO), folder, { recursive: true });
  const from = (table: string) => path.join(folder, `${table}.parquet`);
  const own = await countRows(from('octrois'));
  const fois = Math.max(1, Math.ceil(octrois / own));
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  for (const table of ['octrois', 'ventilations']) {
    const rows = `read_parquet('${path.join(DEMO, `${table}.parquet`)}')`;
    await db.run(
      `COPY (SELECT * EXCLUDE (exemplaire) REPLACE (octroi_id || '-' || exemplaire AS octroi_id)
             FROM ${rows} CROSS JOIN (SELECT range AS exemplaire FROM range(${fois})))
       TO '${from(table)}' (FORMAT parquet)`,
    );
  }
  db.closeSync();
  return fois * own;
}
