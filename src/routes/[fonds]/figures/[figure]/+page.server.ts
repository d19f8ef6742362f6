import { error } from '@sveltejs/kit';
import { SANS_CHOIX } from '$lib/domain/choix';
import { loadPage } from '$lib/server/page';
import { listFonds, withProduct } from '$lib/server/product';
import { composeFigure, listFigures } from '$lib/views/pages/figure';
import type { EntryGenerator } from './$types';

export const entries: EntryGenerator = async () => {
  const all = await Promise.all(
    listFonds().map(async (fonds) =>
      (await withProduct(fonds, listFigures)).map((figure) => ({ fonds, figure })),
    ),
  );
  return all.flat();
};

export const load = ({ params }) =>
  loadPage(params.fonds, SANS_CHOIX, async (engine, choix) => {
    const page = await composeFigure(engine, params.figure, choix);
    return page ?? error(404);
  });
