/**
 * Payments split by the priorities of their project, to the cent and by the rule that splits grants: each part
 * rounded toward zero, the cents left to the largest remainders. Each has its reach in the choices, bound as for
 * `PARTS`; the exercice is that of the payment.
 */
export const VERSES = `
  parts_cents AS (
    SELECT v.versement_id, coalesce(l.priorite_id, 'non-publiee') AS priorite_id,
           abs(CAST(v.montant_verse * 100 AS BIGINT)) * coalesce(l.part_pour_cent, 100) AS centiemes,
           abs(CAST(v.montant_verse * 100 AS BIGINT)) AS cents
    FROM versements v
    JOIN bailleurs b ON b.bailleur_id = v.bailleur_id AND b.compte
    LEFT JOIN projets_priorites l ON l.projet_id = v.projet_id
  ),
  parts_entieres AS (
    SELECT versement_id, priorite_id, centiemes // 100 AS entiers,
           row_number() OVER (
             PARTITION BY versement_id ORDER BY centiemes % 100 DESC, priorite_id
           ) AS rang,
           cents - sum(centiemes // 100) OVER (PARTITION BY versement_id) AS restants
    FROM parts_cents
  ),
  verses AS (
    SELECT * FROM (
      SELECT v.cycle_id, v.territoire_id, v.exercice_id, v.source_id, v.provenance, e.priorite_id,
             sign(v.montant_verse)
               * CAST(e.entiers + CAST(e.rang <= e.restants AS INTEGER) AS DECIMAL(16, 0))
               * 0.01 AS montant_verse,
             CASE
               WHEN ($1::VARCHAR IS NOT NULL AND v.cycle_id <> $1)
                 OR ($4::VARCHAR IS NOT NULL AND v.exercice_id <> $4)
                 OR ($6::VARCHAR IS NOT NULL AND v.date_versement > CAST($6 AS DATE)) THEN NULL
               WHEN ($2::VARCHAR IS NULL OR v.territoire_id = $2)
                AND ($3::VARCHAR IS NULL OR e.priorite_id = $3)
                AND ($5::VARCHAR IS NULL OR j.organisme_id = $5) THEN 'connue'
               WHEN ($2 IS NULL OR v.territoire_id = $2 OR t.nature = 'non-ventile')
                AND ($3 IS NULL OR e.priorite_id = $3 OR e.priorite_id = 'non-publiee')
                AND ($5 IS NULL OR j.organisme_id = $5 OR j.organisme_id IS NULL)
                 THEN 'inconnue'
             END AS portee
      FROM versements v
      JOIN parts_entieres e ON e.versement_id = v.versement_id
      JOIN projets j ON j.projet_id = v.projet_id
      JOIN territoires t ON t.territoire_id = v.territoire_id
    ) WHERE portee IS NOT NULL
  )`;
