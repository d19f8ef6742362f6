import type { Figure } from './figure';
import { plainTable, type PlainTable, type PlainValue } from './plain-table';

const rowOf = ({ colonnes }: PlainTable, row: readonly PlainValue[]) =>
  Object.fromEntries(colonnes.map(({ cle }, i) => [cle, row[i] ?? null]));

/**
 * A figure as JSON: what it says, its columns, and one object a row, keyed by column. Amounts are in
 * dollars, shares between 0 and 1; a text stands where a value is absent and a reason is given.
 */
export function figureToJson(figure: Figure): string {
  const plain = plainTable(figure.table);
  const { titre, sousTitre, omissions, definition, sources, table } = figure;
  return JSON.stringify(
    {
      titre,
      sousTitre,
      ...(table.mention === undefined ? {} : { mention: table.mention }),
      definition,
      omissions,
      sources,
      colonnes: plain.colonnes,
      lignes: plain.lignes.map((row) => rowOf(plain, row)),
      total: plain.total && rowOf(plain, plain.total),
    },
    null,
    2,
  );
}
