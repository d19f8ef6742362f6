/** What the publications before this one told, which is never taken back: a kept copy tells it still. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type TableName, TABLES } from '../../src/lib/domain/tables';
import { readComptees } from '../lib/comptees';
import { readHistorique } from '../lib/historique';
import { readEach } from '../lib/parquet';
import type { ProductRow, ProductValue } from './link/rows';
import type { Dossiers } from './snapshot';

/** Tables that tell of reports and of applications. */
const LUES = [
  ...(['exercices', 'questions', 'comptes_personnes', 'totaux_reponses'] as const),
  ...([
    'totaux_depenses',
    'totaux_financements',
    'comptes_demandes',
    'comptes_redditions',
  ] as const),
];

type Tables = Readonly<Record<(typeof LUES)[number], readonly ProductRow[]>>;

/** Rows of a publication, as those of the product: cents as bigint. */
export interface Publie extends Tables {
  /** Hash of its tables. */
  readonly empreinte: string;
  /** What it counted of the reports, as `comptees.ts` keeps it; null where this machine does not know. */
  readonly comptees: ReadonlySet<string> | null;
}

function valueOf(type: string | undefined, value: unknown): ProductValue {
  if (value === null || value === undefined) return null;
  if (type === 'montant') return BigInt(Math.round(Number(value) * 100));
  if (type === 'entier' || type === 'nombre') return Number(value);
  return typeof value === 'boolean' ? value : String(value);
}

const rowOf = (nom: TableName, row: Readonly<Record<string, unknown>>): ProductRow => {
  const colonnes: Readonly<Record<string, { readonly type: string }>> = TABLES[nom].colonnes;
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [name, valueOf(colonnes[name]?.type, value)]),
  );
};

/**
 * Publications of a fund, the first first.
 * @throws PipelineError in French where the history is cut, altered, or of another fund.
 */
export async function readPublies(dossiers: Dossiers, fonds: string): Promise<Publie[]> {
  const publications = await readHistorique(dossiers.public, fonds);
  const fileOf = (dossier: string, nom: string) => path.join(dossier, `${nom}.parquet`);
  const tables = new Map<string, ReadonlyMap<string, readonly Record<string, unknown>[]>>();
  for (const nom of LUES)
    tables.set(
      nom,
      await readEach(
        publications.map(({ dossier }) => fileOf(dossier, nom)).filter((file) => existsSync(file)),
      ),
    );
  const publies: Publie[] = [];
  for (const { dossier, tables: empreinte } of publications) {
    const rowsOf = (nom: TableName) => tables.get(nom)?.get(fileOf(dossier, nom)) ?? [];
    const rows = Object.fromEntries(
      LUES.map((nom) => [nom, rowsOf(nom).map((row) => rowOf(nom, row))]),
    ) as unknown as Tables;
    publies.push({ ...rows, empreinte, comptees: await readComptees(dossiers.prive, empreinte) });
  }
  return publies;
}
