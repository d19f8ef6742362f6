import { loadCahier } from '$lib/server/cahier';
import { entriesOfSujet } from '$lib/server/sujets';
import { composeCahierTerritoire } from '$lib/views/pages/cahier';

export const entries = () => entriesOfSujet('territoire');

export const load = ({ params }) =>
  loadCahier(params.fonds, (engine) => composeCahierTerritoire(engine, params.territoire));
