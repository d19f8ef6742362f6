import { defineQuestion } from '../question';

/** Priorities that one project, bound to $1, answers, and for what share. */
export const projetPriorites = defineQuestion({
  nom: 'projet-priorites',
  choix: [],
  autres: 1,
  sql: `
    SELECT l.projet_id, r.priorite_id, r.nom, r.portee, l.part_pour_cent, l.precision
    FROM projets_priorites l JOIN priorites r ON r.priorite_id = l.priorite_id
    WHERE $1::VARCHAR IS NULL OR l.projet_id = $1
    ORDER BY l.part_pour_cent DESC, r.priorite_id`,
  lignes: {
    projet_id: 'texte',
    priorite_id: 'texte',
    nom: 'texte',
    portee: 'texte',
    part_pour_cent: 'nombre',
    precision: 'texte',
  },
});
