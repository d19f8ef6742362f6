/** The demonstration's rows, and what they say of one another. */
import { type Ligne, readList, readRegistre } from './lecture';

export const DATE_DONNEES = '2026-10-31';
export const CYCLES: Record<string, readonly [debut: string, fin: string]> = {
  'Cycle 2019-2024': ['2019-04-01', '2024-03-31'],
  'Cycle 2024-2029': ['2024-04-01', '2029-03-31'],
};
export const BAILLEUR = 'Fonds brunantais d’initiatives solidaires';

const r = await readRegistre();
export const rows = (feuille: string): Ligne[] => r[feuille] ?? [];
export const territoires = readList('reference/territoires.csv');
export const priorites = readList('reference/priorites.csv');
export const alias = new Map(
  readList('alias/territoires.csv').map(({ libelle, id }) => [libelle, id]),
);

export const idOf = (label: string | number | undefined): string => {
  const found = territoires.find(({ nom }) => nom === label)?.['territoire_id'];
  return found ?? alias.get(String(label)) ?? '';
};

export const projet = new Map(rows('projets').map((p) => [String(p['projet_id']), p]));
export const projetOf = (ligne: Ligne): Ligne => projet.get(String(ligne['projet'])) ?? {};
export const cycleOf = (p: Ligne) => String(p['cycle']);
export const [FERME, EN_COURS] = Object.keys(CYCLES) as [string, string];

/** Values of the register with the corrections over them. */
export function corrected(table: string, cle: string, lignes: readonly Ligne[]): Ligne[] {
  const own = readList('corrections/corrections.csv').filter((c) => c['table'] === table);
  return lignes.map((ligne) =>
    own
      .filter(({ id }) => id === ligne[cle])
      .reduce((l, { colonne = '', valeur = '' }) => ({ ...l, [colonne]: valeur }), ligne),
  );
}
