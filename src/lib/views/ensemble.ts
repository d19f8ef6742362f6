/** The part that was chosen, seen against the whole: the whole stays behind, in the chart and in the table. */
import { DIMENSIONS } from '../domain/choix';
import { formatDate } from '../format';
import { TERMES } from '../texte/figures';
import type { Barre, Cell, Chart, Figure, Panneau, Table } from './figure';
import { nomOf, type Scene } from './scene';
import { texteCell } from './somme';

/** Bars are the same when their names are, known or not. */
const nameOf = (etiquette: string) => etiquette.replace(` (${TERMES.inconnue})`, '');

/** A bar that the choices leave out has no target to be held against, and no part within. */
const PALE = { cible: null, cibleTexte: '', dont: 0 };

function mergeBars<B extends Barre>(part: readonly B[], whole: readonly B[]): B[] {
  const own = new Map(part.filter((b) => !b.inconnue).map((b) => [nameOf(b.etiquette), b]));
  const known = whole.filter(
    (b) => !b.inconnue && b.valeur !== null && b.etiquette !== TERMES.ensemble,
  );
  const behind = known.map((b): B => {
    const { valeur, etiquette } = b;
    const mine = own.get(nameOf(etiquette));
    if (mine) own.delete(nameOf(etiquette));
    return mine
      ? { ...mine, ensemble: valeur! }
      : { ...b, ...PALE, valeur: null, ensemble: valeur!, pale: true };
  });
  const others = part.filter((b) => b.inconnue || own.has(nameOf(b.etiquette)));
  return [...behind, ...others];
}

const mergePanels = <B extends Barre>(
  part: readonly Panneau<B>[],
  whole: readonly Panneau<B>[],
): Panneau<B>[] =>
  part.map((panneau) => ({
    ...panneau,
    elements: mergeBars(
      panneau.elements,
      whole.find(({ titre }) => titre === panneau.titre)?.elements ?? [],
    ),
  }));

function mergeCharts(part: Chart, whole: Chart): Chart {
  if (part.type === 'puces' && whole.type === 'puces')
    return { ...part, panneaux: mergePanels(part.panneaux, whole.panneaux) };
  if (part.type === 'colonnes' && whole.type === 'colonnes')
    return { ...part, panneaux: mergePanels(part.panneaux, whole.panneaux) };
  if (part.type === 'barres' && whole.type === 'barres')
    return { ...part, elements: mergeBars(part.elements, whole.elements) };
  if (part.type === 'trajectoires' && whole.type === 'trajectoires')
    return {
      ...part,
      panneaux: part.panneaux.map((p) => {
        const same = whole.panneaux.find(({ titre }) => titre === p.titre);
        return same ? { ...p, ensemble: same.paliers } : p;
      }),
    };
  return part;
}

/** A row is the same when its words are, in the columns that name it. */
function keyOf({ colonnes }: Table, row: readonly Cell[]): string {
  const names = row.filter((_, i) => ['texte', 'date'].includes(colonnes[i]?.nature ?? ''));
  return names.map((cell) => nameOf(cell.texte)).join('\t');
}

/** The table gains the amounts of the whole, which the chart draws behind. */
function mergeTables(part: Table, whole: Table, colonne: string): Table {
  const index = whole.colonnes.findIndex(({ cle }) => cle === colonne);
  const cellOf = (row: readonly Cell[] | null | undefined) => row?.[index] ?? texteCell('');
  // What is known comes before what is coarser, which is not drawn behind: the first row of a name counts.
  const rest = new Map(
    whole.lignes
      .filter((row) => row.every((cell) => cell.texte !== TERMES.ensemble))
      .map((row) => [keyOf(whole, row), row] as const)
      .toReversed(),
  );
  const own = part.lignes.map((row) => {
    const key = keyOf(part, row);
    const behind = rest.get(key);
    rest.delete(key);
    return [...row, cellOf(behind)];
  });
  const others = [...rest.values()].toReversed().map((row) => [
    ...part.colonnes.map(({ cle, nature }) => {
      if (cle === colonne) return { valeur: null, texte: TERMES.horsChoix };
      const same = whole.colonnes.findIndex((c) => c.cle === cle);
      return ['texte', 'date'].includes(nature) ? (row[same] ?? texteCell('')) : texteCell('');
    }),
    cellOf(row),
  ]);
  return {
    ...part,
    colonnes: [
      ...part.colonnes,
      { cle: 'montant_ensemble', titre: TERMES.sansChoix, nature: 'montant' },
    ],
    lignes: [...own, ...others],
    total: part.total && [...part.total, cellOf(whole.total)],
  };
}

const MESURES = ['montant_cumule', 'montant_accorde'];

function mergeFigure(part: Figure, whole: Figure | undefined): Figure {
  const mesure = MESURES.find((cle) => part.table.colonnes.some((c) => c.cle === cle));
  if (!whole?.chart || !part.chart || mesure === undefined) return part;
  return {
    ...part,
    sousTitre: `${part.sousTitre}. ${TERMES.derriere}`,
    chart: mergeCharts(part.chart, whole.chart),
    table: mergeTables(part.table, whole.table, mesure),
  };
}

/** What the choices are, in words, so that a figure taken out of its page still says them. */
function sayChoix(scene: Scene): string | null {
  const noms = [...DIMENSIONS.map((d) => nomOf(scene, d)).filter((nom) => nom !== null)];
  const { au } = scene.choix;
  if (au !== null) noms.push(TERMES.telQueDecide(formatDate(au)));
  return noms.length === 0 ? null : noms.join(', ');
}

function withChoix(figure: Figure, said: string | null): Figure {
  return said === null ? figure : { ...figure, sousTitre: `${figure.sousTitre}. ${said}` };
}

/** Figures of the choices, each with the same figure of the whole behind it where there is one. */
export function againstWhole(
  scene: Scene,
  figures: readonly Figure[],
  whole: readonly Figure[],
): readonly Figure[] {
  const said = sayChoix(scene);
  return figures.map((figure) =>
    mergeFigure(
      withChoix(figure, said),
      whole.find(({ id }) => id === figure.id),
    ),
  );
}
