import { entriesOfSujet, loadSujet } from '$lib/server/sujets';

export const entries = () => entriesOfSujet('organisme');

export const load = ({ params }) => loadSujet(params.fonds, 'organisme', params.organisme);
