/** Questions that readers ask, to open in the explorer: nothing is bound, and each runs over any fund. */
export const EXEMPLES = [
  {
    nom: 'accorde-par-territoire',
    sql: `SELECT t.nom AS territoire, o.cycle_id AS cycle,
       sum(o.montant_accorde) AS montant_accorde
FROM octrois o
JOIN territoires t ON t.territoire_id = o.territoire_id
JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
GROUP BY ALL
ORDER BY cycle DESC, montant_accorde DESC`,
  },
  {
    nom: 'accorde-par-exercice',
    sql: `SELECT o.exercice_id AS exercice,
       sum(o.montant_accorde) AS montant_accorde,
       string_agg(DISTINCT o.precision, ', ') AS precisions
FROM octrois o
JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
GROUP BY ALL
ORDER BY exercice`,
  },
  {
    nom: 'accorde-cumule',
    sql: `SELECT coalesce(o.date_decision, o.date_annonce) AS jour,
       sum(sum(o.montant_accorde)) OVER (ORDER BY jour) AS accorde_cumule
FROM octrois o
JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
GROUP BY jour
ORDER BY jour`,
  },
  {
    nom: 'accorde-par-priorite',
    sql: `SELECT p.nom AS priorite, sum(v.montant_accorde) AS montant_accorde
FROM ventilations v
JOIN octrois o ON o.octroi_id = v.octroi_id
JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
JOIN priorites p ON p.priorite_id = v.priorite_id
GROUP BY ALL
ORDER BY montant_accorde DESC`,
  },
  {
    nom: 'reste-par-cycle',
    sql: `WITH enveloppe AS (
  SELECT cycle_id, sum(montant_enveloppe) AS montant,
         string_agg(DISTINCT precision, ', ') AS precisions
  FROM enveloppes JOIN bailleurs USING (bailleur_id)
  WHERE compte GROUP BY cycle_id
), accorde AS (
  SELECT cycle_id, sum(montant_accorde) AS montant
  FROM octrois JOIN bailleurs USING (bailleur_id)
  WHERE compte GROUP BY cycle_id
)
SELECT c.nom AS cycle, e.montant AS enveloppe,
       e.precisions AS precision_enveloppe,
       a.montant AS montant_accorde,
       e.montant - a.montant AS reste,
       c.couverture
FROM cycles c
LEFT JOIN enveloppe e USING (cycle_id)
LEFT JOIN accorde a USING (cycle_id)
ORDER BY c.debut DESC`,
  },
  {
    nom: 'projets-les-plus-finances',
    sql: `SELECT p.titre AS projet, o.nom AS organisme, t.nom AS territoire,
       sum(x.montant_accorde) AS montant_accorde
FROM projets p
JOIN octrois x ON x.projet_id = p.projet_id
JOIN territoires t ON t.territoire_id = p.territoire_id
LEFT JOIN organismes o ON o.organisme_id = p.organisme_id
GROUP BY p.projet_id, p.titre, o.nom, t.nom
ORDER BY montant_accorde DESC
LIMIT 25`,
  },
  {
    nom: 'organismes',
    sql: `SELECT o.nom AS organisme, count(DISTINCT p.projet_id) AS projets,
       string_agg(DISTINCT p.cycle_id, ', ') AS cycles,
       sum(x.montant_accorde) AS montant_accorde
FROM organismes o
JOIN projets p ON p.organisme_id = o.organisme_id
LEFT JOIN octrois x ON x.projet_id = p.projet_id
GROUP BY o.organisme_id, o.nom
ORDER BY projets DESC, montant_accorde DESC NULLS LAST, organisme`,
  },
  {
    nom: 'totaux-verifies',
    sql: `SELECT s.titre AS source, c.objet, c.territoires,
       c.montant_publie, c.montant_calcule, c.ecart, c.resultat
FROM controles c
JOIN sources s ON s.source_id = c.source_id
ORDER BY c.resultat = 'conforme', abs(c.ecart) DESC`,
  },
  {
    nom: 'lignes-par-source',
    sql: `SELECT s.editeur, s.titre, s.date_source,
       count(*) AS octrois, sum(o.montant_accorde) AS montant_accorde
FROM octrois o
JOIN sources s ON s.source_id = o.source_id
GROUP BY ALL
ORDER BY s.date_source, s.titre`,
  },
] as const;

export type NomExemple = (typeof EXEMPLES)[number]['nom'];
