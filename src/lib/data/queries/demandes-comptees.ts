import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/**
 * Applications counted by cycle, call, territory or priority. `noms` are what the row is about, one a line: several
 * where small ones were put together. At a past day what is granted is what was decided by then, of the projects that
 * the row counts: those granted since its own day are in none; a priority has no such sum, as a project may have several.
 */
export const demandesComptees = defineQuestion({
  nom: 'demandes-comptees',
  choix: ['cycle', 'au'],
  sql: `
    WITH comptes AS (
      SELECT d.*, string_split(
               coalesce(d.mis_ensemble, d.appel_id, d.territoire_id, d.priorite_id, ''), '+'
             ) AS ids
      FROM comptes_demandes d
      WHERE ($1::VARCHAR IS NULL OR d.cycle_id = $1) AND ${dejaLa('d.date_effet', 2)}
    ),
    premieres AS (SELECT projet_id, min(date_effet) AS jour FROM octrois GROUP BY projet_id),
    decides AS (
      SELECT p.cycle_id, a.appel_id, p.territoire_id, f.jour, sum(o.montant_accorde) AS montant
      FROM octrois o
      JOIN premieres f ON f.projet_id = o.projet_id
      JOIN bailleurs b ON b.bailleur_id = o.bailleur_id AND b.compte
      JOIN projets p ON p.projet_id = o.projet_id
      JOIN annonces a ON a.annonce_id = p.annonce_id AND a.appel_id IS NOT NULL
      WHERE ${dejaLa('o.date_effet', 2)}
      GROUP BY ALL
    ),
    accordes AS (
      SELECT c.compte_id, sum(d.montant) AS montant
      FROM comptes c
      JOIN decides d ON d.cycle_id = c.cycle_id AND (c.date_effet IS NULL OR d.jour <= c.date_effet)
       AND (c.portee = 'cycle'
            OR (c.portee = 'appel' AND list_contains(c.ids, d.appel_id))
            OR (c.portee = 'territoire' AND list_contains(c.ids, d.territoire_id)))
      GROUP BY c.compte_id
    ),
    choses AS (
      SELECT 'appel' AS portee, appel_id AS id, titre AS nom, strftime(date_ouverture, '%Y-%m-%d') AS rang
      FROM appels
      UNION ALL SELECT 'territoire', territoire_id, nom, printf('%05d', ordre) FROM territoires
      UNION ALL SELECT 'priorite', priorite_id, nom, nom FROM priorites
    ),
    nommes AS (
      SELECT c.compte_id, string_agg(x.nom, chr(10) ORDER BY x.rang, x.id) AS noms, min(x.rang) AS rang
      FROM comptes c JOIN choses x ON x.portee = c.portee AND list_contains(c.ids, x.id)
      GROUP BY c.compte_id
    )
    SELECT c.compte_id, c.cycle_id, c.portee, array_to_string(c.ids, '+') AS ids, n.noms,
           c.nombre_demandes, c.nombre_accordees, c.nombre_non_accordees, c.nombre_refusees,
           c.nombre_retirees, c.nombre_en_attente, c.montant_demande,
           CASE WHEN $2::VARCHAR IS NULL THEN c.montant_accorde ELSE a.montant END AS montant_accorde,
           CAST(c.date_effet AS VARCHAR) AS date_effet,
           s.source_id, s.editeur, s.titre AS source, s.url, s.date_source, c.provenance
    FROM comptes c
    JOIN sources s ON s.source_id = c.source_id
    LEFT JOIN accordes a ON a.compte_id = c.compte_id
    LEFT JOIN nommes n ON n.compte_id = c.compte_id
    ORDER BY c.cycle_id DESC, c.portee, n.rang, c.compte_id`,
  lignes: {
    compte_id: 'texte',
    cycle_id: 'texte',
    portee: 'texte',
    ids: 'texte',
    noms: 'texte?',
    nombre_demandes: 'nombre',
    nombre_accordees: 'nombre',
    nombre_non_accordees: 'nombre',
    nombre_refusees: 'nombre?',
    nombre_retirees: 'nombre?',
    nombre_en_attente: 'nombre?',
    montant_demande: 'nombre',
    montant_accorde: 'nombre?',
    date_effet: 'texte?',
    source_id: 'texte',
    editeur: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
  },
});
