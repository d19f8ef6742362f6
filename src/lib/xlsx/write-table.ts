/** A table: headings, rows, filter, what each column says and refuses. */
import { columnLetter } from './reference';
import { cellName } from './reference';
import type { CellWritten, ColumnWritten, TableWritten } from './workbook';
import {
  INTERLIGNE,
  linesOf,
  numberCell,
  plainDecimal,
  plainInteger,
  RANGEE,
  rowXml,
  type Share,
  textCell,
} from './write-cell';
import { serialOf } from './write-dates';
import { FIT, printed, views, width } from './write-page';
import { styleOf } from './write-styles';
import { validationsXml } from './write-validation';
import { escapeAttribute } from './escape-xml';

const isFormulaLike = (text: string) => /^[=+\-@\t\r']/.test(text);

function cellXml(cell: CellWritten, at: string, share: Share): string {
  if (cell === null) return '';
  if (cell.type === 'montant')
    return numberCell(at, plainDecimal(at, cell.decimal), styleOf('montant'));
  if (cell.type === 'entier')
    return numberCell(at, plainInteger(at, cell.entier), styleOf('entier'));
  if (cell.type === 'date') return numberCell(at, String(serialOf(cell.jour)), styleOf('date'));
  if (cell.lien !== undefined) return textCell(at, cell.texte, styleOf('lien'), share);
  return textCell(at, cell.texte, styleOf(isFormulaLike(cell.texte) ? 'cite' : 'texte'), share);
}

const headingRow = (columns: readonly ColumnWritten[], share: Share) =>
  rowXml(
    1,
    columns
      .map(({ titre }, i) => textCell(cellName(i, 1), titre, styleOf('entete'), share))
      .join(''),
    ' ht="30" customHeight="1"',
  );

const heightOf = (lines: number): string =>
  lines < 2 ? '' : ` ht="${RANGEE + (lines - 1) * INTERLIGNE}"`;

function tableRow(
  cells: readonly CellWritten[],
  ligne: number,
  { colonnes }: TableWritten,
  share: Share,
): string {
  const lines = cells.map((cell, i) =>
    cell?.type === 'texte' ? linesOf(cell.texte, colonnes[i]?.largeur ?? Infinity) : 1,
  );
  return rowXml(
    ligne,
    cells.map((cell, i) => cellXml(cell, cellName(i, ligne), share)).join(''),
    heightOf(Math.max(1, ...lines)),
  );
}

function linksXml(lignes: TableWritten['lignes']): string {
  const links = lignes.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (cell?.type !== 'texte' || cell.lien === undefined) return [];
      const [at, target] = [cellName(column, row + 2), escapeAttribute(cell.lien)];
      return [
        `<hyperlink ref="${at}" location="${target}" display="${escapeAttribute(cell.texte)}"/>`,
      ];
    }),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';

/** The block that the headings and the rows fill, as `A1:H12`. */
export const tableRange = ({ colonnes, lignes }: TableWritten): string =>
  `A1:${cellName(Math.max(0, colonnes.length - 1), lignes.length + 1)}`;

/** What the `worksheet` of a table holds. */
export function tableXml(sheet: TableWritten, first: boolean, share: Share): string {
  const { colonnes, lignes } = sheet;
  const headings = headingRow(colonnes, share);
  const rows = lignes.map((cells, index) => tableRow(cells, index + 2, sheet, share));
  const range = tableRange(sheet);
  return [
    FIT,
    `<dimension ref="${range}"/>`,
    views(first, '', FROZEN),
    `<sheetFormatPr defaultRowHeight="${RANGEE}"/>`,
    `<cols>${colonnes.map((c, i) => width(i, c.largeur, c.format)).join('')}</cols>`,
    `<sheetData>${headings}${rows.join('')}</sheetData>`,
    `<autoFilter ref="${range}"/>`,
    validationsXml(colonnes, columnLetter),
    linksXml(lignes),
    printed('landscape'),
  ].join('');
}
