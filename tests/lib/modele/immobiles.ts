/** Answers that cannot have moved, where nothing said is taken back: those of a told sum that is told again. */
import { groupBy } from '../../../pipelines/lib/group';
import { type Cellule, keysOf } from './cellules';
import { type Attendue, keyOf } from './redditions';

/** Whether an answer is that of the publication before; of a question that went down anywhere, nobody knows. */
export function stillOf(cellules: readonly Cellule[], attendues: readonly Attendue[]) {
  const at = (publication: number, nom: string) => `${publication}/${nom}`;
  const told = new Map(cellules.map((c) => [at(c.publication, c.nom), c.dit]));
  const behind = new Map<string, Set<string>>();
  for (const a of attendues)
    for (const cle of keysOf(a)) {
      const nom = at(a.publication, cle);
      behind.set(nom, (behind.get(nom) ?? new Set()).add(keyOf(a)));
    }
  const before = ({ publication, nom }: Cellule) => told.get(at(publication - 1, nom));
  const down = new Set(
    cellules
      .filter((c) => typeof c.dit === 'number' && Number(before(c) ?? 0) > c.dit)
      .map((c) => at(c.publication, c.question)),
  );
  const kept = ({ publication, cle }: Cellule) => {
    const now = behind.get(at(publication, cle)) ?? new Set();
    return [...(behind.get(at(publication - 1, cle)) ?? [])].every((r) => now.has(r));
  };
  const still = groupBy(
    cellules.filter((c) => typeof c.dit === 'number' && before(c) === c.dit && kept(c)),
    (c) => at(c.publication, c.question),
  );
  return (question: string, attendue: Attendue): boolean => {
    const nom = at(attendue.publication, question);
    if (down.has(nom)) return false;
    const own = new Set(keysOf(attendue));
    return (still.get(nom) ?? []).some((c) => own.has(c.cle));
  };
}
