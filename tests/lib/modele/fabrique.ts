/** A small fund made by hand: six projects of three territories, one exercice, and what each publication tells. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { writeParquet } from '../parquet-files';
import { tempFolder } from '../temp';
import type { Table } from './lire';

type Valeur = string | number | boolean | null;
export type Lignes = readonly Readonly<Record<string, Valeur>>[];
export type Dits = Partial<Record<Table, Lignes>>;

const CYCLE = '2024-2029';
const EXERCICE = '2024-2025';
const TERRITOIRES = ['t1', 't2', 't3'] as const;

const projets = Array.from({ length: 6 }, (_, n) => ({
  ...{ projet_id: `P${n + 1}`, cycle_id: CYCLE, organisme_id: `O${n + 1}` },
  ...{ territoire_id: TERRITOIRES[n % 3]!, annonce_id: null },
  ...{ debut: '2024-05-01', fin: '2025-03-31' },
}));

const ROLES = {
  ...{ personnes: 'personnes', participations: 'participations', familles: 'groupe' },
  ...{ enfants: 'groupe', jeunes: 'groupe', adultes: 'groupe', aines: 'groupe' },
};

const FONDS: Dits = {
  fonds: [{ fonds_id: 'f', date_donnees: '2025-07-01' }],
  cycles: [{ cycle_id: CYCLE, debut: '2024-04-01', fin: '2029-03-31' }],
  exercices: [{ exercice_id: EXERCICE, debut: '2024-04-01', fin: '2025-03-31' }],
  questions: Object.entries(ROLES).map(([question_id, role]) => ({ question_id, role })),
  projets,
};

/** A count of people; hidden where there is no number. */
export const personnes = (
  question: string,
  portee: string,
  id: string | null,
  nombre?: number,
) => ({
  ...{ question_id: question, cycle_id: CYCLE, portee },
  ...{ territoire_id: portee === 'territoire' ? id : null, priorite_id: null },
  ...{ organisme_id: portee === 'organisme' ? id : null },
  ...{ nombre: nombre ?? null, masque: nombre === undefined },
});

/** Reports of the exercice by state. */
export const etat = (nom: string, nombre: number) => ({
  ...{ portee: 'exercice', exercice_id: EXERCICE, territoire_id: null },
  ...{ date_echeance: '2025-06-01', etat: nom, nombre },
});

export const depense = (poste: string, paye: string, projetsDerriere: number | null = null) => ({
  ...{ total_id: `${EXERCICE}/${poste}`, exercice_id: EXERCICE, poste_id: poste },
  ...{ nombre_projets: projetsDerriere },
  ...{ montant_prevu: '0.00', montant_depense: '0.00', montant_paye: paye },
});

/** Applications not granted of a call, or of ids put together. */
export const demandes = (portee: string, id: string | null, nonAccordees: number) => ({
  ...{ cycle_id: CYCLE, portee, appel_id: portee === 'appel' ? id : null },
  ...{ territoire_id: null, priorite_id: null },
  mis_ensemble: portee === 'territoire' ? id : null,
  ...{ nombre_demandes: nonAccordees + 20, nombre_non_accordees: nonAccordees },
  ...{ nombre_refusees: null, nombre_retirees: null, nombre_en_attente: 0 },
});

const literal = (valeur: Valeur) =>
  typeof valeur === 'string' ? `'${valeur.replaceAll("'", "''")}'` : String(valeur);

const selectOf = (rows: Lignes) => {
  const columns = Object.keys(rows[0]!);
  const values = rows.map((row) => `(${columns.map((c) => literal(row[c] ?? null)).join(', ')})`);
  return `SELECT * FROM (VALUES ${values.join(', ')}) AS t(${columns.join(', ')})`;
};

/** Folders of the fund, one for each thing told. */
export async function publish(...dits: readonly Dits[]): Promise<string[]> {
  const folder = tempFolder();
  const dossiers: string[] = [];
  for (const [n, dit] of dits.entries()) {
    const dossier = join(folder, String(n));
    mkdirSync(dossier);
    for (const [table, rows] of Object.entries({ ...FONDS, ...dit }))
      if (rows.length > 0) await writeParquet(dossier, table, selectOf(rows));
    dossiers.push(dossier);
  }
  return dossiers;
}
