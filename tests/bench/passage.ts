/** One measured run in a process of its own, told as JSON: the product of a fund, or DuckDB's bare copy of its files. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { limitGarbage } from '../../pipelines/lib/memoire';
import { run } from '../../pipelines/run';

export interface Passage {
  readonly secondes: number;
  /** Most memory that the process held, in MB. */
  readonly memoire: number;
}

async function makeProduct(racine: string): Promise<void> {
  limitGarbage();
  const output = { write: () => undefined, isTTY: false };
  const { ok } = await run({ racine, fonds: 'vallee', output });
  if (!ok) throw new Error('The register of the bench is refused');
}

/** Each CSV to a Parquet file beside it, by DuckDB alone. */
async function copyBare(racine: string): Promise<void> {
  const lot = path.join(racine, 'data/vallee/prive/recu/registre');
  const db = await (await DuckDBInstance.create(':memory:')).connect();
  for (const nom of readdirSync(lot).filter((n) => n.endsWith('.csv'))) {
    const [from, to] = [path.join(lot, nom), path.join(racine, `${nom}.parquet`)];
    await db.run(
      `COPY (FROM read_csv('${from}', delim = ';', header = true)) TO '${to}' (FORMAT parquet)`,
    );
  }
  db.closeSync();
}

const [sorte, racine = ''] = process.argv.slice(2);
const start = performance.now();
await (sorte === 'produit' ? makeProduct(racine) : copyBare(racine));
const passage: Passage = {
  secondes: (performance.now() - start) / 1000,
  memoire: process.resourceUsage().maxRSS / 1024,
};
process.stdout.write(JSON.stringify(passage));
