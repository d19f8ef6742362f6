import { columnLetter } from '../constats';
import { cellName } from './reference';
import type { CellWritten, ColumnWritten, SheetWritten } from './workbook';
import { serialOf } from './write-dates';
import { type LookName, styleOf } from './write-styles';
import { validationsXml } from './write-validation';
import { cleanText, escapeAttribute } from '../ooxml/write-xml';
import { part } from './write-xml';

/** Rank of a text in the table that all sheets share. */
export type Share = (text: string) => number;

const TEXTE_MAX = 32_767;
const LARGEUR_TEXTE = 95;

/** Height of a line, in points, and of a row of one line. */
const INTERLIGNE = 13;
const RANGEE = 15;

const width = (index: number, largeur: number, look: LookName) =>
  `<col min="${index + 1}" max="${index + 1}" width="${largeur}" style="${styleOf(look)}" customWidth="1"/>`;

function textCell(at: string, text: string, look: LookName, share: Share): string {
  const clean = cleanText(text);
  if (clean.length > TEXTE_MAX) throw new RangeError(`Text of ${at} is too long for a cell`);
  return `<c r="${at}" s="${styleOf(look)}" t="s"><v>${share(clean)}</v></c>`;
}

const numberCell = (at: string, value: string, look: LookName) =>
  `<c r="${at}" s="${styleOf(look)}"><v>${value}</v></c>`;

const isFormulaLike = (text: string) => /^[=+\-@\t\r']/.test(text);

function plainDecimal(at: string, decimal: string): string {
  if (/^-?\d{1,12}(\.\d{1,2})?$/.test(decimal)) return decimal;
  throw new RangeError(`Amount of ${at} is not a plain decimal: ${decimal}`);
}

function plainInteger(at: string, entier: number): string {
  if (Number.isSafeInteger(entier)) return String(entier);
  throw new RangeError(`Number of ${at} is not a whole number: ${entier}`);
}

function cellXml(cell: CellWritten, at: string, share: Share): string {
  if (cell === null) return '';
  if (cell.type === 'montant') return numberCell(at, plainDecimal(at, cell.decimal), 'montant');
  if (cell.type === 'entier') return numberCell(at, plainInteger(at, cell.entier), 'entier');
  if (cell.type === 'date') return numberCell(at, String(serialOf(cell.jour)), 'date');
  if (cell.lien !== undefined) return textCell(at, cell.texte, 'lien', share);
  return textCell(at, cell.texte, isFormulaLike(cell.texte) ? 'cite' : 'texte', share);
}

const rowXml = (ligne: number, cells: string, rest = '') =>
  `<row r="${ligne}"${rest}>${cells}</row>`;

const headingRow = (columns: readonly ColumnWritten[], share: Share) =>
  rowXml(
    1,
    columns.map(({ titre }, i) => textCell(cellName(i, 1), titre, 'entete', share)).join(''),
    ' ht="30" customHeight="1"',
  );

/** Lines that a text takes in a column of so many digits: letters are narrower, words that do not fit go down. */
const linesOf = (text: string, largeur: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (1.1 * largeur))), 0);

const heightOf = (lines: number): string =>
  lines < 2 ? '' : ` ht="${RANGEE + (lines - 1) * INTERLIGNE}"`;

function tableRow(
  cells: readonly CellWritten[],
  ligne: number,
  { colonnes }: SheetWritten,
  share: Share,
): string {
  const lines = cells.map((cell, i) =>
    cell?.type === 'texte' ? linesOf(cell.texte, colonnes[i]?.largeur ?? LARGEUR_TEXTE) : 1,
  );
  return rowXml(
    ligne,
    cells.map((cell, i) => cellXml(cell, cellName(i, ligne), share)).join(''),
    heightOf(Math.max(1, ...lines)),
  );
}

function linksXml(lignes: SheetWritten['lignes']): string {
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

const FIT = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';

const views = (first: boolean, rest: string, inside = '') =>
  `<sheetViews><sheetView${rest}${first ? ' tabSelected="1"' : ''} workbookViewId="0">${inside}</sheetView></sheetViews>`;

/** Letter paper, as wide as the page and as long as it takes, with the sheet's name and the page below. */
const printed = (orientation: 'landscape' | 'portrait') =>
  [
    orientation === 'landscape' ? '<printOptions gridLines="1"/>' : '',
    '<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="1" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>',
  ].join('');

/** The block that the headings and the rows fill, as `A1:H12`. */
export const tableRange = ({ colonnes, lignes }: SheetWritten): string =>
  `A1:${cellName(Math.max(0, colonnes.length - 1), lignes.length + 1)}`;

function tableXml(sheet: SheetWritten, first: boolean, share: Share): string {
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

/** A sentence without its full stop is a heading. */
const lookOf = (sentence: string, index: number): LookName => {
  if (index === 0) return 'titre';
  return /[.:;!?»)]\s*$/.test(sentence) ? 'paragraphe' : 'intertitre';
};

/** Room above a heading, and below a paragraph. */
function proseHeight(sentence: string, look: LookName): string {
  const fixed = { titre: 36, intertitre: 32 }[look as string];
  const height = fixed ?? 5 + INTERLIGNE * linesOf(sentence, LARGEUR_TEXTE);
  return ` ht="${height}" customHeight="1"`;
}

function proseXml(texte: readonly string[], first: boolean, share: Share): string {
  const rows = texte.map((sentence, index) => {
    const look = lookOf(sentence, index);
    return rowXml(
      index + 1,
      textCell(`A${index + 1}`, sentence, look, share),
      proseHeight(sentence, look),
    );
  });
  return [
    FIT,
    `<dimension ref="A1:A${Math.max(1, texte.length)}"/>`,
    views(first, ' showGridLines="0"'),
    `<sheetFormatPr defaultRowHeight="${RANGEE}"/>`,
    `<cols>${width(0, LARGEUR_TEXTE, 'paragraphe')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    printed('portrait'),
  ].join('');
}

/** One `xl/worksheets/sheetN.xml`. */
export function sheetXml(sheet: SheetWritten, first: boolean, share: Share): string {
  const { texte } = sheet;
  return part(
    'worksheet',
    texte === undefined ? tableXml(sheet, first, share) : proseXml(texte, first, share),
  );
}
