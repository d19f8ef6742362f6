import { entriesOfSujet, loadSujet } from '$lib/server/sujets';

export const entries = () => entriesOfSujet('territoire');

export const load = ({ params }) => loadSujet(params.fonds, 'territoire', params.territoire);
