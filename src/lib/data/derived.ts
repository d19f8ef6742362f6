/**
 * Tables joined once from published ones, so that the questions of every choice join and plan less. An engine
 * makes each when a question first reads it; a reader who takes the SQL of a question gets them written in it.
 */

/** Grants of the fund's own money, split by priority: one row a grant and a priority. */
const octroisVentiles = `
  SELECT o.octroi_id, o.cycle_id, o.territoire_id, o.exercice_id, o.annonce_id, o.projet_id,
         coalesce(o.date_decision, o.date_annonce) AS date_octroi, o.date_effet, o.date_precision,
         o.nature, o.precision, o.methode, o.source_id, o.provenance,
         v.priorite_id, v.montant_accorde, j.organisme_id, t.nature = 'non-ventile' AS non_ventile
  FROM octrois o
  JOIN ventilations v ON v.octroi_id = o.octroi_id
  JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
  JOIN territoires t ON t.territoire_id = o.territoire_id
  LEFT JOIN projets j ON j.projet_id = o.projet_id`;

/**
 * Grants split by priority, those that figures never tell apart added up: what is summed for each choice is as
 * small as the fund is simple, however many grants it has.
 */
const octroisAgreges = `
  SELECT cycle_id, territoire_id, exercice_id, annonce_id, projet_id, date_octroi, date_effet, date_precision,
         nature, precision, priorite_id, organisme_id, non_ventile, sum(montant_accorde) AS montant_accorde
  FROM (${octroisVentiles}
  )
  GROUP BY ALL`;

/** Where grants were read, with what the choices look at. */
const octroisLus = `
  SELECT DISTINCT cycle_id, territoire_id, exercice_id, projet_id, date_effet, priorite_id, organisme_id,
         non_ventile, source_id, provenance
  FROM (${octroisVentiles}
  )`;

/**
 * Payments split by the priorities of their project, to the cent and by the rule that splits grants: each part
 * rounded toward zero, the cents left to the largest remainders.
 */
const versementsVentiles = `
  WITH parts_cents AS (
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
  )
  SELECT v.cycle_id, v.territoire_id, v.exercice_id, v.date_versement, v.source_id, v.provenance,
         e.priorite_id, j.organisme_id, t.nature = 'non-ventile' AS non_ventile,
         sign(v.montant_verse)
           * CAST(e.entiers + CAST(e.rang <= e.restants AS INTEGER) AS DECIMAL(16, 0))
           * 0.01 AS montant_verse
  FROM versements v
  JOIN parts_entieres e ON e.versement_id = v.versement_id
  JOIN projets j ON j.projet_id = v.projet_id
  JOIN territoires t ON t.territoire_id = v.territoire_id`;

/** Projects that a source names, with the priorities that name them, and these words as a search compares them. */
const projetsNommes = `
  WITH liens AS (
    SELECT l.projet_id, list(r.priorite_id) AS priorite_ids,
           string_agg(r.nom, ', ' ORDER BY l.part_pour_cent DESC, r.priorite_id) AS priorites,
           bool_or(r.portee = 'non-publiee') AS priorite_inconnue
    FROM projets_priorites l JOIN priorites r ON r.priorite_id = l.priorite_id
    GROUP BY l.projet_id
  )
  SELECT p.projet_id, p.titre, p.organisme_id, g.nom AS organisme, p.territoire_id,
         t.nom AS territoire, p.cycle_id, p.annonce_id, p.date_effet,
         CAST(p.debut AS VARCHAR) AS debut, CAST(p.fin AS VARCHAR) AS fin,
         l.priorites, l.priorite_ids, l.priorite_inconnue, t.nature = 'non-ventile' AS non_ventile,
         p.projet_id IN (SELECT projet_id FROM octrois WHERE projet_id IS NOT NULL) AS a_octroi,
         strip_accents(lower(replace(concat_ws(' ', p.projet_id, p.titre, g.nom, t.nom, l.priorites),
           '’', ''''))) AS mots
  FROM projets p
  JOIN territoires t ON t.territoire_id = p.territoire_id
  JOIN liens l ON l.projet_id = p.projet_id
  LEFT JOIN organismes g ON g.organisme_id = p.organisme_id`;

/** Moves of the envelopes of the fund's own money. */
const enveloppesComptees = `
  SELECT e.cycle_id, e.territoire_id, e.date_effet, e.montant_enveloppe, e.precision, e.source_id, e.provenance
  FROM enveloppes e
  JOIN bailleurs b ON b.bailleur_id = e.bailleur_id AND b.compte`;

const DERIVED: Readonly<Record<string, string>> = {
  octrois_ventiles: octroisVentiles,
  octrois_agreges: octroisAgreges,
  octrois_lus: octroisLus,
  versements_ventiles: versementsVentiles,
  projets_nommes: projetsNommes,
  enveloppes_comptees: enveloppesComptees,
};

const readBy = (sql: string): [nom: string, definition: string][] =>
  Object.entries(DERIVED).filter(([nom]) => new RegExp(`\\b${nom}\\b`).test(sql));

/** SQL over published tables alone: the derived tables that it reads are written before it. */
export function withDerived(sql: string): string {
  const read = readBy(sql).map(([nom, definition]) => `${nom} AS (${definition}\n    )`);
  if (read.length === 0) return sql;
  const body = sql.trim();
  const rest = body.startsWith('WITH ') ? `,\n    ${body.slice('WITH '.length)}` : `\n    ${body}`;
  return `\n    WITH ${read.join(',\n    ')}${rest}`;
}

/**
 * Prepares statements, after the derived tables that they read: each is made once. They belong to the
 * connection that `run` writes to: what readers write on another does not see them.
 */
export function prepareWithDerived<Statement>(
  run: (sql: string) => Promise<unknown>,
  prepare: (sql: string) => Promise<Statement>,
): (sql: string) => Promise<Statement> {
  const made = new Map<string, Promise<unknown>>();
  return async (sql) => {
    for (const [nom, definition] of readBy(sql)) {
      const table = made.get(nom) ?? run(`CREATE TEMPORARY TABLE ${nom} AS ${definition}`);
      made.set(nom, table);
      await table;
    }
    return prepare(sql);
  };
}
