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
    SELECT r.exercice_id, p.projet_id, p.titre, t.nom AS territoire, m.montant_accorde AS accorde,
           m.montant_verse AS verse, m.montant_verse_exercice AS verse_exercice,
           m.montant_depense_budget AS depense_budget, m.montant_depense_bilan AS depense_bilan,
           m.montant_solde AS solde, m.ecarts,
           p.fin IS NOT NULL AND p.fin <= f.date_donnees AS termine,
           row_number() OVER (PARTITION BY p.projet_id ORDER BY x.debut DESC) = 1 AS derniere,
           s.jour AS solde_date, m.montant_verse - m.montant_solde AS depense_cumulee,
           v.montant AS verse_cumule, v.montant - m.montant_verse + m.montant_solde AS solde_cumule
    FROM rapprochements m
    JOIN redditions r ON r.reddition_id = m.reddition_id
    ${PROJET_DE_REDDITION}
    JOIN territoires t ON t.territoire_id = p.territoire_id
    CROSS JOIN fonds f
    CROSS JOIN LATERAL (
      SELECT CASE WHEN p.fin <= least(x.fin, f.date_donnees) THEN f.date_donnees ELSE x.fin END AS jour
    ) s
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(v.montant_verse), 0) AS montant
      FROM versements v JOIN bailleurs b ON b.bailleur_id = v.bailleur_id AND b.compte
      WHERE v.projet_id = p.projet_id AND v.date_versement <= s.jour
    ) v
    WHERE ${REDDITION_CHOISIE}
    ORDER BY x.debut DESC, p.projet_id`,
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
