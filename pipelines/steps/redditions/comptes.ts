/** Reports counted by state, as the public may know them. */
import { type Etat, ETATS } from '../../../src/lib/domain/reddition';
import { texte } from '../../lib/registre';
import type { ProductRow } from '../link/rows';
import { isTellable, regroup } from './petits-nombres';
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

const tellable = (comptes: readonly Compte[]) => comptes.every(([, n]) => isTellable(n));

/** The finest counts of which none is small; the total alone may be, as projects are public. */
function countStates(states: readonly string[], from = 0): Compte[] {
  const levels = NIVEAUX.slice(from).map((niveau) => countAt(states, niveau));
  return levels.find(tellable) ?? levels[levels.length - 1] ?? [];
}

function group(
  liste: readonly Reddition[],
  key: (r: Reddition) => string,
): Map<string, Reddition[]> {
  const groups = new Map<string, Reddition[]>();
  for (const r of liste) groups.set(key(r), [...(groups.get(key(r)) ?? []), r]);
  return groups;
}

const rowsOf = (
  portee: 'exercice' | 'territoire',
  id: string | null,
  comptes: readonly Compte[],
): ProductRow[] =>
  comptes
    .filter(([, nombre]) => nombre > 0)
    .map(([etat, nombre]) => ({
      compte_id: `${portee}/${id ?? 'ensemble'}/${etat}`,
      portee,
      exercice_id: portee === 'exercice' ? id : null,
      territoire_id: portee === 'territoire' ? id : null,
      etat,
      nombre,
    }));

function byExercice({ liste, au }: Redditions): ProductRow[] {
  return [...group(liste, (r) => r.exercice.id)].flatMap(([id, own]) =>
    rowsOf('exercice', id, countStates(own.map((r) => stateOf(etatDe(r, au))))),
  );
}

/** Received or not, level of the states that territories are told at. */
const PAR_TERRITOIRE = 3;

/** Reports past their date, by territory; territories with small counts are put together. */
function byTerritoire({ liste, au }: Redditions): ProductRow[] {
  const due = liste.filter((r) => r.echeance <= au);
  const groups = [...group(due, (r) => texte(r.projet, 'territoire') ?? '')];
  const statesOf = (own: readonly (readonly [string, Reddition[]])[]) =>
    own.flatMap(([, list]) => list.map((r) => stateOf(etatDe(r, au))));
  const counts = (own: typeof groups) => countAt(statesOf(own), NIVEAUX[PAR_TERRITOIRE] ?? []);
  const { seules, ensemble } = regroup(
    groups,
    (own) => tellable(counts([...own])),
    ([, list]) => list.length,
  );
  const together = ensemble.length === 0 ? [] : countStates(statesOf(ensemble), PAR_TERRITOIRE);
  return [
    ...seules.flatMap((one) => rowsOf('territoire', one[0], counts([one]))),
    ...rowsOf('territoire', null, together),
  ];
}

export const compteRows = (all: Redditions): ProductRow[] => [
  ...byExercice(all),
  ...byTerritoire(all),
];
