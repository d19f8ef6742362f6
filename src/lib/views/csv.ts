import { TERMES } from '../texte/figures';
import type { Cell, Colonne, Table } from './figure';

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

function write({ valeur, texte }: Cell): string {
  return typeof valeur === 'number' ? String(valeur).replace('.', ',') : text(valeur ?? texte);
}

/** « au moins 6 100 000 $ » says more than 6100000: such a column is followed by what is read. */
function isQualified(table: Table, index: number): boolean {
  const cells = [...table.lignes, ...(table.total ? [table.total] : [])].map((row) => row[index]);
  return cells.some((cell) => typeof cell?.valeur === 'number' && /\p{L}/u.test(cell.texte));
}

/**
 * A table of a figure as CSV that a spreadsheet in French opens as it is: UTF-8 with a mark,
 * semicolons, decimal commas, amounts in dollars without grouping, shares between 0 and 1. A mention
 * goes with every row.
 */
export function tableToCsv(table: Table): string {
  const qualified = table.colonnes.map((_, index) => isQualified(table, index));
  const heading = (colonne: Colonne, i: number) =>
    qualified[i]
      ? [text(colonne.titre), text(`${colonne.titre}, tel qu’affiché`)]
      : [text(colonne.titre)];
  const mention = table.mention === undefined ? [] : [text(table.mention)];
  const cells = (row: readonly Cell[]) => [
    ...row.flatMap((cell, i) => (qualified[i] ? [write(cell), text(cell.texte)] : [write(cell)])),
    ...mention,
  ];
  const rows = [
    [...table.colonnes.flatMap(heading), ...mention.map(() => TERMES.mention)],
    ...table.lignes.map(cells),
    ...(table.total ? [cells(table.total)] : []),
  ];
  return BOM + rows.map((row) => row.join(SEPARATOR) + '\r\n').join('');
}
