import { defineQuestion } from '../../question';
import { CHOIX_EDITION, REDDITION_CHOISIE } from './choisis';

/** What projects write for the board alone: gaps, difficulties, what they ask, what becomes of a balance. */
export const notesConseil = defineQuestion({
  nom: 'notes-conseil',
  choix: CHOIX_EDITION,
  sql: `
    SELECT r.exercice_id, p.projet_id, p.titre, q.question_id, q.libelle, n.valeur_texte AS texte
    FROM reddition_notes n
    JOIN redditions r ON r.reddition_id = n.reddition_id
    JOIN projets p ON p.projet_id = r.projet_id
    JOIN exercices x ON x.exercice_id = r.exercice_id
    JOIN questions q ON q.question_id = n.question_id
    WHERE n.valeur_texte IS NOT NULL AND ${REDDITION_CHOISIE}
    ORDER BY x.debut DESC, q.ordre, p.projet_id, n.rang`,
  lignes: {
    exercice_id: 'texte',
    projet_id: 'texte',
    titre: 'texte',
    question_id: 'texte',
    libelle: 'texte',
    texte: 'texte',
  },
});
