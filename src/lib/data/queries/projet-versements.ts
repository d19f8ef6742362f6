import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** Payments to one project, bound to $2, in time. */
export const projetVersements = defineQuestion({
  nom: 'projet-versements',
  choix: ['au'],
  autres: 1,
  sql: `
    SELECT v.versement_id, CAST(v.date_versement AS VARCHAR) AS date_versement, v.date_precision,
           v.exercice_id, v.montant_verse AS montant,
           s.source_id, s.editeur, s.titre AS source, s.url, s.date_source, v.provenance
    FROM versements v
    JOIN bailleurs b ON b.bailleur_id = v.bailleur_id AND b.compte
    JOIN sources s ON s.source_id = v.source_id
    WHERE ($2::VARCHAR IS NULL OR v.projet_id = $2) AND ${dejaLa('v.date_versement', 1)}
    ORDER BY v.date_versement, v.versement_id`,
  lignes: {
    versement_id: 'texte',
    date_versement: 'texte',
    date_precision: 'texte?',
    exercice_id: 'texte',
    montant: 'nombre',
    source_id: 'texte',
    editeur: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
  },
});
