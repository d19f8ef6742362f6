import type { Table } from './figure';
import { plainTable, type PlainValue } from './plain-table';

const BOM = '\ufeff';
const SEPARATOR = ';';

/** A spreadsheet runs a cell that opens with one of these as a formula: a quote makes it text. */
function neutralise(texte: string): string {
  return /^\s*[=+\-@]/.test(texte) ? `'${texte}` : texte;
}

function quote(texte: string): string {
  return /[;"\r\n]|^\s|\s$/.test(texte) ? `"${texte.replaceAll('"', '""')}"` : texte;
}

const text = (texte: string) => quote(neutralise(texte));

const write = (value: PlainValue): string =>
  typeof value === 'number' ? String(value).replace('.', ',') : text(value ?? '');

/**
 * A table of a figure as CSV that a spreadsheet in French opens as it is: UTF-8, semicolons, decimal
 * commas, amounts in dollars without grouping, shares between 0 and 1. The mark at the start tells Excel
 * that it is UTF-8; other programs may do better without it.
 */
export function tableToCsv(table: Table, { bom = true }: { readonly bom?: boolean } = {}): string {
  const { colonnes, lignes, total } = plainTable(table);
  const rows = [
    colonnes.map(({ titre }) => text(titre)),
    ...lignes.map((row) => row.map(write)),
    ...(total ? [total.map(write)] : []),
  ];
  return (bom ? BOM : '') + rows.map((row) => row.join(SEPARATOR) + '\r\n').join('');
}
