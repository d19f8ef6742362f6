import { defineQuestion } from '../question';
import { dejaLa } from './portee';

/** Calls for projects in time, with where they were read. */
export const appelsListe = defineQuestion({
  nom: 'appels-liste',
  choix: ['cycle', 'au'],
  sql: `
    SELECT a.appel_id, a.cycle_id, a.titre, CAST(a.date_ouverture AS VARCHAR) AS date_ouverture,
           CAST(a.date_limite AS VARCHAR) AS date_limite,
           s.source_id, s.editeur, s.titre AS source, s.url, s.date_source
    FROM appels a JOIN sources s ON s.source_id = a.source_id
    WHERE ($1::VARCHAR IS NULL OR a.cycle_id = $1)
      AND ${dejaLa('coalesce(a.date_ouverture, a.date_limite)', 2)}
    ORDER BY coalesce(a.date_ouverture, a.date_limite) DESC NULLS LAST, a.appel_id`,
  lignes: {
    appel_id: 'texte',
    cycle_id: 'texte',
    titre: 'texte',
    date_ouverture: 'texte?',
    date_limite: 'texte?',
    source_id: 'texte',
    editeur: 'texte',
    source: 'texte',
    url: 'texte?',
    date_source: 'texte?',
  },
});
