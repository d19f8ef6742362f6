import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { LIGNES_SOMME, SOMME, SOMMES } from './portee';

/** Grants by cycle and exercice, every exercice of the cycle in order; `annee` counts from its start. */
export const accordeByExercice = defineQuestion({
  nom: 'accorde-by-exercice',
  choix: PARAMETRES,
  sql: `
    WITH ${SOMMES},
    accorde AS (SELECT cycle_id, exercice_id, portee, ${SOMME} FROM parts p GROUP BY ALL)
    SELECT c.cycle_id, x.exercice_id,
           CAST(x.debut AS VARCHAR) AS debut, CAST(x.fin AS VARCHAR) AS fin,
           CAST(year(x.debut) - year(c.debut) + 1 AS INTEGER) AS annee,
           a.portee, a.montant, a.precisions, a.arrondi_seul
    FROM cycles c
    JOIN exercices x ON x.debut <= c.fin AND x.fin >= c.debut
    LEFT JOIN accorde a ON a.cycle_id = c.cycle_id AND a.exercice_id = x.exercice_id
    WHERE ($1::VARCHAR IS NULL OR c.cycle_id = $1) AND ($4::VARCHAR IS NULL OR x.exercice_id = $4)
    ORDER BY c.debut, x.debut, a.portee`,
  lignes: {
    cycle_id: 'texte',
    exercice_id: 'texte',
    debut: 'texte',
    fin: 'texte',
    annee: 'nombre',
    portee: 'texte?',
    ...LIGNES_SOMME,
  },
});
