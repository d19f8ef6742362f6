import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** What each cycle set aside, between which days, and whether its payments are published. The envelope of a cycle obeys the choice of cycle alone. */
export const cyclesResume = defineQuestion({
  nom: 'cycles-resume',
  choix: ['cycle', 'au'],
  sql: `
    SELECT c.cycle_id, c.nom, CAST(c.debut AS VARCHAR) AS debut, CAST(c.fin AS VARCHAR) AS fin,
           c.couverture, c.couverture_note,
           sum(e.montant_enveloppe) AS enveloppe,
           string_agg(DISTINCT e.precision, ',' ORDER BY e.precision) AS enveloppe_precisions,
           EXISTS (SELECT 1 FROM versements v WHERE v.cycle_id = c.cycle_id AND ${dejaLa('v.date_versement', 2)}) AS versements_publies
    FROM cycles c
    LEFT JOIN (
      SELECT e.* FROM enveloppes_comptees e WHERE ${dejaLa('e.date_effet', 2)}
    ) e ON e.cycle_id = c.cycle_id
    WHERE $1::VARCHAR IS NULL OR c.cycle_id = $1
    GROUP BY ALL ORDER BY max(c.debut) DESC`,
  lignes: {
    cycle_id: 'texte',
    nom: 'texte',
    debut: 'texte',
    fin: 'texte',
    couverture: 'texte',
    couverture_note: 'texte',
    enveloppe: 'nombre?',
    enveloppe_precisions: 'texte?',
    versements_publies: 'booleen',
  },
});
