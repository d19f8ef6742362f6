import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { dejaLa, LIGNES_SOMME, SOMME, SOMMES } from './portee';

/** Grants by cycle and day, for the cumulated line of a cycle: that of the decision where it is public, else of the announcement. */
export const octroisByDate = defineQuestion({
  nom: 'octrois-by-date',
  choix: PARAMETRES,
  sql: `
    WITH ${SOMMES}
    SELECT p.cycle_id, p.portee, CAST(p.date_octroi AS VARCHAR) AS date_octroi,
           p.date_precision, a.titre, c.montant_publie, c.precision AS publie_precision, ${SOMME}
    FROM parts p
    LEFT JOIN annonces a ON a.annonce_id = p.annonce_id AND ${dejaLa('a.date_annonce', 6)}
    LEFT JOIN controles c
      ON c.evenement_id = a.annonce_id AND c.objet = 'octrois' AND c.territoires = 'ensemble'
     AND ${dejaLa('c.date_effet', 6)}
    GROUP BY p.cycle_id, p.portee, p.date_octroi, p.date_precision, a.titre,
             c.montant_publie, c.precision
    ORDER BY p.date_octroi, a.titre, p.portee`,
  lignes: {
    cycle_id: 'texte',
    portee: 'texte',
    date_octroi: 'texte',
    date_precision: 'texte?',
    titre: 'texte?',
    montant_publie: 'nombre?',
    publie_precision: 'texte?',
    ...LIGNES_SOMME,
  },
});
