const porteeOf = (jour: string) => `
             CASE
               WHEN ($1::VARCHAR IS NOT NULL AND o.cycle_id <> $1)
                 OR ($4::VARCHAR IS NOT NULL AND o.exercice_id <> $4)
                 OR ($6::VARCHAR IS NOT NULL AND ${jour} > CAST($6 AS DATE)) THEN NULL
               WHEN ($2::VARCHAR IS NULL OR o.territoire_id = $2)
                AND ($3::VARCHAR IS NULL OR o.priorite_id = $3)
                AND ($5::VARCHAR IS NULL OR o.organisme_id = $5) THEN 'connue'
               WHEN ($2 IS NULL OR o.territoire_id = $2 OR o.non_ventile)
                AND ($3 IS NULL OR o.priorite_id = $3 OR o.priorite_id = 'non-publiee')
                AND ($5 IS NULL OR o.organisme_id = $5 OR o.organisme_id IS NULL)
                 THEN 'inconnue'
             END`;

/**
 * Grants split by priority, each with its reach in the choices bound to $1 cycle, $2 territoire,
 * $3 priorite, $4 exercice, $5 organisme and $6 au: `connue` when it answers them, `inconnue` when it is
 * coarser than they are (its bucket, priority or recipient is not public), and left out otherwise.
 * A grant without a day is there at any day: nothing says that it came later.
 */
export const PARTS = `
  parts AS (
    SELECT * FROM (
      SELECT o.*,
             ${porteeOf('o.date_effet')} AS portee
      FROM octrois_ventiles o
    ) WHERE portee IS NOT NULL
  )`;

/** Payments split by priority, each with its reach in the same choices; the exercice is that of the payment. */
export const VERSES = `
  verses AS (
    SELECT * FROM (
      SELECT o.*,
             ${porteeOf('o.date_versement')} AS portee
      FROM versements_ventiles o
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
