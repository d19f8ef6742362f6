import { SANS_CHOIX } from '$lib/domain/choix';
import { entriesOfFonds, loadPage } from '$lib/server/page';
import { composeApercu } from '$lib/views/pages/apercu';

export const entries = entriesOfFonds;

export const load = ({ params }) => loadPage(params.fonds, SANS_CHOIX, composeApercu);
