/** What anyone can download, read back from its Parquet files. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { readRows } from '../lib/parquet';

export type Row = Readonly<Record<string, string | null>>;
const TABLES = [
  ...(['fonds', 'exercices', 'projets', 'projets_priorites', 'questions'] as const),
  ...(['comptes_personnes', 'totaux_reponses', 'totaux_resultats', 'comptes_redditions'] as const),
  ...(['territoires', 'priorites', 'appels', 'annonces', 'demandes', 'comptes_demandes'] as const),
  ...(['totaux_depenses', 'totaux_financements', 'bilans_cycles', 'octrois', 'bailleurs'] as const),
];
type Table = (typeof TABLES)[number];
export type Publie = Readonly<Record<Table, readonly Row[]>>;

const toText = (value: unknown): string | null => (value === null ? null : String(value));

/** Day of the data of a publication. */
export const jourOf = ({ fonds }: Publie): string => fonds[0]?.['date_donnees'] ?? '';

/** Rows of the public tables of a folder, every value as text; none of a table that an older version did not write. */
export async function readPublie(dossier: string): Promise<Publie> {
  const entries: [Table, Row[]][] = [];
  for (const table of TABLES) {
    const file = path.join(dossier, `${table}.parquet`);
    const rows = existsSync(file) ? await readRows(file) : [];
    const texts = rows.map((row) => Object.entries(row).map(([nom, v]) => [nom, toText(v)]));
    entries.push([table, texts.map((row) => Object.fromEntries(row))]);
  }
  return Object.fromEntries(entries) as Record<Table, Row[]>;
}

/** A project, and an exercice that it owes a report of. */
export interface Attendue {
  readonly projet: Row;
  readonly exercice: Row;
}

/** Reports that the public list of projects lets anyone expect, one a project and exercice that has begun. */
export function listAttendues(publie: Publie): Attendue[] {
  const { exercices, projets } = publie;
  const jour = jourOf(publie);
  const begun = exercices.filter((e) => (e['debut'] ?? '') <= jour);
  return projets.flatMap((projet) =>
    begun
      .filter((e) => (e['debut'] ?? '') <= (projet['fin'] ?? '9999'))
      .filter((e) => (e['fin'] ?? '') >= (projet['debut'] ?? '0000'))
      .map((exercice) => ({ projet, exercice })),
  );
}

/** Exercices past their date. */
export function exercicesEchus(publie: Publie): ReadonlySet<string | null> {
  const jour = jourOf(publie);
  const due = publie.comptes_redditions.filter(
    (r) => r['portee'] === 'exercice' && (r['date_echeance'] ?? '9999') <= jour,
  );
  return new Set(due.map((r) => r['exercice_id'] ?? null));
}

/** Places in a list of what holds. */
export const rangsOf = <T>(all: readonly T[], holds: (one: T) => boolean): number[] =>
  all.flatMap((one, i) => (holds(one) ? [i] : []));
