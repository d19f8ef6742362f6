/** Figures of a page that fixes some choices: what the reader adds is seen against what the page fixes. */
import type { Engine } from '../../data/engine';
import { type Choix, type Dimension, SANS_CHOIX } from '../../domain/choix';
import { againstWhole } from '../ensemble';
import { markFigures } from '../fictif';
import type { Figure } from '../figure';
import { gather } from '../gather';
import type { Scene } from '../scene';

export interface Composed {
  readonly scene: Scene;
  readonly figures: readonly Figure[];
}

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
  figuresOf: (scene: Scene) => readonly Figure[],
): Promise<Composed> {
  const [scene, whole] = await Promise.all([
    gather(engine, choix),
    gather(engine, wholeOf(choix, fixes)),
  ]);
  const figures = againstWhole(scene, whole, figuresOf);
  return { scene, figures: markFigures(scene.fonds, figures) };
}
