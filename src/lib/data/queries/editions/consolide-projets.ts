import { defineQuestion } from '../../question';

/**
 * Projects of an exercice, $1: those that owe a report of it, and those paid in it without owing one. Granted and
 * paid run up to its end; `etat` is null without a report due, and so is what no report tells.
 */
export const consolideProjets = defineQuestion({
  nom: 'consolide-projets',
  choix: ['exercice'],
  sql: `
    WITH x AS (SELECT * FROM exercices WHERE exercice_id = $1),
    accorde AS (
      SELECT o.projet_id, sum(o.montant_accorde) AS montant
      FROM octrois_ventiles o CROSS JOIN x WHERE o.date_effet <= x.fin GROUP BY ALL
    ),
    verse AS (
      SELECT v.projet_id, sum(v.montant_verse) AS montant,
             sum(v.montant_verse) FILTER (v.date_versement >= x.debut) AS exercice
      FROM versements v JOIN bailleurs b ON b.bailleur_id = v.bailleur_id AND b.compte
      CROSS JOIN x WHERE v.date_versement <= x.fin GROUP BY ALL
    ),
    dues AS (
      SELECT r.projet_id, r.etat, r.date_echeance <= f.date_donnees AS echue,
             m.montant_depense_budget AS depense, m.montant_solde AS solde
      FROM redditions r JOIN x ON x.exercice_id = r.exercice_id CROSS JOIN fonds f
      LEFT JOIN rapprochements m ON m.reddition_id = r.reddition_id
    )
    SELECT p.projet_id, p.titre, g.nom AS organisme, p.territoire_id, t.nom AS territoire, d.etat,
           coalesce(d.echue, false) AS echue, a.montant AS accorde, v.montant AS verse,
           v.exercice AS verse_exercice, d.depense, d.solde
    FROM projets p
    JOIN territoires t ON t.territoire_id = p.territoire_id
    LEFT JOIN organismes g ON g.organisme_id = p.organisme_id
    LEFT JOIN accorde a ON a.projet_id = p.projet_id
    LEFT JOIN verse v ON v.projet_id = p.projet_id
    LEFT JOIN dues d ON d.projet_id = p.projet_id
    WHERE d.projet_id IS NOT NULL OR v.exercice IS NOT NULL
    ORDER BY t.ordre, p.projet_id`,
  lignes: {
    projet_id: 'texte',
    titre: 'texte',
    organisme: 'texte?',
    territoire_id: 'texte',
    territoire: 'texte',
    etat: 'texte?',
    echue: 'booleen',
    accorde: 'nombre?',
    verse: 'nombre?',
    verse_exercice: 'nombre?',
    depense: 'nombre?',
    solde: 'nombre?',
  },
});
