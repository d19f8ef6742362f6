import { PARAMETRES } from '../../domain/choix';
import { defineQuestion } from '../question';
import { dejaLa, LUS, VERSES } from './portee';

/** Where the grants, payments and envelopes of the choices were read: one row a source and a cell. */
export const sourcesCitees = defineQuestion({
  nom: 'sources-citees',
  choix: PARAMETRES,
  sql: `
    WITH ${LUS},
    ${VERSES},
    lues AS (
      SELECT DISTINCT 'octrois' AS objet, source_id, provenance FROM parts
      UNION
      SELECT 'projets', p.source_id, p.provenance FROM projets p
      WHERE p.projet_id IN (SELECT projet_id FROM parts)
      UNION
      SELECT 'versements', source_id, provenance FROM verses
      UNION
      SELECT 'enveloppes', e.source_id, e.provenance
      FROM enveloppes_comptees e
      WHERE ($1::VARCHAR IS NULL OR e.cycle_id = $1) AND ${dejaLa('e.date_effet', 6)}
    )
    SELECT l.objet, s.source_id, s.titre, s.editeur, s.url, s.date_source, l.provenance
    FROM lues l JOIN sources s ON s.source_id = l.source_id
    ORDER BY s.date_source NULLS LAST, s.source_id, l.objet, l.provenance`,
  lignes: {
    objet: 'texte',
    source_id: 'texte',
    titre: 'texte',
    editeur: 'texte',
    url: 'texte?',
    date_source: 'texte?',
    provenance: 'texte',
  },
});
