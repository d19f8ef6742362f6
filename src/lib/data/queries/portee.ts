/**
 * Rows of a derived table that is split by priority, as `nom`, each with its reach in the choices bound to
 * $1 cycle, $2 territoire, $3 priorite, $4 exercice, $5 organisme and $6 au: `connue` when it answers them,
 * `inconnue` when it is coarser than they are (its bucket, priority or recipient is not public), and left out
 * otherwise. A row without a day (`jour`, a column) is there at any day: nothing says that it came later.
 */
const withPortee = (nom: string, table: string, jour: string): string => `
  ${nom} AS (
    SELECT * FROM (
      SELECT *,
             CASE
               WHEN ($1::VARCHAR IS NOT NULL AND cycle_id <> $1)
                 OR ($4::VARCHAR IS NOT NULL AND exercice_id <> $4)
                 OR ($6::VARCHAR IS NOT NULL AND ${jour} > CAST($6 AS DATE)) THEN NULL
               WHEN ($2::VARCHAR IS NULL OR territoire_id = $2)
                AND ($3::VARCHAR IS NULL OR priorite_id = $3)
                AND ($5::VARCHAR IS NULL OR organisme_id = $5) THEN 'connue'
               WHEN ($2 IS NULL OR territoire_id = $2 OR non_ventile)
                AND ($3 IS NULL OR priorite_id = $3 OR priorite_id = 'non-publiee')
                AND ($5 IS NULL OR organisme_id = $5 OR organisme_id IS NULL)
                 THEN 'inconnue'
             END AS portee
      FROM ${table}
    ) WHERE portee IS NOT NULL
  )`;

/** Grants split by priority, with their reach: one row a grant and a priority. */
export const PARTS = withPortee('parts', 'octrois_ventiles', 'date_effet');

/** The same grants to add up: those that figures never tell apart are one row. */
export const SOMMES = withPortee('parts', 'octrois_agreges', 'date_effet');

/** Where they were read. */
export const LUS = withPortee('parts', 'octrois_lus', 'date_effet');

/** Payments split by priority, with their reach; the exercice is that of the payment. */
export const VERSES = withPortee('verses', 'versements_ventiles', 'date_versement');

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
