import { defineQuestion } from '../question';

/** The fund itself: one row. */
export const fondsFiche = defineQuestion({
  nom: 'fonds-fiche',
  choix: [],
  sql: `
    SELECT fonds_id, nom, region, mandataire, courriel, CAST(date_donnees AS VARCHAR) AS date_donnees,
           (SELECT CAST(min(arrete_le) AS VARCHAR) FROM exercices) AS arrete_le, licence, licence_url, fictif, ordre
    FROM fonds`,
  lignes: {
    fonds_id: 'texte',
    nom: 'texte',
    region: 'texte',
    mandataire: 'texte',
    courriel: 'texte?',
    date_donnees: 'texte',
    arrete_le: 'texte?',
    licence: 'texte',
    licence_url: 'texte',
    fictif: 'booleen',
    ordre: 'nombre',
  },
});
