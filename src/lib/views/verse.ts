/** What was paid, where payments are published; absent elsewhere. */
import { formatMontant } from '../format';
import { OMISSIONS, TERMES } from '../texte/figures';
import type { CycleLigne } from './cycles';
import type { Cell, Colonne } from './figure';
import { finChoices, type Scene } from './scene';
import { addDollars, type Somme, sommeCell, texteCell } from './somme';

const total = (rows: readonly { readonly montant: number }[]) =>
  addDollars(rows.map(({ montant }) => montant));

/**
 * Paid in a cycle, or in one of its buckets: nothing paid is 0 $ where the payments of the cycle are published,
 * null where they are not, or where the choices cannot place them.
 */
export function verseOf(scene: Scene, cycle: CycleLigne, territoire?: string): Somme | null {
  if (!cycle.versements_publies) return null;
  const own = scene.verses.filter(
    (r) =>
      r.cycle_id === cycle.cycle_id && (territoire === undefined || r.territoire_id === territoire),
  );
  const known = own.filter((r) => r.portee === 'connue');
  if (known.length === 0 && own.length > 0) return null;
  return { dollars: total(known), precision: 'exact' };
}

/** Whether what is paid is part of what is granted: payments of an exercice may be of earlier grants. */
export const isVersePart = ({ choix }: Scene): boolean => choix.exercice === null;

export const hasVerse = (scene: Scene): boolean => scene.cycles.some((c) => c.versements_publies);

export const VERSE_COLONNES: readonly Colonne[] = [
  { cle: 'montant_verse', titre: TERMES.verse, nature: 'montant' },
  { cle: 'reste_a_verser', titre: TERMES.resteAVerser, nature: 'montant' },
];

/** Cells of `VERSE_COLONNES`; what is left is given by the caller, null where it means nothing. */
export const verseCells = (verse: Somme | null, reste: Somme | null): Cell[] => [
  sommeCell(verse),
  reste === null ? texteCell('') : sommeCell(reste),
];

/** What is not said of payments and expenses, and why; `depense` is what to say of the latter. */
export function verseOmissions(scene: Scene, depense: readonly string[]): string[] {
  if (!hasVerse(scene) && scene.depenses.length === 0) return [OMISSIONS.verseDepense];
  const without = scene.cycles.filter((c) => !c.versements_publies).map((c) => c.cycle_id);
  const coarse = total(scene.verses.filter((r) => r.portee === 'inconnue'));
  return [
    ...(without.length === 0 ? [] : [OMISSIONS.verse(without)]),
    ...(coarse === 0 ? [] : [OMISSIONS.verseInconnu(formatMontant(coarse), finChoices(scene))]),
    ...(hasVerse(scene) && !isVersePart(scene) ? [OMISSIONS.verseExercice] : []),
    ...(scene.depenses.length > 0 ? depense : [OMISSIONS.depense]),
  ];
}
