import { defineQuestion } from '../question';

/** What each filter offers, in the order it is shown; priorities that no grant nor project carries are left out. */
export const options = defineQuestion({
  nom: 'options',
  choix: [],
  sql: `
    SELECT * FROM (
      SELECT 'cycle' AS dimension, cycle_id AS id, nom,
             CAST(row_number() OVER (ORDER BY debut DESC) AS INTEGER) AS ordre FROM cycles
      UNION ALL
      SELECT 'territoire', territoire_id, nom, ordre FROM territoires
      UNION ALL
      SELECT 'priorite', priorite_id, nom,
             CAST(row_number() OVER (ORDER BY portee = 'non-publiee', nom) AS INTEGER)
      FROM priorites WHERE priorite_id IN (
        SELECT priorite_id FROM ventilations UNION ALL SELECT priorite_id FROM projets_priorites
      )
      UNION ALL
      SELECT 'exercice', exercice_id, exercice_id,
             CAST(row_number() OVER (ORDER BY debut DESC) AS INTEGER) FROM exercices
      UNION ALL
      SELECT 'organisme', organisme_id, nom,
             CAST(row_number() OVER (ORDER BY strip_accents(lower(nom)), organisme_id) AS INTEGER)
      FROM organismes WHERE organisme_id IN (SELECT organisme_id FROM projets)
    ) ORDER BY dimension, ordre`,
  lignes: { dimension: 'texte', id: 'texte', nom: 'texte', ordre: 'nombre' },
});
