import { defineQuestion } from '../question';

/** What changed the envelopes after they were set: transfers, additions and returns, in time. */
export const mouvementsEnveloppe = defineQuestion({
  nom: 'mouvements-enveloppe',
  choix: [],
  sql: `
    SELECT e.enveloppe_id, e.cycle_id, e.mouvement, CAST(e.date_effet AS VARCHAR) AS date_effet,
           e.territoire_id, t.nom AS territoire, b.nom AS bailleur,
           e.montant_enveloppe AS montant, e.precision AS precisions, e.source_id, e.provenance
    FROM enveloppes e
    JOIN bailleurs b ON b.bailleur_id = e.bailleur_id AND b.compte
    JOIN territoires t ON t.territoire_id = e.territoire_id
    WHERE e.mouvement <> 'initiale'
    ORDER BY e.date_effet, e.cycle_id, e.enveloppe_id`,
  lignes: {
    enveloppe_id: 'texte',
    cycle_id: 'texte',
    mouvement: 'texte',
    date_effet: 'texte?',
    territoire_id: 'texte',
    territoire: 'texte',
    bailleur: 'texte',
    montant: 'nombre',
    precisions: 'texte',
    source_id: 'texte',
    provenance: 'texte',
  },
});
