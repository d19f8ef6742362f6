import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { VERSES } from './portee';

/** Payments by cycle, bucket and exercice in which they were made. */
export const verseByExercice = defineQuestion({
  nom: 'verse-by-exercice',
  choix: PARAMETRES,
  sql: `
    WITH ${VERSES}
    SELECT v.cycle_id, v.territoire_id, v.exercice_id, v.portee, sum(v.montant_verse) AS montant
    FROM verses v
    GROUP BY ALL
    ORDER BY v.cycle_id, v.exercice_id, v.territoire_id, v.portee`,
  lignes: {
    cycle_id: 'texte',
    territoire_id: 'texte',
    exercice_id: 'texte',
    portee: 'texte',
    montant: 'nombre',
  },
});
