/**
 * Exercices of which a report was taken away, or changed in its place, since it was published: nothing is told of them
 * before other reports move them, since what is left would tell what went.
 */
import type { Product, ProductRow } from '../link/rows';
import type { Publie } from '../publies';
import { texte } from '../../lib/registre';
import { arretesIn, comptedIn } from './arretes';
import type { Redditions } from './reddition';

const NOMBRES = {
  totaux_reponses: ['total_nombre', 'total_montant'],
  totaux_depenses: ['montant_prevu', 'montant_depense', 'montant_paye'],
  totaux_financements: ['montant_prevu', 'montant_confirme', 'montant_recu'],
} as const;
const TABLES = ['totaux_reponses', 'totaux_depenses', 'totaux_financements'] as const;

type Totaux = Pick<
  Product,
  (typeof TABLES)[number] | 'totaux_resultats' | 'bilans_cycles' | 'comptes_redditions'
>;

const exerciceIn = (row: ProductRow) => String(row['exercice_id']);

/** Totals of an exercice that a publication told otherwise. */
const differs = (tables: Totaux, publie: Publie, exercice: string): boolean =>
  TABLES.some((table) => {
    const told = new Map(publie[table].map((row) => [row['total_id'], row]));
    return tables[table]
      .filter((row) => exerciceIn(row) === exercice)
      .some((row) => {
        const before = told.get(row['total_id'] ?? null);
        return NOMBRES[table].some((c) => before && (before[c] ?? null) !== (row[c] ?? null));
      });
  });

/** Whether a publication counted for an exercice what is not there any more. */
function lost({ comptees }: Publie, exercice: string, here: ReadonlySet<string>): boolean {
  const own = [...(comptees ?? [])].filter((cle) => cle.includes(exercice));
  return own.some((cle) => !here.has(cle));
}

const hasStates = ({ comptes_redditions: rows }: Publie, exercice: string) =>
  rows.some((row) => exerciceIn(row) === exercice);

/** What the public counts of the reports of an exercice. */
const countedIn = ({ liste, ...all }: Redditions, exercice: string): string =>
  comptedIn({ ...all, liste: liste.filter((r) => r.exercice.id === exercice) })
    .sort()
    .join();

/** Exercices that no report moved since the last publication, and that are not what it counted and told. */
function alteredIn(
  tables: Totaux,
  publiques: Redditions,
  publies: readonly Publie[],
): ReadonlySet<string> {
  const [last, before] = [publies.at(-1), publiques.anterieures.at(-1)];
  if (last === undefined || before === undefined) return new Set();
  const here = new Set(comptedIn(publiques));
  const isAltered = (exercice: string) =>
    countedIn(publiques, exercice) === countedIn(before, exercice) &&
    (!hasStates(last, exercice) || lost(last, exercice, here) || differs(tables, last, exercice));
  return new Set([...arretesIn(last).keys()].filter(isAltered));
}

/** The totals less those of exercices that were altered, and of the cycles that they are part of. */
export function withoutAltered<T extends Totaux>(
  tables: T,
  publiques: Redditions,
  publies: readonly Publie[],
): T {
  const altered = alteredIn(tables, publiques, publies);
  if (altered.size === 0) return tables;
  const cycles = new Set(
    publiques.liste
      .filter((r) => altered.has(r.exercice.id))
      .map((r) => texte(r.projet, 'cycle') ?? ''),
  );
  const inCycle = (row: ProductRow) => cycles.has(String(row['cycle_id']));
  const kept = (row: ProductRow) => !altered.has(exerciceIn(row));
  return {
    ...tables,
    totaux_reponses: tables.totaux_reponses.filter(kept),
    totaux_depenses: tables.totaux_depenses.filter(kept),
    totaux_financements: tables.totaux_financements.filter(kept),
    // Territories count all exercices together.
    comptes_redditions: tables.comptes_redditions.filter(
      (row) => row['portee'] === 'exercice' && kept(row),
    ),
    bilans_cycles: tables.bilans_cycles.map((row) =>
      inCycle(row) ? { ...row, montant_depense: null, redditions_comptees: null } : row,
    ),
    totaux_resultats: tables.totaux_resultats.filter((row) => !inCycle(row)),
  };
}
