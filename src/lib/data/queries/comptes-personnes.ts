import type { Dimension } from '../../domain/choix';
import { defineQuestion } from '../question';

/**
 * People counted by reports, a row a question, a cycle and a subject, the latest cycle first; of the one chosen
 * where one is. No number where it is hidden, or where nothing was counted.
 */
const comptesOf = (portee: Dimension, table: string) =>
  defineQuestion({
    nom: `comptes-personnes-${portee}`,
    choix: ['cycle', portee],
    sql: `
    SELECT q.question_id, q.libelle, q.definition, q.role, p.cycle_id, c.nom AS cycle,
           s.${portee}_id AS sujet_id, s.nom AS sujet, p.nombre
    FROM comptes_personnes p
    JOIN questions q ON q.question_id = p.question_id
    JOIN cycles c ON c.cycle_id = p.cycle_id
    JOIN ${table} s ON s.${portee}_id = p.${portee}_id
    WHERE p.portee = '${portee}'
      AND ($1::VARCHAR IS NULL OR p.cycle_id = $1)
      AND ($2::VARCHAR IS NULL OR p.${portee}_id = $2)
    ORDER BY c.debut DESC, q.ordre, q.question_id,
             p.nombre DESC NULLS LAST, strip_accents(lower(s.nom)), sujet_id`,
    lignes: {
      question_id: 'texte',
      libelle: 'texte',
      definition: 'texte',
      role: 'texte?',
      cycle_id: 'texte',
      cycle: 'texte',
      sujet_id: 'texte',
      sujet: 'texte',
      nombre: 'nombre?',
    },
  });

export const comptesTerritoire = comptesOf('territoire', 'territoires');
export const comptesPriorite = comptesOf('priorite', 'priorites');
export const comptesOrganisme = comptesOf('organisme', 'organismes');

export const COMPTES_PERSONNES = {
  territoire: comptesTerritoire,
  priorite: comptesPriorite,
  organisme: comptesOrganisme,
} as const;

/** Of the whole fund. */
export const comptesCycle = comptesOf('cycle', 'cycles');
