import { DIMENSIONS } from '../../../domain/choix';
import { defineQuestion } from '../../question';
import { PROJET_DE_REDDITION, REDDITION_CHOISIE } from './choisis';

/**
 * Granted, paid and spent of each report that came, in dollars: granted, paid and the balance run up to the end of
 * the exercice, what was paid and spent within it stand beside. `derniere` is the last report of its project.
 * `depense_cumulee`, `verse_cumule` and `solde_cumule` are those of the project on `solde_date`: the date of the data
 * where the report covers the end of a project that is over, since its last payment follows it; else the end of the
 * exercice.
 */
export const rapprochementsProjets = defineQuestion({
  nom: 'rapprochements-projets',
  choix: DIMENSIONS,
  sql: `
    WITH rapproches AS (
    SELECT r.exercice_id, p.projet_id, p.titre, t.nom AS territoire, m.montant_accorde AS accorde,
           m.montant_verse AS verse, m.montant_verse_exercice AS verse_exercice,
           m.montant_depense_budget AS depense_budget, m.montant_depense_bilan AS depense_bilan,
           m.montant_solde AS solde, m.ecarts, x.debut,
           m.montant_verse - m.montant_solde AS depense_cumulee,
           CASE WHEN p.fin <= least(x.fin, f.date_donnees) THEN f.date_donnees ELSE x.fin END AS solde_date,
           p.fin IS NOT NULL AND p.fin <= f.date_donnees AS termine,
           row_number() OVER (PARTITION BY p.projet_id ORDER BY x.debut DESC) = 1 AS derniere
    FROM rapprochements m
    JOIN redditions r ON r.reddition_id = m.reddition_id
    ${PROJET_DE_REDDITION}
    JOIN territoires t ON t.territoire_id = p.territoire_id
    CROSS JOIN fonds f
    WHERE ${REDDITION_CHOISIE}
    ),
    verses AS (
      SELECT s.projet_id, s.solde_date, sum(v.montant_verse) AS montant
      FROM (SELECT DISTINCT projet_id, solde_date FROM rapproches) s
      JOIN versements v ON v.projet_id = s.projet_id AND v.date_versement <= s.solde_date
      JOIN bailleurs b ON b.bailleur_id = v.bailleur_id AND b.compte
      GROUP BY ALL
    )
    SELECT r.* EXCLUDE (debut), coalesce(v.montant, 0) AS verse_cumule,
           coalesce(v.montant, 0) - r.depense_cumulee AS solde_cumule
    FROM rapproches r LEFT JOIN verses v USING (projet_id, solde_date)
    ORDER BY r.debut DESC, r.projet_id`,
  lignes: {
    exercice_id: 'texte',
    projet_id: 'texte',
    titre: 'texte',
    territoire: 'texte',
    accorde: 'nombre',
    verse: 'nombre',
    verse_exercice: 'nombre',
    depense_budget: 'nombre?',
    depense_bilan: 'nombre?',
    solde: 'nombre?',
    ecarts: 'texte?',
    termine: 'booleen',
    derniere: 'booleen',
    solde_date: 'texte',
    depense_cumulee: 'nombre?',
    verse_cumule: 'nombre',
    solde_cumule: 'nombre?',
  },
});
