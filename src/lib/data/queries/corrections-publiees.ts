import { defineQuestion } from '../question';

/** Values changed by hand: received, shown, who, when and why. They are about rows, and obey no choice. */
export const correctionsPubliees = defineQuestion({
  nom: 'corrections-publiees',
  choix: [],
  sql: `
    SELECT correction_id, ligne_visee, donnee, valeur_recue, valeur_corrigee, auteur,
           CAST(date_correction AS VARCHAR) AS date_correction, motif
    FROM corrections
    ORDER BY date_correction DESC, correction_id`,
  lignes: {
    correction_id: 'texte',
    ligne_visee: 'texte',
    donnee: 'texte',
    valeur_recue: 'texte?',
    valeur_corrigee: 'texte?',
    auteur: 'texte',
    date_correction: 'texte',
    motif: 'texte',
  },
});
