import type { CellRead } from '../../../src/lib/xlsx/workbook';
import type { SourceKind } from '../../sources/kind';
import type { FileSnapshot } from '../snapshot';

export interface RawCell {
  readonly brut: string;
  /** As `D4`. */
  readonly cellule: string;
  /** What a workbook knows of the cell beside its text. */
  readonly lue?: CellRead;
}

export interface RawRow {
  readonly fichier: string;
  readonly feuille: string | null;
  readonly ligne: number;
  readonly cells: Readonly<Record<string, RawCell>>;
}

/** Rows of one table, and how many it holds: `lues` = kept here + `ecartees` + `refusees`. */
export interface ReadTable {
  readonly file: FileSnapshot;
  readonly kind: SourceKind;
  readonly feuille: string | null;
  readonly rows: readonly RawRow[];
  readonly lues: number;
  readonly ecartees: number;
  readonly refusees: number;
  readonly vides: number;
  /** Rows of totals, with the lines of the rows that each one may add up. */
  readonly totaux: readonly RawRow[];
}

/** A table of which nothing can be kept: all its rows are refused. */
export const refusedTable = (
  file: FileSnapshot,
  kind: SourceKind,
  feuille: string | null,
  { lues = 0, vides = 0 } = {},
): ReadTable => ({
  file,
  kind,
  feuille,
  rows: [],
  lues,
  ecartees: 0,
  refusees: lues,
  vides,
  totaux: [],
});

/** Text of a cell as a spreadsheet shows it, near enough to recognise it. */
export function showCell(cell: CellRead): string {
  if (cell.format === 'date' && cell.jour !== null) return cell.jour;
  if (cell.format !== 'pourcentage' || cell.type !== 'nombre') return cell.texte;
  return `${Number((Number(cell.texte) * 100).toPrecision(15))} %`;
}
