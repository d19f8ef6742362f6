/** What was paid to organisations, and what the funder paid in. */
import { type Cycle, DATE_DONNEES, type Versee } from './cycles';
import { amountsOf } from './echeancier';
import { createHasard } from './hasard';
import { type CycleFinance, type Dossier, totalOf } from './octrois';
import type { Projet } from './projets';
import { addDays } from './jours';

export interface Versement {
  readonly projet: Projet;
  readonly jour: string;
  readonly cents: number;
  readonly note?: string;
}

/** Payments are entered with some delay. */
const DERNIER = addDays(DATE_DONNEES, -7);

function paymentsOf(dossier: Dossier): Versement[] {
  const { plan, initial, projet } = dossier;
  const amounts = amountsOf(plan, initial, totalOf(dossier));
  return plan.jours
    .map((jour, rank) => ({ projet, jour, cents: amounts[rank] ?? 0 }))
    .filter(({ jour }) => jour <= DERNIER);
}

/** Projects whose final report never came, in a cycle that is over. */
function withheld(cycle: Cycle, dossiers: readonly Dossier[]): Set<string> {
  const hasard = createHasard(`retenues ${cycle.id}`);
  const able = dossiers.filter(
    ({ octrois, plan }) => octrois.length === 1 && plan.jours.length === 3,
  );
  return new Set(
    hasard
      .melange(able)
      .slice(0, cycle.retenues)
      .map(({ projet }) => projet.id),
  );
}

export function buildVersements({ cycle, dossiers }: CycleFinance): Versement[] {
  const kept = withheld(cycle, dossiers);
  return dossiers.flatMap((dossier) => {
    const all = paymentsOf(dossier);
    return kept.has(dossier.projet.id) ? all.slice(0, -1) : all;
  });
}

/** Money that came from the funder, the mandatary's costs, and what went back at the end. */
export function buildApports({ cycle, envelope }: CycleFinance): Versee[] {
  const back = envelope.returns().reduce((total, { cents }) => total - cents, 0);
  if (cycle.retour === null || back === 0) return [...cycle.recus];
  return [...cycle.recus, { nature: 'Retour', jour: cycle.retour.apport, cents: back }];
}
