import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { composeAppels } from '$lib/views/pages/appels';

export const entries = entriesOfFonds;

export const load = ({ params }) => loadPage(params.fonds, SANS_CHOIX, composeAppels);
