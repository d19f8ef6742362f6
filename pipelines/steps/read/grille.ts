/** The rows of a sheet as they lie, gone through as often as needed and held by nobody. */
import type { CellRead, RowRead, SheetRead } from '../../../src/lib/xlsx/workbook';

export interface Grid extends Pick<SheetRead, 'fusions' | 'colonnesMasquees'> {
  /** Gone through more than once. */
  readonly rangees: Iterable<RowRead>;
}

/** Where the heading may be: a title and a few notes above it are met, not pages. */
export const ENTETE_MAX = 40;

/** Cells that hold nothing but spaces are empty, and rows that hold nothing else are blank. */
export function* heldRows({ rangees }: Grid): Generator<RowRead> {
  const holds = ({ type, texte }: CellRead) => type !== 'texte' || texte.trim() !== '';
  for (const { ligne, masquee, cellules: all } of rangees) {
    const cellules = all.filter(holds);
    if (cellules.length > 0) yield { ligne, masquee, cellules };
  }
}

/** Rows that the heading is looked for in. */
export function topRows(grid: Grid): RowRead[] {
  const rows: RowRead[] = [];
  for (const row of heldRows(grid)) {
    if (row.ligne > ENTETE_MAX) break;
    rows.push(row);
  }
  return rows;
}

/** Number of rows that hold something, below a line. */
export function countBelow(grid: Grid, ligne: number): number {
  let count = 0;
  for (const row of heldRows(grid)) if (row.ligne > ligne) count++;
  return count;
}
