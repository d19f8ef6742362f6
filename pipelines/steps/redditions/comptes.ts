/** Reports counted by state, as the public may know them. */
import { type Etat, ETATS } from '../../../src/lib/domain/reddition';
import { groupBy } from '../../lib/group';
import { texte } from '../../lib/registre';
import type { ProductRow } from '../link/rows';
import { isTellable, regroup } from '../../lib/petits-nombres';
import { etatDe, type Reddition, type Redditions } from './reddition';

/** A report that did not come and is past its date stands apart from one that may still come. */
const EN_RETARD = 'en-retard';
const GROUPES = [EN_RETARD, ...ETATS] as const;

const stateOf = ({ etat, ponctualite }: Etat): string =>
  etat === 'attendue' && ponctualite === 'en-retard' ? EN_RETARD : etat;

/** States put together, each level coarser than the one before. */
const NIVEAUX: readonly (readonly (readonly string[])[])[] = [
  GROUPES.map((g) => [g]),
  [[EN_RETARD], ['attendue'], ['recue', 'incomplete'], ['complete', 'acceptee']],
  [
    [EN_RETARD, 'attendue'],
    ['recue', 'incomplete'],
    ['complete', 'acceptee'],
  ],
  [
    [EN_RETARD, 'attendue'],
    ['recue', 'incomplete', 'complete', 'acceptee'],
  ],
  [[...GROUPES]],
];

type Compte = readonly [etat: string, nombre: number];

const countAt = (states: readonly string[], niveau: (typeof NIVEAUX)[number]): Compte[] =>
  niveau.map((groupe) => [groupe.join('+'), states.filter((s) => groupe.includes(s)).length]);

/** Whether counts tell of no report: none is small, nor is every one late, which would name them all. */
const isTellableAt = (states: readonly string[], niveau: (typeof NIVEAUX)[number]) =>
  countAt(states, niveau).every(([, n]) => isTellable(n)) && !states.every((s) => s === EN_RETARD);

/** The finest counts that may be told; the total alone may be small, as projects are public. */
function countStates(states: readonly string[], from = 0): Compte[] {
  const levels = NIVEAUX.slice(from);
  return countAt(states, levels.find((niveau) => isTellableAt(states, niveau)) ?? [[...GROUPES]]);
}

const rowsOf = (
  portee: 'exercice' | 'territoire',
  id: string | null,
  comptes: readonly Compte[],
  echeance: string | null = null,
): ProductRow[] =>
  comptes
    .filter(([, nombre]) => nombre > 0)
    .map(([etat, nombre]) => ({
      compte_id: `${portee}/${id ?? 'ensemble'}/${etat}`,
      portee,
      exercice_id: portee === 'exercice' ? id : null,
      territoire_id: portee === 'territoire' ? id : null,
      date_echeance: echeance,
      etat,
      nombre,
    }));

/** Received or not: what territories are told by, all exercices together, and so the sum of the exercices. */
const RECUES_OU_NON = 3;
const SANS_DETAIL = NIVEAUX.length - 1;

type Groupe = readonly [id: string, own: readonly Reddition[]];

const statesOf = (groupes: readonly Groupe[]): string[] =>
  groupes.flatMap(([, own]) => own.map((r) => stateOf(etatDe(r))));

const isDue = ({ echeance, au }: Reddition) => echeance <= au;

/** Groups that may be told received or not, and those that may not, or not alone. */
const regroupDue = (groupes: readonly Groupe[]) =>
  regroup(
    groupes,
    (some) => isTellableAt(statesOf(some), NIVEAUX[RECUES_OU_NON] ?? []),
    ([, own]) => own.length,
  );

/** Reports of an exercice, counted in as much detail as may be told. */
export interface CompteExercice {
  readonly exercice: string;
  readonly redditions: readonly Reddition[];
  readonly comptes: readonly Compte[];
  /** They are past their date. */
  readonly dues: boolean;
  /** Only how many they are is told: not even which were received. */
  readonly sansDetail: boolean;
}

/** Each exercice in as much detail as its counts allow, and as leaves nothing small to be had by difference. */
export function comptesExercices({ liste }: Redditions): CompteExercice[] {
  const groupes: Groupe[] = [...groupBy(liste, (r) => r.exercice.id)];
  const due = groupes.filter(([, own]) => own.every(isDue));
  const hidden = new Set(regroupDue(due).ensemble);
  return groupes.map((one) => {
    const [exercice, redditions] = one;
    const comptes = countStates(statesOf([one]), hidden.has(one) ? SANS_DETAIL : 0);
    const sansDetail = comptes.some(([etat]) => etat === GROUPES.join('+'));
    return { exercice, redditions, comptes, dues: due.includes(one), sansDetail };
  });
}

const byExercice = (all: Redditions): ProductRow[] =>
  comptesExercices(all).flatMap(({ exercice, redditions, comptes }) =>
    rowsOf('exercice', exercice, comptes, redditions[0]?.echeance),
  );

/** Reports that were not received, late or not. */
export const nonRecues = (redditions: readonly Reddition[]): number =>
  redditions.filter((r) => etatDe(r).etat === 'attendue').length;

/** Reports past their date, by territory; territories with small counts are put together. */
function byTerritoire({ liste }: Redditions): ProductRow[] {
  const groupes: Groupe[] = [
    ...groupBy(liste.filter(isDue), (r) => texte(r.projet, 'territoire') ?? ''),
  ];
  const { seules, ensemble } = regroupDue(groupes);
  const detailed = (some: readonly Groupe[]) => countStates(statesOf(some), RECUES_OU_NON);
  return [
    ...seules.flatMap((one) => rowsOf('territoire', one[0], detailed([one]))),
    ...(ensemble.length === 0 ? [] : rowsOf('territoire', null, detailed(ensemble))),
  ];
}

export const compteRows = (all: Redditions): ProductRow[] => [
  ...byExercice(all),
  ...byTerritoire(all),
];
