/** Decisions of the board: what each project is granted, and what changes it later. */
import { type Appel, type Cycle, CYCLES, DATE_DONNEES } from './cycles';
import { Enveloppe } from './enveloppe';
import { type Echeancier, lastShare, planOf } from './echeancier';
import { createHasard, type Hasard } from './hasard';
import { addDays, boardDay, daysBetween } from './jours';
import type { Projet } from './projets';

export interface Octroi {
  readonly projet: Projet;
  readonly nature: 'Initial' | 'Amendement';
  readonly jour: string;
  readonly cents: number;
  readonly annonce: string | null;
  readonly note?: string;
}

/** A project with its money. */
export interface Dossier {
  readonly projet: Projet;
  readonly plan: Echeancier;
  readonly initial: number;
  readonly octrois: readonly Octroi[];
}

const MAX = 18_000_000;
const MIN = 1_000_000;
const CINQ_DOLLARS = 500;

/** To the five dollars below, or an odd amount under it, as budgets give at times. */
function settle(cents: number, hasard: Hasard): number {
  const bounded = Math.min(MAX, Math.max(MIN, cents));
  const round = bounded - (bounded % CINQ_DOLLARS);
  return hasard.chance(30) && round > MIN ? round - hasard.entier(1, CINQ_DOLLARS - 1) : round;
}

/** Splits what a call gives to a bucket between its projects, never beyond it. */
function share(target: number, count: number, hasard: Hasard): number[] {
  const weights = Array.from({ length: count }, () => hasard.entier(65, 140));
  const total = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => settle(Math.floor((target * weight) / total), hasard));
}

function grant(
  { projets, appel, envelope }: { projets: readonly Projet[]; appel: Appel; envelope: Enveloppe },
  hasard: Hasard,
): [Projet, number][] {
  const [{ territoire } = { territoire: '' }] = projets;
  const left = envelope.left(territoire, appel.decisions[0]);
  const amounts = share(Math.floor((left * appel.part) / 100), projets.length, hasard);
  return projets.map((projet, rank) => {
    const cents = amounts[rank] ?? 0;
    envelope.commit({ territoire, jour: projet.decision, cents });
    return [projet, cents];
  });
}

function grantAll(cycle: Cycle, projets: readonly Projet[], envelope: Enveloppe) {
  const hasard = createHasard(`octrois ${cycle.id}`);
  return cycle.appels.flatMap((appel) =>
    Object.keys(cycle.projets).flatMap((territoire) => {
      const own = projets.filter((p) => p.appel === appel && p.territoire === territoire);
      return own.length === 0 ? [] : grant({ projets: own, appel, envelope }, hasard);
    }),
  );
}

function toDossier(projet: Projet, initial: number, hasard: Hasard): Dossier {
  const { decision: jour, appel } = projet;
  const octroi: Octroi = {
    projet,
    nature: 'Initial',
    jour,
    cents: initial,
    annonce: appel.annonce.id,
  };
  return { projet, initial, plan: planOf(projet, hasard), octrois: [octroi] };
}

/** A Wednesday between the first instalment and the last one. */
function amendmentDay({ plan }: Dossier): string {
  const [first = '', last = ''] = [plan.jours[0], plan.jours.at(-1)];
  return boardDay(addDays(first, Math.floor(daysBetween(first, last) * 0.6)));
}

const baisse = ({ plan, initial }: Dossier, hasard: Hasard) =>
  -Math.floor((lastShare(plan, initial) * hasard.entier(25, 60)) / 100);

const hausse = ({ initial }: Dossier, hasard: Hasard): number => {
  const cents = Math.floor((initial * hasard.entier(2, 6)) / 100);
  return cents - (cents % CINQ_DOLLARS);
};

const NOTES = {
  baisse: [
    'Dépenses moindres que prévu.',
    'Une activité n’a pas eu lieu.',
    'Poste pourvu plus tard que prévu.',
  ],
  hausse: [
    'Hausse du coût du matériel.',
    'Une série d’ateliers ajoutée.',
    'Prolongation des activités.',
  ],
} as const;

const amend = (dossier: Dossier, jour: string, cents: number, note: string): Dossier => ({
  ...dossier,
  octrois: [
    ...dossier.octrois,
    { projet: dossier.projet, nature: 'Amendement', jour, cents, annonce: null, note },
  ],
});

/** Amends so many projects, each once; one that its bucket cannot pay for is passed over. */
function amendAll(cycle: Cycle, dossiers: readonly Dossier[], envelope: Enveloppe): Dossier[] {
  const hasard = createHasard(`amendements ${cycle.id}`);
  const [baisses, hausses] = cycle.amendements;
  const changed = new Map<string, Dossier>();
  for (const dossier of hasard.melange(dossiers)) {
    if (changed.size === baisses + hausses) break;
    const { projet } = dossier;
    const jour = amendmentDay(dossier);
    const sens = changed.size < baisses ? 'baisse' : 'hausse';
    const cents = sens === 'baisse' ? baisse(dossier, hasard) : hausse(dossier, hasard);
    const affordable = envelope.leastLeft(projet.territoire, jour) >= cents;
    if (jour > DATE_DONNEES || cents === 0 || !affordable) continue;
    envelope.commit({ territoire: projet.territoire, jour, cents });
    changed.set(projet.id, amend(dossier, jour, cents, hasard.choix(NOTES[sens])));
  }
  return dossiers.map((dossier) => changed.get(dossier.projet.id) ?? dossier);
}

export interface CycleFinance {
  readonly cycle: Cycle;
  readonly dossiers: readonly Dossier[];
  readonly envelope: Enveloppe;
}

function financeCycle(cycle: Cycle, projets: readonly Projet[]): CycleFinance {
  const envelope = new Enveloppe(cycle);
  const hasard = createHasard(`échéanciers ${cycle.id}`);
  const granted = new Map(grantAll(cycle, projets, envelope));
  const dossiers = projets.map((projet) => toDossier(projet, granted.get(projet) ?? 0, hasard));
  return { cycle, envelope, dossiers: amendAll(cycle, dossiers, envelope) };
}

export const finance = (projets: readonly Projet[]): CycleFinance[] =>
  CYCLES.map((cycle) =>
    financeCycle(
      cycle,
      projets.filter((p) => p.cycle === cycle),
    ),
  );

export const totalOf = ({ octrois }: Dossier): number =>
  octrois.reduce((total, { cents }) => total + cents, 0);
