import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { LIGNES_SOMME, SOMME, SOMMES } from './portee';

/** Grants by priority and bucket, all cycles of the choices added up. */
export const accordeByPrioriteTerritoire = defineQuestion({
  nom: 'accorde-by-priorite-territoire',
  choix: PARAMETRES,
  sql: `
    WITH ${SOMMES}
    SELECT r.priorite_id, r.nom AS priorite, r.portee AS portee_priorite,
           t.territoire_id, t.nom AS territoire, t.ordre, p.portee, ${SOMME}
    FROM parts p
    JOIN priorites r ON r.priorite_id = p.priorite_id
    JOIN territoires t ON t.territoire_id = p.territoire_id
    GROUP BY r.priorite_id, r.nom, r.portee, t.territoire_id, t.nom, t.ordre, p.portee,
             p.portee = 'inconnue' AND p.nature = 'arrondi'
    ORDER BY r.priorite_id, t.ordre, p.portee, montant`,
  lignes: {
    priorite_id: 'texte',
    priorite: 'texte',
    portee_priorite: 'texte',
    territoire_id: 'texte',
    territoire: 'texte',
    ordre: 'nombre',
    portee: 'texte',
    ...LIGNES_SOMME,
  },
});
