import { defineQuestion } from '../question';

/** Population of each MRC, and of those with a low income, where a source gives them. */
export const populationMrc = defineQuestion({
  nom: 'population-mrc',
  choix: [],
  sql: `
    SELECT t.territoire_id, t.nom, t.population, t.population_annee AS annee,
           t.population_faible_revenu AS faible_revenu, s.source_id, s.editeur,
           s.titre AS source, s.url, s.date_source
    FROM territoires t LEFT JOIN sources s ON s.source_id = t.population_source_id
    WHERE t.nature = 'mrc'
    ORDER BY t.ordre`,
  lignes: {
    territoire_id: 'texte',
    nom: 'texte',
    population: 'nombre?',
    annee: 'nombre?',
    faible_revenu: 'nombre?',
    source_id: 'texte?',
    editeur: 'texte?',
    source: 'texte?',
    url: 'texte?',
    date_source: 'texte?',
  },
});
