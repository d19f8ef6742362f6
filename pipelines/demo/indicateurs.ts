/** What each project counts, and how much it aims for. */
import { createHasard, type Hasard } from './hasard';
import { type Cible, prioriteOf, REJOINTES } from './priorites';
import type { Projet } from './projets';

export interface IndicateurVise {
  readonly projet: Projet;
  readonly cible: Cible;
  readonly valeur: number;
}

/** Small aims are the most frequent. */
function aim({ min, max, pas }: Cible, hasard: Hasard): number {
  const steps = Math.floor((max - min) / pas);
  return min + pas * Math.min(hasard.entier(0, steps), hasard.entier(0, steps));
}

function ciblesOf({ parts }: Projet, hasard: Hasard): Cible[] {
  const [first, second] = parts.map(({ priorite }) => prioriteOf(priorite).cibles);
  const own = hasard.melange(first ?? []).slice(0, hasard.entier(1, 2));
  const other = second && hasard.chance(40) ? [hasard.choix(second)] : [];
  return [REJOINTES, ...own, ...other];
}

export function buildIndicateurs(projets: readonly Projet[]): IndicateurVise[] {
  const hasard = createHasard('indicateurs');
  return projets.flatMap((projet) =>
    ciblesOf(projet, hasard).map((cible) => ({ projet, cible, valeur: aim(cible, hasard) })),
  );
}
