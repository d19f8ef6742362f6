import { defineQuestion } from '../question';

/**
 * Answers to the public questions, in totals of the fund: one row a question and exercice that has a
 * total, or one row a choice. A choice too small to be told keeps its row, without a number.
 */
export const reponsesPubliques = defineQuestion({
  nom: 'reponses-publiques',
  choix: [],
  sql: `
    WITH couples AS (SELECT DISTINCT question_id, exercice_id FROM totaux_reponses)
    SELECT q.question_id, q.code, q.section, q.libelle, q.definition, q.type_reponse, q.role,
           k.exercice_id, c.choix_id, c.nom AS choix,
           t.nombre_redditions, t.total_nombre, t.total_montant
    FROM couples k
    JOIN questions q ON q.question_id = k.question_id AND q.edition = 'public'
    JOIN exercices x ON x.exercice_id = k.exercice_id
    LEFT JOIN choix_questions c ON c.question_id = q.question_id
    LEFT JOIN totaux_reponses t
      ON t.question_id = k.question_id AND t.exercice_id = k.exercice_id
     AND t.choix_id IS NOT DISTINCT FROM c.choix_id
    ORDER BY q.ordre, q.question_id, x.debut, c.ordre, c.choix_id`,
  lignes: {
    question_id: 'texte',
    code: 'texte',
    section: 'texte',
    libelle: 'texte',
    definition: 'texte',
    type_reponse: 'texte',
    role: 'texte?',
    exercice_id: 'texte',
    choix_id: 'texte?',
    choix: 'texte?',
    nombre_redditions: 'nombre?',
    total_nombre: 'nombre?',
    total_montant: 'nombre?',
  },
});
