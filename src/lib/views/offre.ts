/** What the filters of a fund's pages offer, whatever is chosen. */
import type { Engine } from '../data/engine';
import { joursDecision } from '../data/queries/jours-decision';
import { options } from '../data/queries/options';
import { ask, type Ligne } from '../data/question';
import { type Dimension, DIMENSIONS, SANS_CHOIX } from '../domain/choix';

export type JourLigne = Ligne<typeof joursDecision>;

export type Options = Readonly<
  Record<Dimension, readonly { readonly id: string; readonly nom: string }[]>
>;

export interface Offre {
  readonly options: Options;
  /** Days of decision, in order. */
  readonly jours: readonly JourLigne[];
}

export async function composeOffre(engine: Engine): Promise<Offre> {
  const [rows, jours] = await Promise.all([
    ask(engine, options, SANS_CHOIX),
    ask(engine, joursDecision, SANS_CHOIX),
  ]);
  const of = (dimension: Dimension) =>
    rows.filter((o) => o.dimension === dimension).map(({ id, nom }) => ({ id, nom }));
  return { options: Object.fromEntries(DIMENSIONS.map((d) => [d, of(d)])) as never, jours };
}
