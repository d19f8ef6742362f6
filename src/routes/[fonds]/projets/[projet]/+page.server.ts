import { error } from '@sveltejs/kit';
import { projetsPublies } from '$lib/data/queries/projets-publies';
import { ask } from '$lib/data/question';
import { SANS_CHOIX } from '$lib/domain/choix';
import { loadPage } from '$lib/server/page';
import { listFonds, withProduct } from '$lib/server/product';
import { composeProjet } from '$lib/views/pages/projet';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
  const all = await Promise.all(
    listFonds().map((fonds) =>
      withProduct(fonds, async (engine) =>
        (await ask(engine, projetsPublies, SANS_CHOIX)).map((p) => ({
          fonds,
          projet: p.projet_id,
        })),
      ),
    ),
  );
  return all.flat();
};

export const load = ({ params }) =>
  loadPage(params.fonds, SANS_CHOIX, async (engine, choix) => {
    const page = await composeProjet(engine, params.projet, choix);
    return page ?? error(404);
  });
