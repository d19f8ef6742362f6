import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { dejaLa, SOMMES } from './portee';

/**
 * Projects that a source names (`nommes`), with what was granted to each and answers the choices; their
 * reach is `inconnue` where the place, the priority or the recipient is not public.
 */
export const NOMMES = `
  ${SOMMES},
    sommes AS (
      SELECT projet_id, min(portee) AS portee, min(exercice_id) AS exercice_id,
             sum(montant_accorde) FILTER (WHERE portee = 'connue') AS montant,
             string_agg(DISTINCT p.precision, ',' ORDER BY p.precision)
               FILTER (WHERE portee = 'connue') AS precisions
      FROM parts p WHERE projet_id IS NOT NULL GROUP BY projet_id
    ),
    nommes AS (
      SELECT n.projet_id, n.titre, n.organisme_id, n.organisme, n.territoire_id, n.territoire,
             n.cycle_id, n.annonce_id, n.priorites, s.montant, s.precisions, s.exercice_id, n.debut,
             n.fin, n.mots,
             CASE
               WHEN s.projet_id IS NOT NULL THEN s.portee
               WHEN n.a_octroi OR ($1::VARCHAR IS NOT NULL AND n.cycle_id <> $1)
                 OR NOT ${dejaLa('n.date_effet', 6)} THEN NULL
               WHEN ($2::VARCHAR IS NULL OR n.territoire_id = $2)
                AND ($3::VARCHAR IS NULL OR list_contains(n.priorite_ids, $3))
                AND ($4::VARCHAR IS NULL) AND ($5::VARCHAR IS NULL OR n.organisme_id = $5)
                 THEN 'connue'
               WHEN ($2 IS NULL OR n.territoire_id = $2 OR n.non_ventile)
                AND ($3 IS NULL OR list_contains(n.priorite_ids, $3) OR n.priorite_inconnue)
                AND ($5 IS NULL OR n.organisme_id = $5 OR n.organisme_id IS NULL)
                 THEN 'inconnue'
             END AS portee
      FROM projets_nommes n
      LEFT JOIN sommes s ON s.projet_id = n.projet_id
    )`;

export const LIGNES_PROJET = {
  projet_id: 'texte',
  titre: 'texte',
  organisme_id: 'texte?',
  organisme: 'texte?',
  territoire_id: 'texte',
  territoire: 'texte',
  cycle_id: 'texte',
  annonce_id: 'texte?',
  priorites: 'texte',
  montant: 'nombre?',
  precisions: 'texte?',
  exercice_id: 'texte?',
  debut: 'texte?',
  fin: 'texte?',
  portee: 'texte',
} as const;

/** Every project of the choices, the largest grants first. */
export const projetsPublies = defineQuestion({
  nom: 'projets-publies',
  choix: PARAMETRES,
  sql: `
    WITH ${NOMMES}
    SELECT * EXCLUDE (mots) FROM nommes WHERE portee IS NOT NULL
    ORDER BY montant DESC NULLS LAST, projet_id`,
  lignes: LIGNES_PROJET,
});
