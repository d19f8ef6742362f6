import { defineQuestion } from '../../question';

/**
 * Indicators of the reports of the exercice $1, summed: `redditions` of them have the indicator, `dites` tell what was
 * reached. The target is that of those that tell it, so that the two compare.
 */
export const consolideResultats = defineQuestion({
  nom: 'consolide-resultats',
  choix: ['exercice'],
  sql: `
    SELECT n.indicateur, n.unite, count(DISTINCT n.reddition_id) AS redditions,
           count(DISTINCT n.reddition_id) FILTER (n.realise IS NOT NULL) AS dites,
           sum(n.cible) FILTER (n.realise IS NOT NULL) AS cible, sum(n.realise) AS realise
    FROM resultats n JOIN redditions r ON r.reddition_id = n.reddition_id AND r.exercice_id = $1
    GROUP BY ALL
    ORDER BY n.indicateur, n.unite NULLS LAST`,
  lignes: {
    indicateur: 'texte',
    unite: 'texte?',
    redditions: 'nombre',
    dites: 'nombre',
    cible: 'nombre?',
    realise: 'nombre?',
  },
});

/** People counted by the reports of the exercice $1, question by question; `dites` of them counted. */
export const consolidePersonnes = defineQuestion({
  nom: 'consolide-personnes',
  choix: ['exercice'],
  sql: `
    SELECT q.libelle, count(n.nombre) AS dites, sum(n.nombre) AS nombre
    FROM reddition_personnes n
    JOIN redditions r ON r.reddition_id = n.reddition_id AND r.exercice_id = $1
    JOIN questions q ON q.question_id = n.question_id
    GROUP BY q.question_id, q.libelle, q.ordre
    ORDER BY q.ordre`,
  lignes: { libelle: 'texte', dites: 'nombre', nombre: 'nombre?' },
});
