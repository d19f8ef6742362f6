import { defineQuestion } from '../question';

/** The fund's own money by cycle and funder, the latest cycle first. */
export const bilansByCycle = defineQuestion({
  nom: 'bilans-by-cycle',
  choix: [],
  sql: `
    SELECT c.cycle_id, c.nom AS cycle, b.bailleur_id, b.nom AS bailleur,
           m.montant_recu AS recu, m.montant_accorde AS accorde, m.montant_verse AS verse,
           m.montant_frais AS frais, m.montant_retourne AS retourne,
           m.montant_encaisse AS encaisse, m.montant_depense AS depense, m.redditions_comptees
    FROM bilans_cycles m
    JOIN cycles c ON c.cycle_id = m.cycle_id
    JOIN bailleurs b ON b.bailleur_id = m.bailleur_id
    ORDER BY c.debut DESC, b.bailleur_id`,
  lignes: {
    cycle_id: 'texte',
    cycle: 'texte',
    bailleur_id: 'texte',
    bailleur: 'texte',
    recu: 'nombre',
    accorde: 'nombre',
    verse: 'nombre',
    frais: 'nombre',
    retourne: 'nombre',
    encaisse: 'nombre',
    depense: 'nombre?',
    redditions_comptees: 'nombre?',
  },
});
