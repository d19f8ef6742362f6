/** Figures of a page that fixes some choices: what the reader adds is seen against what the page fixes. */
import type { Engine } from '../../data/engine';
import { type Choix, type Dimension, sameChoix, SANS_CHOIX } from '../../domain/choix';
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

export async function composeFigures(
  engine: Engine,
  choix: Choix,
  fixes: readonly Dimension[],
  figuresOf: (scene: Scene) => FiguresOf,
): Promise<Composed> {
  const all = wholeOf(choix, fixes);
  const [scene, whole] = await Promise.all([gather(engine, choix), gather(engine, all)]);
  const behind = sameChoix(choix, all) ? [] : await figuresOf(whole);
  const figures = againstWhole(scene, await figuresOf(scene), behind);
  return { scene, figures: markFigures(scene.fonds, figures) };
}
