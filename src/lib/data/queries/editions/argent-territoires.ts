import { defineQuestion } from '../../question';

/** Envelope, granted, paid and spent by cycle and territory, to the cent; spent as the budgets that came say it. */
export const argentTerritoires = defineQuestion({
  nom: 'argent-territoires',
  choix: ['cycle', 'territoire'],
  sql: `
    WITH enveloppe AS (
      SELECT cycle_id, territoire_id, sum(montant_enveloppe) AS montant
      FROM enveloppes_comptees GROUP BY ALL
    ),
    accorde AS (
      SELECT cycle_id, territoire_id, sum(montant_accorde) AS montant FROM octrois_ventiles GROUP BY ALL
    ),
    verse AS (
      SELECT cycle_id, territoire_id, sum(montant_verse) AS montant FROM versements_ventiles GROUP BY ALL
    ),
    depense AS (
      SELECT p.cycle_id, p.territoire_id, sum(d.montant_paye) AS montant
      FROM depenses d
      JOIN redditions r ON r.reddition_id = d.reddition_id
      JOIN projets p ON p.projet_id = r.projet_id
      GROUP BY ALL
    )
    SELECT c.cycle_id, t.nom AS territoire, e.montant AS enveloppe, a.montant AS accorde, v.montant AS verse,
           d.montant AS depense
    FROM cycles c CROSS JOIN territoires t
    LEFT JOIN enveloppe e ON e.cycle_id = c.cycle_id AND e.territoire_id = t.territoire_id
    LEFT JOIN accorde a ON a.cycle_id = c.cycle_id AND a.territoire_id = t.territoire_id
    LEFT JOIN verse v ON v.cycle_id = c.cycle_id AND v.territoire_id = t.territoire_id
    LEFT JOIN depense d ON d.cycle_id = c.cycle_id AND d.territoire_id = t.territoire_id
    WHERE ($1::VARCHAR IS NULL OR c.cycle_id = $1) AND ($2::VARCHAR IS NULL OR t.territoire_id = $2)
      AND coalesce(e.montant, a.montant, v.montant, d.montant) IS NOT NULL
    ORDER BY c.debut DESC, t.ordre`,
  lignes: {
    cycle_id: 'texte',
    territoire: 'texte',
    enveloppe: 'nombre?',
    accorde: 'nombre?',
    verse: 'nombre?',
    depense: 'nombre?',
  },
});
