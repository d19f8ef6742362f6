import { defineQuestion } from '../question';

/** What projects aim for and what they reported, by indicator, the latest cycle first. */
export const resultatsByIndicateur = defineQuestion({
  nom: 'resultats-by-indicateur',
  choix: [],
  sql: `
    SELECT r.cycle_id, c.nom AS cycle, r.indicateur, r.unite, r.nombre_projets, r.cible, r.realise
    FROM totaux_resultats r JOIN cycles c ON c.cycle_id = r.cycle_id
    ORDER BY c.debut DESC, r.nombre_projets DESC, r.indicateur, r.unite`,
  lignes: {
    cycle_id: 'texte',
    cycle: 'texte',
    indicateur: 'texte',
    unite: 'texte',
    nombre_projets: 'nombre',
    cible: 'nombre',
    realise: 'nombre',
  },
});
