/** What is left of the money that cycles spent, once rows of the expenses are taken away. */
import { groupBy } from '../../lib/group';
import { SEUIL_PROJETS } from '../../lib/petits-nombres';
import type { Part } from './postes';

type PartDite = Pick<Part, 'projet' | 'cycle' | 'ligne'>;

const projetsOf = (parts: readonly PartDite[]) => new Set(parts.map((p) => p.projet));

/**
 * Whether the total of some cycles, less rows, rests on one or two projects. A row that holds money of other
 * cycles is taken away, and leaves theirs; or it is kept, and leaves that of these cycles.
 */
function leavesFew(parts: readonly PartDite[], cycles: ReadonlySet<string>): boolean {
  const inside = (p: PartDite) => cycles.has(p.cycle);
  const untold = projetsOf(parts.filter((p) => p.ligne === null && inside(p)));
  const sides = [
    ...groupBy(
      parts.filter((p) => p.ligne !== null),
      (p) => p.ligne,
    ).values(),
  ].map((own) => [projetsOf(own.filter(inside)), projetsOf(own.filter((p) => !inside(p)))]);
  const mixed = sides.filter((both) => both.every((side) => side.size > 0));
  const go = (rang: number, left: ReadonlySet<string>): boolean => {
    if (left.size >= SEUIL_PROJETS) return false;
    const both = mixed[rang];
    if (both === undefined) return left.size > 0;
    return both.some((side) => go(rang + 1, new Set([...left, ...side])));
  };
  return go(0, untold);
}

const subsets = (ids: readonly string[]): string[][] =>
  ids.reduce<string[][]>((all, id) => [...all, ...all.map((own) => [...own, id])], [[]]).slice(1);

/** Cycles whose total may be told beside the rows of the expenses. */
export function tellableCycles(parts: readonly PartDite[], cycles: readonly string[]): Set<string> {
  const left = new Set(cycles);
  for (const own of subsets(cycles).sort((a, b) => a.length - b.length))
    if (own.every((c) => left.has(c)) && leavesFew(parts, new Set(own)))
      for (const cycle of own) left.delete(cycle);
  return left;
}
