import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { dejaLa, LIGNES_SOMME, SOMME, SOMMES } from './portee';

/** Envelope and grants by cycle and bucket; the buckets that no source splits keep their own row. */
export const enveloppeByTerritoire = defineQuestion({
  nom: 'enveloppe-by-territoire',
  choix: PARAMETRES,
  sql: `
    WITH ${SOMMES},
    accorde AS (SELECT cycle_id, territoire_id, portee, ${SOMME} FROM parts p GROUP BY ALL),
    enveloppe AS (
      SELECT e.cycle_id, e.territoire_id, sum(e.montant_enveloppe) AS enveloppe,
             string_agg(DISTINCT e.precision, ',' ORDER BY e.precision) AS enveloppe_precisions
      FROM enveloppes_comptees e
      WHERE ${dejaLa('e.date_effet', 6)}
      GROUP BY ALL
    ),
    cases AS (
      SELECT c.cycle_id, c.debut, t.territoire_id, t.nom, t.nature, t.ordre
      FROM cycles c CROSS JOIN territoires t
      WHERE ($1::VARCHAR IS NULL OR c.cycle_id = $1)
        AND ($2::VARCHAR IS NULL OR t.territoire_id = $2 OR t.nature = 'non-ventile')
    )
    SELECT k.cycle_id, k.territoire_id, k.nom, k.nature, k.ordre, a.portee, a.montant, a.precisions,
           a.arrondi_seul, e.enveloppe, e.enveloppe_precisions
    FROM cases k
    LEFT JOIN accorde a ON a.cycle_id = k.cycle_id AND a.territoire_id = k.territoire_id
    LEFT JOIN enveloppe e ON e.cycle_id = k.cycle_id AND e.territoire_id = k.territoire_id
    ORDER BY k.debut DESC, k.ordre, a.portee`,
  lignes: {
    cycle_id: 'texte',
    territoire_id: 'texte',
    nom: 'texte',
    nature: 'texte',
    ordre: 'nombre',
    portee: 'texte?',
    ...LIGNES_SOMME,
    enveloppe: 'nombre?',
    enveloppe_precisions: 'texte?',
  },
});
