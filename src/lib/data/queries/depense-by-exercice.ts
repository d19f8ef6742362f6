import { defineQuestion } from '../question';

/** What projects spent of the fund's money, by exercice that lies in one cycle: known for the whole fund only. */
export const depenseByExercice = defineQuestion({
  nom: 'depense-by-exercice',
  choix: ['cycle'],
  sql: `
    SELECT c.cycle_id, x.exercice_id, CAST(x.fin AS VARCHAR) AS fin, sum(d.montant_paye) AS montant
    FROM totaux_depenses d
    JOIN exercices x ON x.exercice_id = d.exercice_id
    JOIN cycles c ON x.debut >= c.debut AND x.fin <= c.fin
    WHERE $1::VARCHAR IS NULL OR c.cycle_id = $1
    GROUP BY c.cycle_id, x.exercice_id, x.fin
    ORDER BY x.fin`,
  lignes: { cycle_id: 'texte', exercice_id: 'texte', fin: 'texte', montant: 'nombre' },
});
