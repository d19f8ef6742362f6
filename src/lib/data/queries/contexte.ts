import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** Envelopes of funders who are shown as context and never added. */
export const contexte = defineQuestion({
  nom: 'contexte',
  choix: ['cycle', 'au'],
  sql: `
    SELECT b.nom AS bailleur, e.cycle_id, e.montant_enveloppe AS enveloppe, e.precision
    FROM enveloppes e JOIN bailleurs b ON b.bailleur_id = e.bailleur_id AND NOT b.compte
    WHERE ($1::VARCHAR IS NULL OR e.cycle_id = $1) AND ${dejaLa('e.date_effet', 2)}
    ORDER BY e.cycle_id, e.enveloppe_id`,
  lignes: { bailleur: 'texte', cycle_id: 'texte', enveloppe: 'nombre', precision: 'texte' },
});
