/** A machine that publishes: a root of the project with two funds, their history, and the folder that it publishes to. */
import { mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { commandeOf } from '../../lib/commande';
import { filesOf, writePublics } from '../../lib/publics';
import { tempFolder } from '../../lib/temp';
import { withHistorique } from '../../../pipelines/lib/historique';
import { publishNext } from '../../../pipelines/publier/historique';
import { JOURNAL } from '../../../pipelines/publier/journal';
import { type Exit, runProgram } from '../lib/publication';

export const signatureOf = (moment = '2026-11-26T18:10:00Z') => ({
  par: 'Jeanne Roy',
  moment: new Date(moment),
});

const made = new Map<string, Buffer>();

/** Bytes of a Parquet file of one row; the same for the same columns, in SQL. */
export async function parquetOf(columns: string): Promise<Buffer> {
  const known = made.get(columns);
  if (known !== undefined) return known;
  const file = path.join(tempFolder(), 'table.parquet');
  const db = await (await DuckDBInstance.create()).connect();
  await db.run(`COPY (SELECT ${columns}) TO '${file}' (FORMAT parquet)`);
  db.closeSync();
  made.set(columns, readFileSync(file));
  return parquetOf(columns);
}

/** A site that has a table of each fund, told by one word: `{ un: 'a' }`. */
export async function siteOf(
  contenus: Readonly<Record<string, string>>,
  page = 'page',
): Promise<string> {
  const site = tempFolder();
  writeFileSync(path.join(site, 'index.html'), page);
  for (const [fonds, contenu] of Object.entries(contenus))
    writePublics(path.join(site, 'donnees', fonds, 'public'), fonds, {
      cycles: await parquetOf(`'${contenu}' AS cycle_id`),
    });
  return site;
}

export class Machine {
  readonly root = tempFolder();

  constructor(readonly vers = path.join(tempFolder(), 'vers')) {
    for (const fonds of ['un', 'deux']) {
      mkdirSync(path.join(this.root, 'data', fonds), { recursive: true });
      writeFileSync(path.join(this.root, 'data', fonds, 'fonds.yaml'), '');
    }
  }

  /** Folder of the history of a fund, or of a file in it. */
  historique(fonds = 'un', ...names: string[]): string {
    return path.join(this.root, 'data', fonds, 'publications', ...names);
  }

  /** Publishes a site: what came of it, or why not, and whether anyone was asked. */
  async publishSite(site: string, vers = this.vers) {
    let asked = false;
    const examine = () => {
      asked = true;
      return Promise.resolve(signatureOf());
    };
    const published = withHistorique(this.root, () => publishNext(this.root, site, vers, examine));
    const suite = await published.then((one) => one.suite).catch((error: Error) => error.message);
    return { suite, asked };
  }

  /** Publishes a site whose fund `un` has this content. */
  async publish(contenu: string, vers = this.vers): Promise<string> {
    return (await this.publishSite(await siteOf({ un: contenu }), vers)).suite;
  }

  /** The contents that were published of a fund, in order. */
  async kept(fonds = 'un'): Promise<string[]> {
    const contenus = ['a', 'b', 'c'];
    const known = await Promise.all(contenus.map((one) => parquetOf(`'${one}' AS cycle_id`)));
    const files = Object.keys(filesOf(this.historique(fonds)));
    return files
      .filter((file) => file.endsWith('cycles.parquet'))
      .map((file) => readFileSync(this.historique(fonds, file)))
      .map((bytes) => contenus[known.findIndex((own) => own.equals(bytes))] ?? '?');
  }

  get journal(): string {
    return path.join(this.vers, JOURNAL);
  }

  /** Every file of the histories and of what is in place, and where the site leads. */
  state() {
    return {
      historique: filesOf(path.join(this.root, 'data')),
      journal: readFileSync(this.journal, 'utf8'),
      site: realpathSync(path.join(this.vers, 'site')),
      publications: filesOf(path.join(this.vers, 'publications')),
    };
  }

  /** `npm run historique` with these arguments. */
  async command(...args: string[]): Promise<Exit> {
    const start = await commandeOf('pipelines/historique/cli.ts');
    return runProgram(process.execPath, [start, ...args], this.root);
  }
}
