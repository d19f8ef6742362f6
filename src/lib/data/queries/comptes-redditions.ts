import { defineQuestion } from '../question';

/** Reports counted by state: by exercice, then by territory for those whose day has come. */
export const comptesRedditions = defineQuestion({
  nom: 'comptes-redditions',
  choix: [],
  sql: `
    SELECT c.portee, c.exercice_id, CAST(c.date_echeance AS VARCHAR) AS echeance,
           CAST(x.arrete_le AS VARCHAR) AS arrete_le, c.territoire_id, t.nom AS territoire, c.etat, c.nombre
    FROM comptes_redditions c
    LEFT JOIN exercices x ON x.exercice_id = c.exercice_id
    LEFT JOIN territoires t ON t.territoire_id = c.territoire_id
    ORDER BY c.portee, x.debut, t.ordre NULLS LAST, c.etat`,
  lignes: {
    portee: 'texte',
    exercice_id: 'texte?',
    echeance: 'texte?',
    arrete_le: 'texte?',
    territoire_id: 'texte?',
    territoire: 'texte?',
    etat: 'texte',
    nombre: 'nombre',
  },
});
