/** The rows of a form, and how high they are. */
import type { GridCell, GridStyle, GridWritten } from './workbook';
import { INTERLIGNE, linesOf, rowXml, type Share } from './write-cell';
import { gridCellXml } from './write-grid-cell';
import { gridStyleOf } from './write-grid-styles';
import { formatOf, mergedWidths, type PlacedCell } from './write-grid-place';

/** Height of a row of one line, in points, and what it is above and below a text. */
export const RANGEE_GRILLE = 18;
const MARGE = 5;

/** Room that a style takes beside that of the body, where letters are larger or bold. */
const SCALES: Readonly<Partial<Record<GridStyle, number>>> = {
  titre: 1.8,
  'sous-titre': 1.2,
  entete: 1.1,
  'entete-nombre': 1.1,
  libelle: 1.1,
  total: 1.1,
};

/** Characters lost on both sides of a cell. */
const RETRAIT = 2;

function heightOf(cell: GridCell, largeur: number): number {
  if (cell.type !== 'texte') return RANGEE_GRILLE;
  const scale = SCALES[cell.style] ?? 1;
  const lines = linesOf(cell.texte, Math.max(1, largeur - RETRAIT) / scale);
  return Math.ceil(MARGE + lines * INTERLIGNE * scale);
}

/** A spreadsheet deletes a row when all of it is unlocked, to the last column. */
function rowStyle({ lignesLibres = [] }: GridWritten, ligne: number, cells: readonly PlacedCell[]) {
  if (!lignesLibres.includes(ligne)) return '';
  if (cells.some(({ cell }) => cell.style !== 'saisie'))
    throw new RangeError(`A row that people may delete holds a protected cell: ${ligne}`);
  return ` s="${gridStyleOf('libre', 'texte')}" customFormat="1"`;
}

/** A row where people type a text grows with it, unless its height is fixed or the cell is merged. */
function rowHeight(sheet: GridWritten, ligne: number, cells: readonly PlacedCell[]): string {
  const merged = mergedWidths(sheet);
  const asked = cells.map(({ cell, place, colonne }) =>
    heightOf(cell, merged.get(place) ?? sheet.largeurs[colonne] ?? Infinity),
  );
  const fixed = sheet.hauteurs?.[ligne];
  const grows = cells.some(
    ({ cell, place }) =>
      cell.style === 'saisie' && formatOf(cell) === 'texte' && !merged.has(place),
  );
  const held = fixed === undefined && grows ? '' : ' customHeight="1"';
  return ` ht="${fixed ?? Math.max(RANGEE_GRILLE, ...asked)}"${held}`;
}

/** Rows in order, those that hold nothing but a height among them. */
export function rowsXml(sheet: GridWritten, cells: readonly PlacedCell[], share: Share): string {
  const rows = new Map<number, PlacedCell[]>();
  const sized = Object.keys(sheet.hauteurs ?? {}).map(Number);
  for (const ligne of [...sized, ...(sheet.lignesLibres ?? [])]) rows.set(ligne, []);
  for (const one of cells) rows.set(one.ligne, [...(rows.get(one.ligne) ?? []), one]);
  return [...rows]
    .sort(([a], [b]) => a - b)
    .map(([ligne, own]) => {
      const xml = own.map(({ cell, place }) => gridCellXml(cell, place, share)).join('');
      return rowXml(ligne, xml, `${rowStyle(sheet, ligne, own)}${rowHeight(sheet, ligne, own)}`);
    })
    .join('');
}
