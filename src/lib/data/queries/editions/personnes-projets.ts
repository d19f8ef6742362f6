import { DIMENSIONS } from '../../../domain/choix';
import { defineQuestion } from '../../question';
import { PROJET_DE_REDDITION, REDDITION_CHOISIE } from './choisis';

/** People counted by each report, exact, one row a question in the order of the form; null was not counted. */
export const personnesProjets = defineQuestion({
  nom: 'personnes-projets',
  choix: DIMENSIONS,
  sql: `
    SELECT r.exercice_id, p.projet_id, p.titre, q.question_id, q.libelle, n.nombre
    FROM reddition_personnes n
    JOIN redditions r ON r.reddition_id = n.reddition_id
    ${PROJET_DE_REDDITION}
    JOIN questions q ON q.question_id = n.question_id
    WHERE ${REDDITION_CHOISIE}
    ORDER BY x.debut DESC, p.projet_id, q.ordre`,
  lignes: {
    exercice_id: 'texte',
    projet_id: 'texte',
    titre: 'texte',
    question_id: 'texte',
    libelle: 'texte',
    nombre: 'nombre?',
  },
});
