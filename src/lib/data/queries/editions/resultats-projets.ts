import { DIMENSIONS } from '../../../domain/choix';
import { defineQuestion } from '../../question';
import { PROJET_DE_REDDITION, REDDITION_CHOISIE } from './choisis';

/** What each report says of the indicators of its project, exact. */
export const resultatsProjets = defineQuestion({
  nom: 'resultats-projets',
  choix: DIMENSIONS,
  sql: `
    SELECT r.exercice_id, p.projet_id, p.titre, n.indicateur, n.unite, n.cible, n.realise, n.commentaire
    FROM resultats n
    JOIN redditions r ON r.reddition_id = n.reddition_id
    ${PROJET_DE_REDDITION}
    WHERE ${REDDITION_CHOISIE}
    ORDER BY x.debut DESC, p.projet_id, n.rang`,
  lignes: {
    exercice_id: 'texte',
    projet_id: 'texte',
    titre: 'texte',
    indicateur: 'texte',
    unite: 'texte?',
    cible: 'nombre?',
    realise: 'nombre?',
    commentaire: 'texte?',
  },
});
