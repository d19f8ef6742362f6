import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { LIGNES_SOMME, SOMME, SOMMES } from './portee';

/** Grants by priority; what no source ties to a priority keeps its own row. */
export const accordeByPriorite = defineQuestion({
  nom: 'accorde-by-priorite',
  choix: PARAMETRES,
  sql: `
    WITH ${SOMMES},
    liens AS (
      SELECT priorite_id, bool_or(precision = 'derive') AS rapproche
      FROM projets_priorites GROUP BY priorite_id
    )
    SELECT r.priorite_id, r.nom, r.portee AS portee_priorite, coalesce(l.rapproche, false) AS rapproche,
           p.portee, ${SOMME}
    FROM parts p
    JOIN priorites r ON r.priorite_id = p.priorite_id
    LEFT JOIN liens l ON l.priorite_id = p.priorite_id
    GROUP BY r.priorite_id, r.nom, r.portee, l.rapproche, p.portee,
             p.portee = 'inconnue' AND p.nature = 'arrondi'
    ORDER BY p.portee, montant DESC, r.priorite_id`,
  lignes: {
    priorite_id: 'texte',
    nom: 'texte',
    portee_priorite: 'texte',
    rapproche: 'booleen',
    portee: 'texte',
    ...LIGNES_SOMME,
  },
});
