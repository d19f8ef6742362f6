import { loadCahier } from '$lib/server/cahier';
import { entriesOfFonds } from '$lib/server/page';
import { composeCahier } from '$lib/views/pages/cahier';

export const entries = entriesOfFonds;

export const load = ({ params }) => loadCahier(params.fonds, composeCahier);
