import { DIMENSIONS } from '../../../domain/choix';
import { defineQuestion } from '../../question';
import { PROJET_DE_REDDITION, REDDITION_CHOISIE } from './choisis';

/** Reports by project, the latest exercice first, with what each lacks and how late it is or was. */
export const redditionsSuivies = defineQuestion({
  nom: 'redditions-suivies',
  choix: DIMENSIONS,
  sql: `
    SELECT r.reddition_id, r.exercice_id, p.projet_id, p.titre, g.nom AS organisme, t.nom AS territoire,
           CAST(r.date_echeance AS VARCHAR) AS echeance, r.etat, r.ponctualite, r.jours_retard,
           CAST(r.date_reception AS VARCHAR) AS reception, r.manques,
           r.date_echeance <= f.date_donnees AS echue
    FROM redditions r
    ${PROJET_DE_REDDITION}
    JOIN territoires t ON t.territoire_id = p.territoire_id
    CROSS JOIN fonds f
    LEFT JOIN organismes g ON g.organisme_id = p.organisme_id
    WHERE ${REDDITION_CHOISIE}
    ORDER BY x.debut DESC, p.projet_id`,
  lignes: {
    reddition_id: 'texte',
    exercice_id: 'texte',
    projet_id: 'texte',
    titre: 'texte',
    organisme: 'texte?',
    territoire: 'texte',
    echeance: 'texte',
    etat: 'texte',
    ponctualite: 'texte?',
    jours_retard: 'nombre?',
    reception: 'texte?',
    manques: 'texte?',
    echue: 'booleen',
  },
});
