/** How a form shows on screen and on paper. */
import type { GridPrint, GridWritten, PrintedLine } from './workbook';
import type { PlacedCell } from './write-grid-place';
import { pageSetup, views } from './write-page';
import { escapeText } from './write-xml';

/** Rows at the top stay in sight, and the first cell to fill in is chosen. */
export function gridViews(
  sheet: GridWritten,
  cells: readonly PlacedCell[],
  first: boolean,
): string {
  const { figees = 0 } = sheet;
  const at = cells.find(({ cell }) => cell.style === 'saisie')?.place ?? 'A1';
  const pane = figees === 0 ? '' : ' pane="bottomLeft"';
  const frozen =
    figees === 0
      ? ''
      : `<pane ySplit="${figees}" topLeftCell="A${figees + 1}" activePane="bottomLeft" state="frozen"/>`;
  return views(
    first,
    ' showGridLines="0"',
    `${frozen}<selection${pane} activeCell="${at}" sqref="${at}"/>`,
  );
}

const CODES: Readonly<Record<string, string>> = {
  '&': '&&',
  '{page}': '&P',
  '{pages}': '&N',
  '{feuille}': '&A',
};

const LIGNE_MAX = 255;

function lineXml(tag: 'oddHeader' | 'oddFooter', line: PrintedLine | undefined): string {
  if (line === undefined) return '';
  const { gauche = '', centre = '', droite = '' } = line;
  const coded = [`&L${toCodes(gauche)}`, `&C${toCodes(centre)}`, `&R${toCodes(droite)}`]
    .filter((text) => text.length > 2)
    .join('');
  if (coded.length > LIGNE_MAX)
    throw new RangeError(`A printed line is longer than ${LIGNE_MAX} characters: ${coded}`);
  return `<${tag}>${escapeText(coded)}</${tag}>`;
}

const toCodes = (text: string) =>
  text.replace(/&|\{(page|pages|feuille)\}/g, (found) => CODES[found] ?? found);

/** Letter paper, one page wide. */
export const gridPrinted = ({ orientation, entete, pied }: GridPrint): string =>
  [
    pageSetup(orientation === 'paysage' ? 'landscape' : 'portrait'),
    `<headerFooter>${lineXml('oddHeader', entete)}${lineXml('oddFooter', pied)}</headerFooter>`,
  ].join('');
