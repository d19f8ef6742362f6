import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** Announcements and calls as published; a source gives them for the whole region, whatever the bucket. */
export const annoncesResume = defineQuestion({
  nom: 'annonces-resume',
  choix: ['cycle', 'exercice', 'au'],
  sql: `
    SELECT a.annonce_id, a.cycle_id, a.titre, CAST(a.date_annonce AS VARCHAR) AS date_annonce,
           a.date_precision, a.nombre_projets, d.montant_demande, d.precision AS demande_precision,
           d.nombre_demandes, d.nombre_precision
    FROM annonces a
    LEFT JOIN demandes d ON d.annonce_id = a.annonce_id
    WHERE ($1::VARCHAR IS NULL OR a.cycle_id = $1) AND ${dejaLa('a.date_annonce', 3)}
      AND EXISTS (
        SELECT 1 FROM octrois o
        WHERE o.annonce_id = a.annonce_id AND ($2::VARCHAR IS NULL OR o.exercice_id = $2)
      )
    ORDER BY a.date_annonce, a.annonce_id`,
  lignes: {
    annonce_id: 'texte',
    cycle_id: 'texte',
    titre: 'texte',
    date_annonce: 'texte',
    date_precision: 'texte?',
    nombre_projets: 'nombre?',
    montant_demande: 'nombre?',
    demande_precision: 'texte?',
    nombre_demandes: 'nombre?',
    nombre_precision: 'texte?',
  },
});
