/** Applications of a few calls as a register's rows, without the workbook that they would come from. */
import type { Catalogue } from '../../pipelines/lib/catalogue';
import type { Fonds } from '../../pipelines/lib/fonds';
import type { Registre } from '../../pipelines/lib/registre';
import type { FeuilleId } from '../../pipelines/sources/kind';
import type { Ligne } from '../../pipelines/steps/harmonise/registre';
import { compteRows } from '../../pipelines/steps/link/demandes';
import type { ProductRow } from '../../pipelines/steps/link/rows';
import type { TypedRow } from '../../pipelines/steps/normalise';
import { toRegistre } from './lignes';

const row = (valeurs: Readonly<Record<string, string>>): TypedRow => ({
  lieu: { fichier: 'registre.xlsx', feuille: 'Demandes', colonnes: new Map() },
  ligne: 2,
  ...{ textes: [], nombres: [], valeurs, mois: [] },
});

const ligne = (feuille: FeuilleId, id: string, valeurs: Ligne['valeurs']): Ligne => ({
  kind: `registre-${feuille}`,
  ...{ feuille, id, valeurs, row: row({}), mois: [], sourceId: 'lot' },
});

export const APPELS = ['A1', 'A2', 'A3', 'A4'] as const;
export const TERRITOIRES = {
  val: 'mrc',
  rive: 'mrc',
  hors: 'hors-mrc',
  regional: 'regional',
} as const;
export const PRIORITES = { l1: 'locale', l2: 'locale', r1: 'regionale', r2: 'regionale' } as const;
export const DECISIONS = ['refusee', 'retiree', 'en-attente'] as const;

const catalogue = {
  territoires: Object.entries(TERRITOIRES).map(([territoire_id, nature]) =>
    row({ territoire_id, nature }),
  ),
  priorites: Object.entries(PRIORITES).map(([priorite_id, portee]) => row({ priorite_id, portee })),
} as unknown as Catalogue;

const fonds = {
  date_donnees: '2025-12-31',
  bailleurs: [
    { id: 'b', nom: 'B', compte: true },
    { id: 'autre', nom: 'Autre', compte: false },
  ],
} as unknown as Fonds;

export interface Demande {
  readonly appel: (typeof APPELS)[number];
  readonly territoire: keyof typeof TERRITOIRES;
  readonly priorite: keyof typeof PRIORITES;
  readonly decision: 'accordee' | (typeof DECISIONS)[number];
  /** Cents; 200 $ where it is not given. */
  readonly montant?: bigint;
}

const appels = APPELS.map((id, rang) =>
  ligne('appels', id, { cycle: '2024-2029', date_limite: `2025-0${rang + 1}-15` }),
);

/** Each granted application has a project of its own, granted 100 $, and 7 $ by a funder that does not count. */
function registreOf(demandes: readonly Demande[]): Registre {
  const rows = demandes.flatMap(
    ({ appel, territoire, priorite, decision, montant = 20_000n }, n) => {
      const projet = decision === 'accordee' ? `P-${n}` : null;
      const demande = { appel, territoire, priorite, decision, projet, montant_demande: montant };
      const octroi = (id: string, bailleur: string, montant_accorde: bigint) =>
        ligne('octrois', id, { projet, bailleur, montant_accorde, date_decision: '2025-03-01' });
      return [
        ligne('demandes', `D-${n}`, demande),
        ...(projet === null
          ? []
          : [
              ligne('projets', projet, { cycle: '2024-2029' }),
              octroi(`O-${n}`, 'b', 10_000n),
              octroi(`X-${n}`, 'autre', 700n),
            ]),
      ];
    },
  );
  return toRegistre([...appels, ...rows]);
}

/** Counts of applications after publications of so many counts, the first first. */
export const comptesOf = (
  demandes: readonly Demande[],
  avant: readonly (readonly ProductRow[])[] = [],
) =>
  compteRows({
    ...{ fonds, catalogue, registre: registreOf(demandes) },
    publies: avant.map((comptes_demandes) => ({ comptes_demandes })),
  });

/** Lists that counts of applications are about, as the public product has them. */
export const listesDemandes = {
  appels: APPELS.map((appel_id) => ({ appel_id, cycle_id: '2024-2029' })),
  territoires: Object.entries(TERRITOIRES).map(([territoire_id, nature]) => ({
    ...{ territoire_id, nature },
  })),
  priorites: Object.entries(PRIORITES).map(([priorite_id, portee]) => ({ priorite_id, portee })),
};

/** So many applications, more often at the first call and in the first territory; reaches that agree. */
export function drawDemandes(tirage: (bound: number) => number, nombre: number): Demande[] {
  const pick = <T>(list: readonly [T, ...T[]]): T => list[tirage(list.length)] ?? list[0];
  return Array.from({ length: nombre }, () => {
    const territoire = pick<Demande['territoire']>(['val', 'val', 'rive', 'hors', 'regional']);
    const [own, other] =
      territoire === 'regional' ? (['r1', 'r2'] as const) : (['l1', 'l2'] as const);
    return {
      ...{
        appel: pick(['A1', 'A1', 'A2', 'A3', 'A3', 'A4']),
        territoire,
        priorite: pick([own, own, other]),
      },
      decision: pick(['accordee', 'refusee', 'refusee', 'retiree', 'en-attente']),
    };
  });
}
