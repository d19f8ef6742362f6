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
const CUMULEES: readonly string[] = ['trajectoire', 'cycles'];

interface ToCompose {
  readonly engine: Engine;
  readonly all: Choix;
  readonly figuresOf: (scene: Scene) => FiguresOf;
}

async function composeAgainst(choix: Choix, { engine, all, figuresOf }: ToCompose) {
  const [scene, whole] = await Promise.all([gather(engine, choix), gather(engine, all)]);
  const behind = sameChoix(choix, all) ? [] : await figuresOf(whole);
  return { scene, figures: againstWhole(scene, await figuresOf(scene), behind) };
}

/** Figures of accumulation without the choice of an exercice, which they say. */
async function composeCumulees(
  choix: Choix,
  exercice: string,
  asked: ToCompose,
): Promise<Figure[]> {
  const { figures } = await composeAgainst({ ...choix, exercice: null }, asked);
  return figures
    .filter(({ id }) => CUMULEES.includes(id))
    .map((figure) => ({
      ...figure,
      sousTitre: `${figure.sousTitre}. ${TERMES.sansExercice(exercice)}`,
      sansExercice: true,
    }));
}

export async function composeFigures(
  engine: Engine,
  choix: Choix,
  fixes: readonly Dimension[],
  figuresOf: (scene: Scene) => FiguresOf,
): Promise<Composed> {
  const asked: ToCompose = { engine, all: wholeOf(choix, fixes), figuresOf };
  const { scene, figures } = await composeAgainst(choix, asked);
  const { exercice } = choix;
  const cumulees =
    exercice !== null && figures.some(({ id }) => CUMULEES.includes(id))
      ? await composeCumulees(choix, exercice, asked)
      : [];
  const own = figures.map((figure) => cumulees.find(({ id }) => id === figure.id) ?? figure);
  return { scene, figures: markFigures(scene.fonds, own) };
}
