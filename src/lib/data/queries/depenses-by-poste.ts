import { defineQuestion } from '../question';
import { choixOf } from './choix-budget';

/** Expenses of the projects by item, named as the form names them; items put together have no name. */
export const depensesByPoste = defineQuestion({
  nom: 'depenses-by-poste',
  choix: [],
  sql: `
    WITH ${choixOf('depenses')}
    SELECT d.exercice_id, d.poste_id AS cle, p.nom, d.nombre_projets, d.montant_prevu AS prevu,
           d.montant_depense AS depense, d.montant_paye AS paye
    FROM totaux_depenses d
    JOIN exercices x ON x.exercice_id = d.exercice_id
    LEFT JOIN choix p ON p.choix_id = d.poste_id
    ORDER BY x.debut DESC, d.poste_id IS NULL, p.ordre, d.poste_id`,
  lignes: {
    exercice_id: 'texte',
    cle: 'texte?',
    nom: 'texte?',
    nombre_projets: 'nombre?',
    prevu: 'nombre',
    depense: 'nombre',
    paye: 'nombre',
  },
});
