/** When each report came, and which ones the fund accepted. */
import { createHasard, type Hasard } from '../hasard';
import { DATE_DONNEES } from '../cycles';
import { addDays, workday } from '../jours';
import { isDue, type Suite, type Tranche } from './attendues';

export interface Arrivee {
  /** ISO days, null for a part that never came. */
  readonly bilan: string | null;
  readonly budget: string | null;
  readonly acceptation: string | null;
}

const ABSENTE: Arrivee = { bilan: null, budget: null, acceptation: null };

/** So many reports that never came, and so many that came by half, of what a year has. */
interface Oublis {
  readonly jamais: number;
  readonly moitie: number;
}

const oublisOf = (exercice: string): Oublis =>
  ({
    '2020-2021': { jamais: 1, moitie: 0 },
    '2022-2023': { jamais: 1, moitie: 1 },
    '2025-2026': { jamais: 5, moitie: 2 },
  })[exercice] ?? { jamais: 0, moitie: 0 };

/** In a hundred, the reports that the fund had the time to accept. */
const accepteesOf = (exercice: string): number =>
  ({ '2024-2025': 80, '2025-2026': 50 })[exercice] ?? 97;

/** In a hundred, the reports that come late: one in ten, and more since the form has changed. */
const lateOf = (exercice: string): number => (exercice === '2025-2026' ? 25 : 10);

/** Most come in the last weeks. */
function arrivalDay({ echeance }: Tranche, late: boolean, hasard: Hasard): string {
  if (late) return addDays(echeance, Math.min(hasard.entier(1, 40), hasard.entier(1, 40)));
  return addDays(echeance, -Math.min(hasard.entier(0, 46), hasard.entier(0, 46)));
}

function secondDay({ echeance, exercice }: Tranche, first: string, hasard: Hasard): string {
  if (hasard.chance(68)) return first;
  const jour = addDays(first, hasard.entier(-8, 8));
  if (jour <= exercice.fin) return first;
  return first <= echeance && jour > echeance ? echeance : jour;
}

function arrive(tranche: Tranche, hasard: Hasard): Arrivee {
  const bilan = arrivalDay(tranche, hasard.chance(lateOf(tranche.exercice.id)), hasard);
  const budget = secondDay(tranche, bilan, hasard);
  const last = bilan > budget ? bilan : budget;
  const jour = workday(addDays(last, hasard.entier(14, 75)));
  const accepted = hasard.chance(accepteesOf(tranche.exercice.id)) && jour <= DATE_DONNEES;
  return { bilan, budget, acceptation: accepted ? jour : null };
}

/** Reports of an exercice; those of `tenues` come whole, and are not accepted. */
function planExercice(
  exercice: string,
  own: readonly Tranche[],
  absentes: ReadonlySet<string>,
  tenues: ReadonlySet<string>,
): [Tranche, Arrivee][] {
  const hasard = createHasard(`arrivées ${exercice}`);
  const free = hasard.melange(own).filter((t) => !absentes.has(t.id) && !tenues.has(t.id));
  const { jamais, moitie } = oublisOf(exercice);
  const never = new Set(free.slice(0, jamais));
  const half = free.slice(jamais, jamais + moitie);
  return own.map((tranche) => {
    const whole = arrive(tranche, hasard);
    if (absentes.has(tranche.id) || never.has(tranche)) return [tranche, ABSENTE];
    const rank = half.indexOf(tranche);
    if (rank < 0)
      return [tranche, tenues.has(tranche.id) ? { ...whole, acceptation: null } : whole];
    const lost = rank % 2 === 0 ? { budget: null } : { bilan: null };
    return [tranche, { ...whole, ...lost, acceptation: null }];
  });
}

/** The last instalment of some projects was kept back: their last report never came. */
const withheld = (suites: readonly Suite[]): Set<string> =>
  new Set(suites.filter((s) => s.retenu).map(({ tranches }) => tranches.at(-1)?.id ?? ''));

/** Every report that is due, with the days of its files. */
export function planArrivees(
  suites: readonly Suite[],
  tenues: ReadonlySet<string>,
): Map<Tranche, Arrivee> {
  const due = suites.flatMap((s) => s.tranches.filter(isDue));
  const exercices = [...new Set(due.map((t) => t.exercice.id))].sort();
  const absentes = withheld(suites);
  return new Map(
    exercices.flatMap((exercice) =>
      planExercice(
        exercice,
        due.filter((t) => t.exercice.id === exercice),
        absentes,
        tenues,
      ),
    ),
  );
}
