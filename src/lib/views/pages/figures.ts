/** Figures of a page that fixes some choices: what the reader adds is seen against what the page fixes. */
import type { Engine } from '../../data/engine';
import { type Choix, type Dimension, sameChoix, SANS_CHOIX } from '../../domain/choix';
import { TERMES } from '../../texte/figures';
import { againstWhole } from '../ensemble';
import { markFigures } from '../fictif';
import type { Figure } from '../figure';
import { gather } from '../gather';
import type { Scene } from '../scene';

export interface Composed {
  readonly scene: Scene;
  readonly figures: readonly Figure[];
}

/** Figures of a scene; a page may ask more of the product for them. */
export type FiguresOf = readonly Figure[] | Promise<readonly Figure[]>;

/** What stays behind: the page's own choices, the cycle and the day. */
const wholeOf = (choix: Choix, fixes: readonly Dimension[]): Choix => ({
  ...SANS_CHOIX,
  ...Object.fromEntries(fixes.map((d) => [d, choix[d]])),
  cycle: choix.cycle,
  au: choix.au,
});

/** Figures of sums that grow from one exercice to the next: one exercice of them says nothing. */
const isCumulee = ({ id }: Figure): boolean => id === 'trajectoire' || id === 'cycles';

/** A figure of accumulation, which says that it leaves out the exercice chosen. */
const sayCumulee = (figure: Figure, exercice: string): Figure => ({
  ...figure,
  sousTitre: `${figure.sousTitre}. ${TERMES.sansExercice(exercice)}`,
  sansExercice: true,
});

const against = (part: Composed, whole: Composed): readonly Figure[] =>
  againstWhole(part.scene, part.figures, part === whole ? [] : whole.figures);

/** Figures of the choices; those of accumulation are of the same choices without the exercice. */
export async function composeFigures(
  engine: Engine,
  choix: Choix,
  fixes: readonly Dimension[],
  figuresOf: (scene: Scene) => FiguresOf,
): Promise<Composed> {
  const compose = async (one: Choix): Promise<Composed> => {
    const scene = await gather(engine, one);
    return { scene, figures: await figuresOf(scene) };
  };
  const all = wholeOf(choix, fixes);
  const asked = compose(choix);
  const [own, whole] = await Promise.all([asked, sameChoix(choix, all) ? asked : compose(all)]);
  const { scene } = own;
  const figures = against(own, whole);
  const { exercice } = choix;
  if (exercice === null || !figures.some(isCumulee))
    return { scene, figures: markFigures(scene.fonds, figures) };
  const sansExercice = { ...choix, exercice: null };
  const cumul = sameChoix(sansExercice, all) ? whole : await compose(sansExercice);
  const cumulees = new Map(
    against(cumul, whole)
      .filter(isCumulee)
      .map((figure) => [figure.id, sayCumulee(figure, exercice)]),
  );
  const mixed = figures.map((figure) => cumulees.get(figure.id) ?? figure);
  return { scene, figures: markFigures(scene.fonds, mixed) };
}
