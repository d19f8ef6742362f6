import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { NOMMES } from './projets-publies';

/** Recipients with a named project, and what was granted to each within the choices. */
export const organismesListe = defineQuestion({
  nom: 'organismes-liste',
  choix: PARAMETRES,
  sql: `
    WITH ${NOMMES}
    SELECT g.organisme_id, g.nom, g.municipalite, t.nom AS siege,
           CAST(count(*) AS INTEGER) AS nombre_projets, sum(n.montant) AS montant,
           string_agg(DISTINCT n.precisions, ',' ORDER BY n.precisions) AS precisions
    FROM nommes n
    JOIN organismes g ON g.organisme_id = n.organisme_id
    LEFT JOIN territoires t ON t.territoire_id = g.siege_territoire_id
    WHERE n.portee = 'connue'
    GROUP BY g.organisme_id, g.nom, g.municipalite, t.nom
    ORDER BY montant DESC NULLS LAST, g.organisme_id`,
  lignes: {
    organisme_id: 'texte',
    nom: 'texte',
    municipalite: 'texte?',
    siege: 'texte?',
    nombre_projets: 'nombre',
    montant: 'nombre?',
    precisions: 'texte?',
  },
});
