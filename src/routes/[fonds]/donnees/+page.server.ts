import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { readPaquet } from '$lib/server/product';
import { composeDonnees } from '$lib/views/pages/donnees';

export const entries = entriesOfFonds;

export const load = ({ params }) =>
  loadPage(params.fonds, SANS_CHOIX, (engine) => composeDonnees(engine, readPaquet(params.fonds)));
