/** The sheet that lists the findings about a workbook. */
import { escapeAttribute, XML_HEAD } from '../../../src/lib/xlsx/escape-xml';
import { cellName } from '../../../src/lib/xlsx/reference';
import { escapeTold } from '../../../src/lib/xlsx/write-xml';

export const FEUILLE_CONSTATS = 'Constats';

export interface Finding {
  /** Gravity, sheet, cell, finding, message. */
  readonly textes: readonly [string, string, string, string, string];
  /** Place that the cell leads to, as `'Feuille'!D4`. */
  readonly lien: string | null;
}

const TITRES = ['Gravité', 'Feuille', 'Cellule', 'Constat', 'Message'];
const LARGEURS = [15, 22, 10, 44, 110];
const CELLULE = 2;
/** Excel refuses more links on one sheet. */
const LINKS_MAX = 65_530;

const LINK_FONT = '<rPr><u/><color rgb="FF0563C1"/></rPr>';

function cell(reference: string, text: string, properties = ''): string {
  if (text === '') return '';
  const value = `<t xml:space="preserve">${escapeTold(text)}</t>`;
  const content = properties === '' ? value : `<r>${properties}${value}</r>`;
  return `<c r="${reference}" t="inlineStr"><is>${content}</is></c>`;
}

function row(line: number, texts: readonly string[], fonts: readonly string[]): string {
  const cells = texts.map((text, i) => cell(cellName(i, line), text, fonts[i]));
  return `<row r="${line}">${cells.join('')}</row>`;
}

function findingRow({ textes, lien }: Finding, index: number): string {
  const fonts = textes.map((_, i) => (i === CELLULE && lien !== null ? LINK_FONT : ''));
  return row(index + 2, textes, fonts);
}

function hyperlinks(findings: readonly Finding[]): string {
  const links = findings.flatMap(({ lien }, i) => {
    const reference = cellName(CELLULE, i + 2);
    return lien === null
      ? []
      : [`<hyperlink ref="${reference}" location="${escapeAttribute(lien)}"/>`];
  });
  const kept = links.slice(0, LINKS_MAX).join('');
  return kept === '' ? '' : `<hyperlinks>${kept}</hyperlinks>`;
}

/** Printed in landscape, every column on one page. */
const FITTED = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const LANDSCAPE = '<pageSetup orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';

/** XML of the sheet. It uses no style, nor shared string, of the workbook. `views`: the workbook has windows. */
export function findingsSheet(
  findings: readonly Finding[],
  namespace: string,
  views: boolean,
): string {
  const cols = LARGEURS.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const header = row(
    1,
    TITRES,
    TITRES.map(() => '<rPr><b/></rPr>'),
  );
  const rows = [header, ...findings.map(findingRow)];
  return `${XML_HEAD}<worksheet xmlns="${namespace}">${FITTED}${views ? FROZEN : ''}<cols>${cols.join('')}</cols><sheetData>${rows.join('')}</sheetData>${hyperlinks(findings)}${LANDSCAPE}</worksheet>`;
}
