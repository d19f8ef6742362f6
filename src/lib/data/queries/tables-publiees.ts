import { TABLES_PUBLIQUES } from '../../domain/column';
import { quoteIdentifier } from '../../domain/sql';
import { defineQuestion } from '../question';

/** How many rows each published table holds, in the order of the product. */
export const tablesPubliees = defineQuestion({
  nom: 'tables-publiees',
  choix: [],
  sql: TABLES_PUBLIQUES.map(
    (nom, rang) => `
    SELECT ${rang}::INTEGER AS rang, '${nom}' AS nom, count(*) AS lignes FROM ${quoteIdentifier(nom)}`,
  )
    .join(' UNION ALL ')
    .concat(' ORDER BY rang'),
  lignes: { rang: 'nombre', nom: 'texte', lignes: 'nombre' },
});
