/** Totals as they were announced: for the whole call, then for each bucket. */
import { type Appel, CYCLES } from './cycles';
import type { CycleFinance, Octroi } from './octrois';

export interface Annonce {
  readonly appel: Appel;
  readonly cycle: string;
  readonly titre: string;
  /** Null for the total of the announcement. */
  readonly territoire: string | null;
  readonly cents: number;
  readonly projets: number;
  readonly organismes: number;
}

function line(appel: Appel, octrois: readonly Octroi[], titre: string, territoire: string | null) {
  const [first] = octrois;
  return {
    ...{ appel, titre, territoire },
    cycle: first?.projet.cycle.nom ?? '',
    cents: octrois.reduce((total, { cents }) => total + cents, 0),
    projets: octrois.length,
    organismes: new Set(octrois.map(({ projet }) => projet.organisme.id)).size,
  };
}

function linesOf(
  appel: Appel,
  octrois: readonly Octroi[],
  territoires: readonly string[],
): Annonce[] {
  const counted = octrois.filter(({ annonce }) => annonce === appel.annonce.id);
  const { titre } = appel.annonce;
  const parts = territoires.flatMap((territoire) => {
    const own = counted.filter(({ projet }) => projet.territoire === territoire);
    return own.length === 0 ? [] : [line(appel, own, titre, territoire)];
  });
  return [line(appel, counted, titre, null), ...parts];
}

export const buildAnnonces = (finances: readonly CycleFinance[]): Annonce[] =>
  CYCLES.flatMap((cycle) => {
    const own = finances.filter((f) => f.cycle === cycle).flatMap(({ dossiers }) => dossiers);
    const octrois = own.flatMap((dossier) => dossier.octrois);
    return cycle.appels.flatMap((appel) => linesOf(appel, octrois, Object.keys(cycle.projets)));
  });
