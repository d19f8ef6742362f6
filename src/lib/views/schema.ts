/** The published tables as the explorer describes them. */
import type { Engine } from '../data/engine';
import { publicColumns } from '../data/queries/table-entiere';
import { tablesPubliees } from '../data/queries/tables-publiees';
import { ask, type Ligne } from '../data/question';
import { SANS_CHOIX } from '../domain/choix';
import { defineColumn } from '../domain/glossary';
import { TABLES, type TableName } from '../domain/tables';
import { TYPES_COLONNES } from '../texte/explorer';

export interface ColonneDecrite {
  readonly nom: string;
  readonly titre: string;
  readonly type: string;
  readonly definition: string;
}

export interface TableDecrite {
  readonly nom: string;
  readonly titre: string;
  readonly lignes: number;
  readonly colonnes: readonly ColonneDecrite[];
}

/** Public columns of a table, with what each means. */
export const describeColumns = (table: TableName): ColonneDecrite[] =>
  publicColumns(table).map(([nom, { type }]) => ({
    nom,
    type: TYPES_COLONNES[type],
    ...defineColumn(table, nom),
  }));

function describeTable({ nom, lignes }: Ligne<typeof tablesPubliees>): TableDecrite {
  const table = nom as TableName;
  return { nom, titre: TABLES[table].titre, lignes, colonnes: describeColumns(table) };
}

/** Asks the product how many rows each table holds, and describes them all. */
export const composeSchema = async (engine: Engine): Promise<TableDecrite[]> =>
  (await ask(engine, tablesPubliees, SANS_CHOIX)).map(describeTable);
