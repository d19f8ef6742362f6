import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** Decisions on one project, bound to $2, in time. */
export const projetOctrois = defineQuestion({
  nom: 'projet-octrois',
  choix: ['au'],
  autres: 1,
  sql: `
    SELECT o.octroi_id, CAST(coalesce(o.date_decision, o.date_annonce) AS VARCHAR) AS date_octroi,
           o.date_precision, o.nature, o.exercice_id, o.montant_accorde AS montant,
           o.precision AS precisions, o.resolution, o.methode, b.nom AS bailleur,
           s.source_id, s.editeur, s.titre AS source, s.url, s.date_source, o.provenance
    FROM octrois o
    JOIN bailleurs b ON b.bailleur_id = o.bailleur_id
    JOIN sources s ON s.source_id = o.source_id
    WHERE ($2::VARCHAR IS NULL OR o.projet_id = $2)
      AND ${dejaLa('o.date_effet', 1)}
    ORDER BY date_octroi, o.octroi_id`,
  lignes: {
    octroi_id: 'texte',
    date_octroi: 'texte?',
    date_precision: 'texte?',
    nature: 'texte',
    exercice_id: 'texte',
    montant: 'nombre',
    precisions: 'texte',
    resolution: 'texte?',
    methode: 'texte',
    bailleur: 'texte',
    source_id: 'texte',
    editeur: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
  },
});
