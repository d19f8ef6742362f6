import { defineQuestion } from '../question';
import { choixOf } from './choix-budget';

/** Where the money of the projects comes from, named as the form names it. */
export const financementsBySource = defineQuestion({
  nom: 'financements-by-source',
  choix: [],
  sql: `
    WITH ${choixOf('financement')}
    SELECT f.exercice_id, f.financement_id AS cle, s.nom, f.nombre_projets, f.montant_prevu AS prevu,
           f.montant_confirme AS confirme, f.montant_recu AS recu
    FROM totaux_financements f
    JOIN exercices x ON x.exercice_id = f.exercice_id
    LEFT JOIN choix s ON s.choix_id = f.financement_id
    ORDER BY x.debut DESC, f.financement_id IS NULL, s.ordre, f.financement_id`,
  lignes: {
    exercice_id: 'texte',
    cle: 'texte?',
    nom: 'texte?',
    nombre_projets: 'nombre?',
    prevu: 'nombre',
    confirme: 'nombre',
    recu: 'nombre',
  },
});
