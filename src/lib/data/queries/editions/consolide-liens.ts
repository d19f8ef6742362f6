import { defineQuestion } from '../../question';

/** Priorities of the projects: a project has one or more. */
export const consolidePriorites = defineQuestion({
  nom: 'consolide-priorites',
  choix: [],
  sql: `
    SELECT r.nom, l.projet_id
    FROM priorites r JOIN projets_priorites l ON l.priorite_id = r.priorite_id
    ORDER BY r.portee DESC, r.nom, l.projet_id`,
  lignes: { nom: 'texte', projet_id: 'texte' },
});

/** Objectives of the fund, each with the projects whose report of the exercice $1 says that they serve it. */
export const consolideObjectifs = defineQuestion({
  nom: 'consolide-objectifs',
  choix: ['exercice'],
  sql: `
    WITH dits AS (
      SELECT s.choix_id, r.projet_id
      FROM reddition_objectifs s JOIN redditions r ON r.reddition_id = s.reddition_id AND r.exercice_id = $1
    )
    SELECT c.nom, d.projet_id
    FROM choix_questions c
    JOIN questions q ON q.question_id = c.question_id AND q.role = 'objectifs'
    LEFT JOIN dits d ON d.choix_id = c.choix_id
    ORDER BY c.ordre, d.projet_id`,
  lignes: { nom: 'texte', projet_id: 'texte?' },
});
