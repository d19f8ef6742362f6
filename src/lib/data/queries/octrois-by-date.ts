import { defineQuestion } from '../question';
import { LIGNES_SOMME, PARTS, SOMME } from './portee';

/** Grants by cycle and day of announcement, for the cumulated line of a cycle. */
export const octroisByDate = defineQuestion({
  nom: 'octrois-by-date',
  choix: ['cycle', 'territoire', 'priorite', 'exercice'],
  sql: `
    WITH ${PARTS}
    SELECT p.cycle_id, p.portee, CAST(p.date_annonce AS VARCHAR) AS date_annonce,
           a.date_precision, a.titre, c.montant_publie, c.precision AS publie_precision, ${SOMME}
    FROM parts p JOIN annonces a ON a.annonce_id = p.annonce_id
    LEFT JOIN controles c
      ON c.evenement_id = a.annonce_id AND c.objet = 'octrois' AND c.territoires = 'ensemble'
    GROUP BY p.cycle_id, p.portee, p.date_annonce, a.date_precision, a.titre,
             c.montant_publie, c.precision
    ORDER BY p.date_annonce, a.titre, p.portee`,
  lignes: {
    cycle_id: 'texte',
    portee: 'texte',
    date_annonce: 'texte',
    date_precision: 'texte?',
    titre: 'texte',
    montant_publie: 'nombre?',
    publie_precision: 'texte?',
    ...LIGNES_SOMME,
  },
});
