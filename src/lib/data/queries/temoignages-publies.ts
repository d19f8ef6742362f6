import { defineQuestion } from '../question';

/** Words of people who consent to their publication, the latest exercice first. */
export const temoignagesPublies = defineQuestion({
  nom: 'temoignages-publies',
  choix: [],
  sql: `
    SELECT t.temoignage_id, t.exercice_id, t.temoignage
    FROM temoignages t JOIN exercices x ON x.exercice_id = t.exercice_id
    ORDER BY x.debut DESC, t.temoignage_id`,
  lignes: { temoignage_id: 'texte', exercice_id: 'texte', temoignage: 'texte' },
});
