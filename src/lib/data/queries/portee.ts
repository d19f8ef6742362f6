/**
 * Grants split by priority, each with its reach in the choices bound to $1 cycle, $2 territoire,
 * $3 priorite, $4 exercice, $5 organisme and $6 au: `connue` when it answers them, `inconnue` when it is
 * coarser than they are (its bucket, priority or recipient is not public), and left out otherwise.
 * A grant without a day is there at any day: nothing says that it came later.
 */
export const PARTS = `
  parts AS (
    SELECT * FROM (
      SELECT o.octroi_id, o.cycle_id, o.territoire_id, o.exercice_id, o.annonce_id, o.projet_id,
             coalesce(o.date_decision, o.date_annonce) AS date_octroi, o.date_precision, o.nature, o.precision, o.methode, o.source_id, o.provenance,
             v.priorite_id, v.montant_accorde,
             CASE
               WHEN ($1::VARCHAR IS NOT NULL AND o.cycle_id <> $1)
                 OR ($4::VARCHAR IS NOT NULL AND o.exercice_id <> $4)
                 OR ($6::VARCHAR IS NOT NULL
                     AND o.date_effet > CAST($6 AS DATE)) THEN NULL
               WHEN ($2::VARCHAR IS NULL OR o.territoire_id = $2)
                AND ($3::VARCHAR IS NULL OR v.priorite_id = $3)
                AND ($5::VARCHAR IS NULL OR j.organisme_id = $5) THEN 'connue'
               WHEN ($2 IS NULL OR o.territoire_id = $2 OR t.nature = 'non-ventile')
                AND ($3 IS NULL OR v.priorite_id = $3 OR v.priorite_id = 'non-publiee')
                AND ($5 IS NULL OR j.organisme_id = $5 OR j.organisme_id IS NULL)
                 THEN 'inconnue'
             END AS portee
      FROM octrois o
      JOIN ventilations v ON v.octroi_id = o.octroi_id
      JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
      JOIN territoires t ON t.territoire_id = o.territoire_id
      LEFT JOIN projets j ON j.projet_id = o.projet_id
    ) WHERE portee IS NOT NULL
  )`;

/** Sum and precisions of a group of parts, which the query calls `p`. */
export const SOMME = `
  sum(montant_accorde) AS montant,
  string_agg(DISTINCT p.precision, ',' ORDER BY p.precision) AS precisions,
  bool_and(p.nature = 'arrondi') AS arrondi_seul`;

export const LIGNES_SOMME = {
  montant: 'nombre?',
  precisions: 'texte?',
  arrondi_seul: 'booleen?',
} as const;

/** Whether a row with a day (`jour`, a column) was there at the day bound to `$n`. */
export const dejaLa = (jour: string, n: number): string =>
  `($${n}::VARCHAR IS NULL OR ${jour} IS NULL OR ${jour} <= CAST($${n} AS DATE))`;
