import { DIMENSIONS } from '../../../domain/choix';
import { defineQuestion } from '../../question';
import { PROJET_DE_REDDITION, REDDITION_CHOISIE } from './choisis';

/** What projects write for the board alone: gaps, difficulties, what they ask, what becomes of a balance. */
export const notesConseil = defineQuestion({
  nom: 'notes-conseil',
  choix: DIMENSIONS,
  sql: `
    SELECT r.exercice_id, p.projet_id, p.titre, q.question_id, q.libelle, n.valeur_texte AS texte
    FROM reddition_notes n
    JOIN redditions r ON r.reddition_id = n.reddition_id
    ${PROJET_DE_REDDITION}
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
