import { defineQuestion } from '../../question';

/** An exercice, $1: whether it is over at the date of the data, and its reports. No row for one that is not known. */
export const consolideExercice = defineQuestion({
  nom: 'consolide-exercice',
  choix: ['exercice'],
  sql: `
    SELECT x.exercice_id, CAST(x.fin AS VARCHAR) AS fin, x.fin <= f.date_donnees AS termine,
           count(r.reddition_id) AS redditions, count(r.reddition_id) FILTER (r.etat <> 'attendue') AS recues
    FROM exercices x CROSS JOIN fonds f LEFT JOIN redditions r ON r.exercice_id = x.exercice_id
    WHERE x.exercice_id = $1
    GROUP BY ALL`,
  lignes: {
    exercice_id: 'texte',
    fin: 'texte',
    termine: 'booleen',
    redditions: 'nombre',
    recues: 'nombre',
  },
});

/**
 * The fund's own money by cycle, in the exercice $1 (`cumul` false) and from its start to the end of it (`cumul`
 * true); spent is what the budgets that came say, null where none did.
 */
export const consolideFonds = defineQuestion({
  nom: 'consolide-fonds',
  choix: ['exercice'],
  sql: `
    WITH x AS (SELECT * FROM exercices WHERE exercice_id = $1),
    mouvements AS (
      SELECT a.cycle_id, a.date_apport AS jour, a.nature, a.montant_apport AS montant
      FROM apports a JOIN bailleurs b ON b.bailleur_id = a.bailleur_id AND b.compte
      UNION ALL
      SELECT cycle_id, date_effet, 'accorde', montant_accorde FROM octrois_ventiles
      UNION ALL
      SELECT cycle_id, date_versement, 'verse', montant_verse FROM versements_ventiles
      UNION ALL
      SELECT p.cycle_id, e.fin, 'depense', m.montant_depense_budget
      FROM rapprochements m
      JOIN redditions r ON r.reddition_id = m.reddition_id
      JOIN projets p ON p.projet_id = r.projet_id
      JOIN exercices e ON e.exercice_id = r.exercice_id
    )
    SELECT u.cumul, m.cycle_id,
           sum(m.montant) FILTER (m.nature = 'recu') AS recu,
           sum(m.montant) FILTER (m.nature = 'accorde') AS accorde,
           sum(m.montant) FILTER (m.nature = 'verse') AS verse,
           sum(m.montant) FILTER (m.nature = 'depense') AS depense,
           sum(m.montant) FILTER (m.nature = 'frais') AS frais,
           sum(m.montant) FILTER (m.nature = 'retour') AS retour
    FROM mouvements m CROSS JOIN x CROSS JOIN (VALUES (false), (true)) u(cumul)
    WHERE m.jour <= x.fin AND (u.cumul OR m.jour >= x.debut)
    GROUP BY ALL
    ORDER BY u.cumul, m.cycle_id`,
  lignes: {
    cumul: 'booleen',
    cycle_id: 'texte',
    recu: 'nombre?',
    accorde: 'nombre?',
    verse: 'nombre?',
    depense: 'nombre?',
    frais: 'nombre?',
    retour: 'nombre?',
  },
});
