import { defineQuestion } from '../question';

/** Days on which something was granted, amended or moved between buckets, and how many such rows. */
export const joursDecision = defineQuestion({
  nom: 'jours-decision',
  choix: [],
  sql: `
    SELECT CAST(jour AS VARCHAR) AS jour, CAST(sum(octroi) AS INTEGER) AS octrois,
           CAST(sum(1 - octroi) AS INTEGER) AS mouvements
    FROM (
      SELECT o.date_effet AS jour, 1 AS octroi
      FROM octrois o JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
      UNION ALL
      SELECT e.date_effet, 0
      FROM enveloppes e JOIN bailleurs b ON b.bailleur_id = e.bailleur_id AND b.compte
    ) WHERE jour IS NOT NULL
    GROUP BY jour ORDER BY jour`,
  lignes: { jour: 'texte', octrois: 'nombre', mouvements: 'nombre' },
});
