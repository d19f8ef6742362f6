import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** What sources say was asked, with what was granted at the same announcement, for cycles whose applications are not counted one by one. */
export const demandesPubliees = defineQuestion({
  nom: 'demandes-publiees',
  choix: ['cycle', 'au'],
  sql: `
    WITH accordes AS (
      SELECT o.annonce_id, sum(o.montant_accorde) AS montant,
             string_agg(DISTINCT o.precision, ',' ORDER BY o.precision) AS precisions
      FROM octrois o JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
      WHERE o.annonce_id IS NOT NULL AND ${dejaLa('o.date_effet', 2)}
      GROUP BY o.annonce_id
    )
    SELECT d.demande_id, coalesce(a.cycle_id, p.cycle_id) AS cycle_id,
           coalesce(a.titre, p.titre) AS titre, d.nombre_demandes, d.nombre_precision,
           d.montant_demande, d.precision AS montant_precision, a.nombre_projets,
           o.montant AS montant_accorde, o.precisions,
           s.source_id, s.editeur, s.titre AS source, s.url, s.date_source, d.provenance
    FROM demandes d
    LEFT JOIN annonces a ON a.annonce_id = d.annonce_id
    LEFT JOIN appels p ON p.appel_id = d.appel_id
    LEFT JOIN accordes o ON o.annonce_id = d.annonce_id
    JOIN sources s ON s.source_id = d.source_id
    WHERE ($1::VARCHAR IS NULL OR coalesce(a.cycle_id, p.cycle_id) = $1)
      AND ${dejaLa('d.date_effet', 2)}
      AND coalesce(a.cycle_id, p.cycle_id) NOT IN (SELECT cycle_id FROM comptes_demandes)
    ORDER BY d.date_effet, d.demande_id`,
  lignes: {
    demande_id: 'texte',
    cycle_id: 'texte',
    titre: 'texte',
    nombre_demandes: 'nombre?',
    nombre_precision: 'texte?',
    montant_demande: 'nombre',
    montant_precision: 'texte',
    nombre_projets: 'nombre?',
    montant_accorde: 'nombre?',
    precisions: 'texte?',
    source_id: 'texte',
    editeur: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
  },
});
