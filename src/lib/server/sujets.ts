/** Pages of the things that a fund's filters offer: one a territory, a priority, a recipient. */
import { error } from '@sveltejs/kit';
import { SANS_CHOIX } from '../domain/choix';
import { composeOffre } from '../views/offre';
import { composeSujet, type Sujet } from '../views/pages/sujet';
import { loadPage } from './page';
import { listFonds, withProduct } from './product';

async function idsOf(fonds: string, sujet: Sujet): Promise<string[]> {
  const { options } = await withProduct(fonds, composeOffre);
  return options[sujet].map(({ id }) => id);
}

export async function entriesOfSujet<S extends Sujet>(
  sujet: S,
): Promise<({ fonds: string } & Record<S, string>)[]> {
  const all = await Promise.all(
    listFonds().map(async (fonds) =>
      (await idsOf(fonds, sujet)).map((id) => ({ fonds, [sujet]: id })),
    ),
  );
  return all.flat() as ({ fonds: string } & Record<S, string>)[];
}

export async function loadSujet(fonds: string, sujet: Sujet, id: string) {
  if (!listFonds().includes(fonds) || !(await idsOf(fonds, sujet)).includes(id)) error(404);
  return loadPage(fonds, { ...SANS_CHOIX, [sujet]: id }, (engine, choix) =>
    composeSujet(engine, sujet, choix),
  );
}
