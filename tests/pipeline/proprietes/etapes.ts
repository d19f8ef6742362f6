/** The pipeline's steps without publishing, and the product that they, or Parquet, give: all text. */
import { build, emptyBuilt } from '../../../pipelines/build';
import { Journal } from '../../../pipelines/lib/constats';
import type { Constat } from '../../../pipelines/lib/constats';
import { ConstatError } from '../../../pipelines/lib/errors';
import { SILENCE } from '../../../pipelines/lib/progress';
import type { FileCount } from '../../../pipelines/steps/harmonise/index';
import type { Dossiers } from '../../../pipelines/steps/snapshot';
import { suppress } from '../../../pipelines/steps/suppress';
import type { RegistreFund } from '../lib/registre';
import { type Cells, openPublication } from '../lib/sql';
import { decimalDe } from './jours';

/** Rows of each table, every value as text. */
export type Tables = Readonly<Record<string, readonly Cells[]>>;

export interface Bati {
  /** Null when a finding stops the run. */
  readonly tables: Tables | null;
  readonly constats: readonly Constat[];
  readonly comptes: readonly FileCount[];
}

const toText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'bigint' ? decimalDe(value) : String(value);
};

async function steps(dossiers: Dossiers, au: string | null, journal: Journal): Promise<Bati> {
  const built = emptyBuilt();
  await build({ dossiers, au, journal, progress: SILENCE }, built);
  const { product, comptes } = built;
  if (product === null) return { tables: null, constats: journal.all, comptes };
  const tables = Object.fromEntries(
    suppress(product, 'public').map(({ nom, colonnes, rows }) => [
      nom,
      [...rows].map((row) =>
        Object.fromEntries(colonnes.map(([name]) => [name, toText(row[name] ?? null)])),
      ),
    ]),
  );
  return { tables, constats: journal.all, comptes };
}

/** Runs the steps on a fund's folders as they stand. */
export async function batir(
  fund: Pick<RegistreFund, 'folder' | 'root'>,
  au: string | null = null,
): Promise<Bati> {
  const journal = new Journal();
  try {
    return await steps({ public: fund.folder, prive: `${fund.root}/prive` }, au, journal);
  } catch (error) {
    if (!(error instanceof ConstatError)) throw error;
    journal.add(error.constat);
    return { tables: null, constats: journal.all, comptes: [] };
  }
}

/** A published folder as DuckDB reads it. */
export async function lire(folder: string, noms: readonly string[]): Promise<Tables> {
  const db = await openPublication(folder, noms);
  try {
    const tables = await Promise.all(
      noms.map(async (nom) => [nom, await db.rows(`SELECT * FROM ${nom}`)] as const),
    );
    return Object.fromEntries(tables);
  } finally {
    db.close();
  }
}

/** Tables that say what came and how it read, not what it holds. */
export const DE_RECEPTION: readonly string[] = ['constats', 'fichiers_recus'];

/** Where a value was read is not what it is. */
const isProvenance = (column: string) => column === 'provenance';

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Tables without those of the reception nor provenance, rows and columns in an order of their own. */
export function essentiel(tables: Tables): Record<string, string[]> {
  const line = (row: Cells) =>
    JSON.stringify(
      Object.entries(row)
        .filter(([name]) => !isProvenance(name))
        .sort(([a], [b]) => compare(a, b)),
    );
  return Object.fromEntries(
    Object.entries(tables)
      .filter(([nom]) => !DE_RECEPTION.includes(nom))
      .map(([nom, rows]) => [nom, rows.map(line).sort(compare)]),
  );
}

/** As a test reads it when a run must not stop. */
export function tablesOf({ tables, constats }: Bati): Tables {
  if (tables) return tables;
  const said = constats.map(
    (c) => `${c.regle} ${c.feuille ?? c.fichier}!${c.cellule ?? ''} ${c.message}`,
  );
  throw new Error(`nothing was built:\n${said.join('\n')}`);
}
