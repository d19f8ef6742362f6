import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { dejaLa, PARTS } from './portee';

/**
 * Projects that a source names (`nommes`), with what was granted to each and answers the choices; their
 * reach is `inconnue` where the place, the priority or the recipient is not public.
 */
export const NOMMES = `
  ${PARTS},
    sommes AS (
      SELECT projet_id, min(portee) AS portee, min(exercice_id) AS exercice_id,
             sum(montant_accorde) FILTER (WHERE portee = 'connue') AS montant,
             string_agg(DISTINCT p.precision, ',' ORDER BY p.precision)
               FILTER (WHERE portee = 'connue') AS precisions
      FROM parts p WHERE projet_id IS NOT NULL GROUP BY projet_id
    ),
    liens AS (
      SELECT l.projet_id,
             string_agg(r.nom, ', ' ORDER BY l.part_pour_cent DESC, r.priorite_id) AS priorites,
             bool_or(r.priorite_id = $3) AS repond, bool_or(r.portee = 'non-publiee') AS ignore
      FROM projets_priorites l JOIN priorites r ON r.priorite_id = l.priorite_id
      GROUP BY l.projet_id
    ),
    nommes AS (
      SELECT p.projet_id, p.titre, p.organisme_id, g.nom AS organisme, p.territoire_id,
             t.nom AS territoire, p.cycle_id, p.annonce_id, l.priorites, s.montant, s.precisions,
             s.exercice_id, CAST(p.debut AS VARCHAR) AS debut, CAST(p.fin AS VARCHAR) AS fin,
             CASE
               WHEN s.projet_id IS NOT NULL THEN s.portee
               WHEN EXISTS (SELECT 1 FROM octrois o WHERE o.projet_id = p.projet_id)
                 OR ($1::VARCHAR IS NOT NULL AND p.cycle_id <> $1) OR NOT ${dejaLa('p.date_effet', 6)}
                 THEN NULL
               WHEN ($2::VARCHAR IS NULL OR p.territoire_id = $2) AND ($3::VARCHAR IS NULL OR l.repond)
                AND ($4::VARCHAR IS NULL) AND ($5::VARCHAR IS NULL OR p.organisme_id = $5)
                 THEN 'connue'
               WHEN ($2 IS NULL OR p.territoire_id = $2 OR t.nature = 'non-ventile')
                AND ($3 IS NULL OR l.repond OR l.ignore)
                AND ($5 IS NULL OR p.organisme_id = $5 OR p.organisme_id IS NULL)
                 THEN 'inconnue'
             END AS portee
      FROM projets p
      JOIN territoires t ON t.territoire_id = p.territoire_id
      JOIN liens l ON l.projet_id = p.projet_id
      LEFT JOIN organismes g ON g.organisme_id = p.organisme_id
      LEFT JOIN sommes s ON s.projet_id = p.projet_id
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
    SELECT * FROM nommes WHERE portee IS NOT NULL
    ORDER BY montant DESC NULLS LAST, projet_id`,
  lignes: LIGNES_PROJET,
});
