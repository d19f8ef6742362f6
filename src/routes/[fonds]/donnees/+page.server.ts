import { SANS_CHOIX } from '$lib/domain/choix';
import { listEditions } from '$lib/server/editions';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { readPaquet } from '$lib/server/product';
import { composeDonnees } from '$lib/views/pages/donnees';

export const entries = entriesOfFonds;

export const load = async ({ params: { fonds } }) => ({
  ...(await loadPage(fonds, SANS_CHOIX, (engine) => composeDonnees(engine, readPaquet(fonds)))),
  editions: listEditions(fonds),
});
