/** A form: cells at any place, protected save those to fill in. */
import { cellName } from './reference';
import type { GridAlert, GridWritten } from './workbook';
import { plainFormula, type Share } from './write-cell';
import { gridChecksXml } from './write-grid-check';
import { gridPrinted, gridViews } from './write-grid-page';
import { checkRange, type PlacedCell, placeCells } from './write-grid-place';
import { RANGEE_GRILLE, rowsXml } from './write-grid-rows';
import { FIT } from './write-page';
import { escapeText } from './write-xml';

/**
 * No password. What is `0` stays allowed: resizing rows and columns, inserting rows, and deleting
 * those that are free.
 */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0"/>';

const columnsXml = (largeurs: readonly number[]) =>
  largeurs.length === 0
    ? ''
    : `<cols>${largeurs.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`;

const mergesXml = (fusions: readonly string[]) =>
  fusions.length === 0
    ? ''
    : `<mergeCells count="${fusions.length}">${fusions.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;

const alertXml = ({ plage, formule }: GridAlert, index: number) =>
  `<conditionalFormatting sqref="${checkRange(plage)}"><cfRule type="expression" dxfId="0" priority="${index + 1}"><formula>${escapeText(plainFormula(plage, formule))}</formula></cfRule></conditionalFormatting>`;

function dimensionOf(cells: readonly PlacedCell[]): string {
  const last = (of: 'colonne' | 'ligne', least: number) =>
    cells.reduce((max, one) => Math.max(max, one[of]), least);
  return `A1:${cellName(last('colonne', 0), last('ligne', 1))}`;
}

/** What the `worksheet` of a form holds. @throws RangeError for what no spreadsheet takes. */
export function gridXml(sheet: GridWritten, first: boolean, share: Share): string {
  const cells = placeCells(sheet);
  return [
    FIT,
    `<dimension ref="${dimensionOf(cells)}"/>`,
    gridViews(sheet, cells, first),
    `<sheetFormatPr defaultRowHeight="${RANGEE_GRILLE}" customHeight="1"/>`,
    columnsXml(sheet.largeurs),
    `<sheetData>${rowsXml(sheet, cells, share)}</sheetData>`,
    PROTECTION,
    mergesXml(sheet.fusions ?? []),
    ...(sheet.alertes ?? []).map(alertXml),
    gridChecksXml(sheet.validations ?? []),
    gridPrinted(sheet.impression),
  ].join('');
}
