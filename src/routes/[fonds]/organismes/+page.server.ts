import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { composeOrganismes } from '$lib/views/pages/organismes';

export const entries = entriesOfFonds;

export const load = ({ params }) => loadPage(params.fonds, SANS_CHOIX, composeOrganismes);
