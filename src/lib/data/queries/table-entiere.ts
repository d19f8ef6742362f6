import { quoteIdentifier } from '../../domain/sql';
import { type Column, type TableName, TABLES } from '../../domain/tables';
import { defineQuestion, type Nature } from '../question';

const NATURES: Readonly<Record<Column['type'], Nature>> = {
  texte: 'texte?',
  date: 'texte?',
  entier: 'nombre?',
  montant: 'nombre?',
  booleen: 'booleen?',
};

/** Columns of a table that the public may see, in the order of the schema. */
export const publicColumns = (table: TableName): [nom: string, column: Column][] =>
  Object.entries(TABLES[table].colonnes).filter(([, { editions }]) => editions.includes('public'));

/** Every row of a public table, in the order of its key. */
export function tableEntiere(table: TableName) {
  const columns = publicColumns(table);
  const selected = columns.map(([nom, { type }]) =>
    type === 'date'
      ? `CAST(${quoteIdentifier(nom)} AS VARCHAR) AS ${quoteIdentifier(nom)}`
      : quoteIdentifier(nom),
  );
  return defineQuestion({
    nom: `table-${table}`,
    choix: [],
    sql: `SELECT ${selected.join(', ')} FROM ${quoteIdentifier(table)}
    ORDER BY ${TABLES[table].cle.map(quoteIdentifier).join(', ')}`,
    lignes: Object.fromEntries(columns.map(([nom, { type }]) => [nom, NATURES[type]])),
  });
}
