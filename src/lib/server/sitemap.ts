import { projetsPublies } from '../data/queries/projets-publies';
import { ask } from '../data/question';
import { SANS_CHOIX } from '../domain/choix';
import { NAVIGATION } from '../texte/navigation';
import { gatherFonds } from '../views/gather';
import { composeOffre } from '../views/offre';
import { withProduct } from './product';

export interface PageListee {
  readonly chemin: string;
  /** ISO date of the data that it shows. */
  readonly date: string;
}

/** Addresses of the pages of a fund that stand for themselves, in the order of its navigation. */
export const listPages = (fonds: string): Promise<PageListee[]> =>
  withProduct(fonds, async (engine) => {
    const { date_donnees: date } = await gatherFonds(engine, SANS_CHOIX);
    const { options } = await composeOffre(engine);
    const projets = await ask(engine, projetsPublies, SANS_CHOIX);
    const of = (pages: string, ids: readonly string[]) =>
      ids.map((id) => `/${pages}/${encodeURIComponent(id)}`);
    const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
    return [
      ...NAVIGATION.pages.map(({ suite }) => suite),
      ...of('territoires', ids(options.territoire)),
      ...of('priorites', ids(options.priorite)),
      ...of('organismes', ids(options.organisme)),
      ...of(
        'projets',
        projets.map((p) => p.projet_id),
      ),
    ].map((suite) => ({ chemin: `/${fonds}${suite}`, date }));
  });
