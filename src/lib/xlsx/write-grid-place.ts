/** Where the cells of a form are: their places, and the blocks that they merge into. */
import { cellsIn, parseRange, type Range } from './range';
import { parseReference, type Position, ROWS_MAX } from './reference';
import type { GridCell, GridWritten } from './workbook';

export interface PlacedCell extends Position {
  /** As `B4`. */
  readonly place: string;
  readonly cell: GridCell;
}

function rangeOf(text: string): Range {
  const range = parseRange(text);
  if (range === null) throw new RangeError(`Not a range of a sheet: ${text}`);
  return range;
}

/** The range as it was given. @throws RangeError when it is none. */
export function checkRange(text: string): string {
  rangeOf(text);
  return text;
}

function placed(place: string, cell: GridCell): PlacedCell {
  const position = parseReference(place);
  if (position === null) throw new RangeError(`Not a cell of a sheet: ${place}`);
  return { place, cell, ...position };
}

/** How the content of a cell is shown. */
export const formatOf = (cell: GridCell) => ('format' in cell ? cell.format : cell.type);

/** The cells that a merge covers look like its first one: each draws its part of the border. */
function covered(fusion: string, { cellules }: GridWritten): [place: string, cell: GridCell][] {
  const [first = '', ...others] = cellsIn(rangeOf(fusion));
  const model = cellules[first];
  const filled = others.find((place) => place in cellules);
  if (others.length === 0 || model === undefined || filled !== undefined)
    throw new RangeError(`Merged cells hold one content, in the first of them: ${fusion}`);
  const blank: GridCell = { type: 'vide', format: formatOf(model), style: model.style };
  return others.map((place) => [place, blank]);
}

function checkApart(fusions: readonly string[]): void {
  const seen = new Set<string>();
  for (const place of fusions.flatMap((fusion) => cellsIn(rangeOf(fusion)))) {
    if (seen.has(place)) throw new RangeError(`Merged twice: ${place}`);
    seen.add(place);
  }
}

const HAUTEUR_MAX = 409;
const LARGEUR_MAX = 255;

const within = (max: number) => (size: number) => size > 0 && size <= max;
const isRow = (ligne: number) => Number.isInteger(ligne) && within(ROWS_MAX)(ligne);

function checkSizes(sheet: GridWritten): void {
  const { nom, largeurs, hauteurs = {}, lignesLibres = [], figees = 1, impression } = sheet;
  const [premiere, derniere] = impression.repeter ?? [1, 1];
  const rows = [...Object.keys(hauteurs).map(Number), ...lignesLibres, figees, premiere, derniere];
  if (!rows.every(isRow) || premiere > derniere)
    throw new RangeError(`Not rows of a sheet: ${rows.join(', ')} in ${nom}`);
  const fits =
    Object.values(hauteurs).every(within(HAUTEUR_MAX)) && largeurs.every(within(LARGEUR_MAX));
  if (!fits) throw new RangeError(`A row or a column of ${nom} is too large, or has no size`);
}

/**
 * Every cell to write, in reading order, those that merges cover included.
 * @throws RangeError for a place or a size that is none, and for merges that overlap or hide a content.
 */
export function placeCells(sheet: GridWritten): PlacedCell[] {
  const fusions = sheet.fusions ?? [];
  checkSizes(sheet);
  checkApart(fusions);
  const blanks = fusions.flatMap((fusion) => covered(fusion, sheet));
  return [...Object.entries(sheet.cellules), ...blanks]
    .map(([place, cell]) => placed(place, cell))
    .sort((a, b) => a.ligne - b.ligne || a.colonne - b.colonne);
}

/** Width that a text has in each merged cell: no end to it where a merge has several rows. */
export function mergedWidths({ fusions = [], largeurs }: GridWritten): Map<string, number> {
  const widths = fusions.flatMap((fusion) => {
    const range = rangeOf(fusion);
    const { debut, fin } = range;
    const own = largeurs.slice(debut.colonne, fin.colonne + 1).reduce((a, b) => a + b, 0);
    const width = debut.ligne === fin.ligne ? own : Infinity;
    return cellsIn(range).map((place): [string, number] => [place, width]);
  });
  return new Map(widths);
}
