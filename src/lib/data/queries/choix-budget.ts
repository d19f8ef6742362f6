/** Choices that a sheet of the budget offers, under the names that the form gives them. */
export const choixOf = (feuille: 'depenses' | 'financement'): string => `
    choix AS (
      SELECT c.choix_id, c.nom, c.ordre
      FROM choix_questions c JOIN questions q ON q.question_id = c.question_id
      WHERE q.partie = 'budget' AND q.type_reponse = 'choix'
        AND starts_with(q.question_id, '${feuille}.')
    )`;
