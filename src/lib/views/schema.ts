/** The published tables as the explorer describes them. */
import type { Engine } from '../data/engine';
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

function describeTable({ nom, lignes }: Ligne<typeof tablesPubliees>): TableDecrite {
  const table = nom as TableName;
  const { titre, colonnes } = TABLES[table];
  const published = Object.entries(colonnes).filter(([, c]) => c.editions.includes('public'));
  return {
    nom,
    titre,
    lignes,
    colonnes: published.map(([column, { type }]) => ({
      nom: column,
      type: TYPES_COLONNES[type],
      ...defineColumn(table, column),
    })),
  };
}

/** Asks the product how many rows each table holds, and describes them all. */
export const composeSchema = async (engine: Engine): Promise<TableDecrite[]> =>
  (await ask(engine, tablesPubliees, SANS_CHOIX)).map(describeTable);
