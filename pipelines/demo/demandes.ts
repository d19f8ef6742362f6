/** Applications to the calls of the cycle that runs, granted or not. */
import { type Appel, type Cycle, CYCLES } from './cycles';
import { createHasard, type Hasard } from './hasard';
import { addDays, daysBetween, workday } from './jours';
import { type CycleFinance, type Dossier, type Octroi } from './octrois';
import type { Organisme } from './organismes';
import type { Projet } from './projets';
import type { Proposeur } from './propositions';

export interface Demande {
  readonly appel: Appel;
  readonly organisme: Organisme;
  readonly titre: string;
  readonly territoire: string;
  readonly priorite: string;
  readonly depot: string;
  readonly cents: number;
  readonly decision: 'Accordée' | 'Refusée' | 'Retirée';
  readonly jour: string;
  readonly projet: Projet | null;
}

const CENT_DOLLARS = 10_000;

/** Most applications come in the last days. */
function depositDay({ ouverture, limite }: Appel, hasard: Hasard): string {
  const span = daysBetween(ouverture, limite);
  return addDays(limite, -Math.min(hasard.entier(0, span), hasard.entier(0, span)));
}

const granted = (octrois: readonly Octroi[]) =>
  octrois.reduce((total, { cents }) => total + Math.max(0, cents), 0);

/** At least all that was granted in the end, to the hundred dollars above. */
function asked({ octrois }: Dossier, hasard: Hasard): number {
  const wanted = Math.floor((granted(octrois) * hasard.entier(100, 135)) / 100);
  return Math.ceil(wanted / CENT_DOLLARS) * CENT_DOLLARS;
}

const accepted = (dossier: Dossier, hasard: Hasard): Demande => {
  const { projet } = dossier;
  const { appel, organisme, titre, territoire, decision: jour } = projet;
  return {
    ...{ appel, organisme, titre, territoire, jour, projet },
    priorite: projet.parts[0]?.priorite ?? '',
    depot: depositDay(appel, hasard),
    cents: asked(dossier, hasard),
    decision: 'Accordée',
  };
};

function setAside(
  { appel, territoire }: { appel: Appel; territoire: string },
  proposeur: Proposeur,
  hasard: Hasard,
): Demande {
  const proposition = proposeur.propose(territoire, appel.id);
  const withdrawn = hasard.chance(15);
  const jour = withdrawn
    ? workday(addDays(appel.limite, hasard.entier(6, 30)))
    : hasard.choix(appel.decisions);
  return {
    ...{ ...proposition, appel, territoire, jour, projet: null },
    depot: depositDay(appel, hasard),
    cents: hasard.entier(150, 2100) * CENT_DOLLARS,
    decision: withdrawn ? 'Retirée' : 'Refusée',
  };
}

function setAsideOf(cycle: Cycle, proposeur: Proposeur, hasard: Hasard): Demande[] {
  return cycle.appels.flatMap((appel, rank) =>
    Object.entries(cycle.ecartees).flatMap(([territoire, counts]) =>
      Array.from({ length: counts[rank] ?? 0 }, () =>
        setAside({ appel, territoire }, proposeur, hasard),
      ),
    ),
  );
}

/** In the order in which they came. */
export function buildDemandes(finances: readonly CycleFinance[], proposeur: Proposeur): Demande[] {
  const kept = CYCLES.filter(({ ecartees }) => Object.keys(ecartees).length > 0);
  const all = kept.flatMap((cycle) => {
    const hasard = createHasard(`demandes ${cycle.id}`);
    const own = finances.filter((f) => f.cycle === cycle).flatMap(({ dossiers }) => dossiers);
    return [...own.map((d) => accepted(d, hasard)), ...setAsideOf(cycle, proposeur, hasard)];
  });
  return all.sort((x, y) => compare(x.depot, y.depot) || compare(x.titre, y.titre));
}

const compare = (a: string, b: string) => Number(a > b) - Number(a < b);
