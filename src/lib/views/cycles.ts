import type { cyclesResume } from '../data/queries/cycles-resume';
import type { Ligne } from '../data/question';
import { shareElapsed } from '../domain/exercice';
import { type Precision, sharePrecision, sumPrecision } from '../domain/precision';
import { formatPart, withPrecision } from '../format';
import type { Cell } from './figure';
import { readPrecisions, type Somme } from './somme';

export type CycleLigne = Ligne<typeof cyclesResume>;

export const isPartielle = (cycle: CycleLigne): boolean => cycle.couverture === 'partielle';

export function enveloppeOf(cycle: CycleLigne): Somme | null {
  if (cycle.enveloppe === null) return null;
  return {
    dollars: cycle.enveloppe,
    precision: sumPrecision(readPrecisions(cycle.enveloppe_precisions)),
  };
}

export const elapsedOf = (cycle: CycleLigne, dateDonnees: string): number =>
  shareElapsed(cycle.debut, cycle.fin, dateDonnees);

/** A share and how well it is known, null when one side is unknown or there is nothing to divide by. */
export function shareOf(
  part: Somme | null,
  tout: Somme | null,
): { part: number; precision: Precision | null } | null {
  if (part === null || tout === null || tout.dollars === 0) return null;
  return {
    part: part.dollars / tout.dollars,
    precision: sharePrecision(part.precision, tout.precision),
  };
}

type Share = ReturnType<typeof shareOf>;

/** `au plus 56,1 %`, or null when it cannot be said. */
export const sayShare = (share: Share): string | null =>
  share === null || share.precision === null
    ? null
    : withPrecision(formatPart(share.part), share.precision);

export const shareCell = (share: Share): Cell => {
  const said = sayShare(share);
  return { valeur: said === null ? null : (share?.part ?? null), texte: said ?? 'non calculable' };
};
