import { defineQuestion } from '../question';

/** Projects that a source names, with what was granted; coarser than the choices where the place or priority is unknown. */
export const projetsPublies = defineQuestion({
  nom: 'projets-publies',
  choix: ['cycle', 'territoire', 'priorite', 'exercice'],
  sql: `
    SELECT p.projet_id, p.titre, g.nom AS organisme, t.nom AS territoire, p.cycle_id, p.annonce_id,
           string_agg(r.nom, ', ' ORDER BY r.priorite_id) AS priorites,
           any_value(o.montant) AS montant, any_value(o.precisions) AS precisions,
           any_value(o.exercice_id) AS exercice_id,
           CASE WHEN ($2::VARCHAR IS NULL OR p.territoire_id = $2)
                 AND ($3::VARCHAR IS NULL OR bool_or(r.priorite_id = $3))
                THEN 'connue' ELSE 'inconnue' END AS portee
    FROM projets p
    JOIN territoires t ON t.territoire_id = p.territoire_id
    JOIN projets_priorites l ON l.projet_id = p.projet_id
    JOIN priorites r ON r.priorite_id = l.priorite_id
    LEFT JOIN organismes g ON g.organisme_id = p.organisme_id
    LEFT JOIN (
      SELECT projet_id, sum(montant_accorde) AS montant, min(exercice_id) AS exercice_id,
             string_agg(DISTINCT precision, ',' ORDER BY precision) AS precisions
      FROM octrois WHERE projet_id IS NOT NULL GROUP BY projet_id
    ) o ON o.projet_id = p.projet_id
    WHERE ($1::VARCHAR IS NULL OR p.cycle_id = $1)
      AND ($4::VARCHAR IS NULL OR o.exercice_id = $4 OR o.exercice_id IS NULL)
      AND ($2 IS NULL OR p.territoire_id = $2 OR t.nature = 'non-ventile')
    GROUP BY p.projet_id, p.titre, g.nom, t.nom, p.cycle_id, p.annonce_id, p.territoire_id
    HAVING $3 IS NULL OR bool_or(r.priorite_id = $3 OR r.priorite_id = 'non-publiee')
    ORDER BY montant DESC NULLS LAST, p.projet_id`,
  lignes: {
    projet_id: 'texte',
    titre: 'texte',
    organisme: 'texte?',
    territoire: 'texte',
    cycle_id: 'texte',
    annonce_id: 'texte?',
    priorites: 'texte',
    montant: 'nombre?',
    precisions: 'texte?',
    exercice_id: 'texte?',
    portee: 'texte',
  },
});
