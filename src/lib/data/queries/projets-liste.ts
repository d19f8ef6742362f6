import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { LIGNES_PROJET, NOMMES } from './projets-publies';

/** Columns that the list of projects can be sorted by; French order is that of folded letters. */
export const TRIS_PROJETS = {
  montant: 'montant',
  titre: 'strip_accents(lower(titre))',
  organisme: 'strip_accents(lower(organisme))',
  territoire: 'strip_accents(lower(territoire))',
  exercice: 'exercice_id',
} as const;
export type TriProjets = keyof typeof TRIS_PROJETS;

/** What a list is asked: $7 folded words, $8 state. A word may be anywhere in what names the project. */
const RETENUS = `
    WITH ${NOMMES},
    jour AS (SELECT coalesce(CAST($6 AS DATE), date_donnees) AS jour FROM fonds),
    decrits AS (
      SELECT n.* REPLACE (concat_ws(' ', n.mots, n.exercice_id) AS mots),
             CASE
               WHEN CAST(n.debut AS DATE) > j.jour THEN 'a-venir'
               WHEN CAST(n.fin AS DATE) < j.jour THEN 'termine'
               WHEN n.debut IS NOT NULL AND n.fin IS NOT NULL THEN 'en-cours'
               ELSE 'inconnu'
             END AS etat
      FROM nommes n, jour j WHERE n.portee IS NOT NULL
    ),
    retenus AS (
      SELECT * FROM decrits
      WHERE ($8::VARCHAR IS NULL OR etat = $8)
        AND ($7::VARCHAR IS NULL OR
             len(list_filter(string_split($7, ' '), lambda mot: NOT contains(mots, mot))) = 0)
    )`;

/** One page of the list: $9 rows from row $10. */
export const projetsListe = (tri: TriProjets, sens: 'ASC' | 'DESC') =>
  defineQuestion({
    nom: `projets-liste-${tri}-${sens}`,
    choix: PARAMETRES,
    autres: 4,
    sql: `${RETENUS}
    SELECT * EXCLUDE (mots) FROM retenus WHERE portee = 'connue'
    ORDER BY ${TRIS_PROJETS[tri]} ${sens} NULLS LAST, montant DESC NULLS LAST, projet_id
    LIMIT CAST($9 AS BIGINT) OFFSET CAST($10 AS BIGINT)`,
    lignes: { ...LIGNES_PROJET, etat: 'texte' },
  });

/** The whole list in one row: what it counts, adds up, and cannot place. */
export const projetsTotal = defineQuestion({
  nom: 'projets-total',
  choix: PARAMETRES,
  autres: 2,
  sql: `${RETENUS}
    SELECT CAST(count(*) FILTER (WHERE portee = 'connue') AS INTEGER) AS nombre,
           CAST(count(*) FILTER (WHERE portee = 'inconnue') AS INTEGER) AS sans_place,
           sum(montant) FILTER (WHERE portee = 'connue') AS montant,
           string_agg(DISTINCT precisions, ',' ORDER BY precisions)
             FILTER (WHERE portee = 'connue') AS precisions
    FROM retenus`,
  lignes: { nombre: 'nombre', sans_place: 'nombre', montant: 'nombre?', precisions: 'texte?' },
});
