import { entriesOfSujet, loadSujet } from '$lib/server/sujets';

export const entries = () => entriesOfSujet('priorite');

export const load = ({ params }) => loadSujet(params.fonds, 'priorite', params.priorite);
