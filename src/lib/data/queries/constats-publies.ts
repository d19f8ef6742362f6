import { defineQuestion } from '../question';

/** Findings about the data, the most serious first. They are about files, and obey no choice. */
export const constatsPublies = defineQuestion({
  nom: 'constats-publies',
  choix: [],
  sql: `
    SELECT constat_id, gravite, regle, fichier, cellule, valeur, message
    FROM constats
    ORDER BY CASE gravite WHEN 'bloquant' THEN 1 WHEN 'avertissement' THEN 2 ELSE 3 END, constat_id`,
  lignes: {
    constat_id: 'texte',
    gravite: 'texte',
    regle: 'texte',
    fichier: 'texte',
    cellule: 'texte?',
    valeur: 'texte?',
    message: 'texte',
  },
});
