/** A table of a figure as files hold it: machine values, and beside them what is read where it says more. */
import { TERMES } from '../texte/figures';
import type { Cell, Colonne, Table } from './figure';

export interface PlainColumn {
  readonly cle: string;
  readonly titre: string;
  readonly nature: Colonne['nature'];
}

export type PlainValue = string | number | null;

export interface PlainTable {
  readonly colonnes: readonly PlainColumn[];
  readonly lignes: readonly (readonly PlainValue[])[];
  readonly total: readonly PlainValue[] | null;
}

/** « au moins 6 100 000 $ » says more than 6100000: such a column is followed by what is read. */
function isQualified(table: Table, index: number): boolean {
  const cells = [...table.lignes, ...(table.total ? [table.total] : [])].map((row) => row[index]);
  return cells.some((cell) => typeof cell?.valeur === 'number' && /\p{L}/u.test(cell.texte));
}

const columnsOf = (colonne: Colonne, qualified: boolean): PlainColumn[] => {
  const { cle, titre, nature } = colonne;
  const own = { cle, titre, nature };
  if (!qualified) return [own];
  return [own, { cle: `${cle}_affiche`, titre: `${titre}, tel qu’affiché`, nature: 'texte' }];
};

/** A mention goes with every row; an absent value is told in its words, where there are some. */
export function plainTable(table: Table): PlainTable {
  const qualified = table.colonnes.map((_, index) => isQualified(table, index));
  const mention = table.mention === undefined ? [] : [table.mention];
  const rowOf = (row: readonly Cell[]): PlainValue[] => [
    ...row.flatMap((cell, i): PlainValue[] => {
      const value = cell.valeur ?? (cell.texte === '' ? null : cell.texte);
      return qualified[i] ? [value, cell.texte] : [value];
    }),
    ...mention,
  ];
  return {
    colonnes: [
      ...table.colonnes.flatMap((c, i) => columnsOf(c, qualified[i] ?? false)),
      ...mention.map(() => ({ cle: 'mention', titre: TERMES.mention, nature: 'texte' as const })),
    ],
    lignes: table.lignes.map(rowOf),
    total: table.total && rowOf(table.total),
  };
}
