/** A whole public table, as a file that a spreadsheet opens. */
import type { Engine } from '../../data/engine';
import { fondsFiche } from '../../data/queries/fonds-fiche';
import { publicColumns, tableEntiere } from '../../data/queries/table-entiere';
import { ask } from '../../data/question';
import { SANS_CHOIX } from '../../domain/choix';
import { type Column, TABLES, type TableName } from '../../domain/tables';
import { TEXTES } from '../../texte/interface';
import type { Colonne, Table } from '../figure';

const NATURES: Readonly<Record<Column['type'], Colonne['nature']>> = {
  texte: 'texte',
  date: 'date',
  entier: 'nombre',
  montant: 'montant',
  booleen: 'texte',
};

const write = (value: string | number | boolean | null): string | number =>
  typeof value === 'boolean' ? (value ? 'oui' : 'non') : (value ?? '');

export async function composeTable(engine: Engine, table: TableName): Promise<Table> {
  const [fonds] = await ask(engine, fondsFiche, SANS_CHOIX);
  const rows = await ask(engine, tableEntiere(table), SANS_CHOIX);
  const columns = publicColumns(table);
  return {
    legende: TABLES[table].titre,
    colonnes: columns.map(([nom, { type }]) => ({ cle: nom, titre: nom, nature: NATURES[type] })),
    lignes: rows.map((row) =>
      columns.map(([nom]) => {
        const valeur = write(row[nom] ?? null);
        return { valeur, texte: String(valeur) };
      }),
    ),
    total: null,
    ...(fonds?.fictif ? { mention: TEXTES.site.fictif } : {}),
  };
}
