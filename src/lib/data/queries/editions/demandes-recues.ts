import { defineQuestion } from '../../question';

/** Applications one by one, the latest first. */
export const demandesRecues = defineQuestion({
  nom: 'demandes-recues',
  choix: ['cycle', 'territoire', 'priorite'],
  sql: `
    SELECT d.demande_id, a.titre AS appel, d.organisme, d.titre, t.nom AS territoire,
           CAST(d.date_depot AS VARCHAR) AS date_depot, d.montant_demande, d.decision, d.projet_id
    FROM demandes_recues d
    LEFT JOIN appels a ON a.appel_id = d.appel_id
    LEFT JOIN territoires t ON t.territoire_id = d.territoire_id
    WHERE ($1::VARCHAR IS NULL OR a.cycle_id = $1)
      AND ($2::VARCHAR IS NULL OR d.territoire_id = $2)
      AND ($3::VARCHAR IS NULL OR d.priorite_id = $3)
    ORDER BY d.date_depot DESC NULLS LAST, d.demande_id`,
  lignes: {
    demande_id: 'texte',
    appel: 'texte?',
    organisme: 'texte?',
    titre: 'texte?',
    territoire: 'texte?',
    date_depot: 'texte?',
    montant_demande: 'nombre',
    decision: 'texte',
    projet_id: 'texte?',
  },
});
