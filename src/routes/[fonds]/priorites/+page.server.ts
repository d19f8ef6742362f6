import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { composeIndex } from '$lib/views/pages/index-sujets';

export const entries = entriesOfFonds;

export const load = ({ params }) =>
  loadPage(params.fonds, SANS_CHOIX, (engine, choix) => composeIndex(engine, 'priorites', choix));
