import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { composeProjets } from '$lib/views/pages/projets';

export const entries = entriesOfFonds;

export const load = ({ params }) =>
  loadPage(params.fonds, SANS_CHOIX, (engine, choix) => composeProjets(engine, choix, ''));
