import type { CellRead } from '../../../src/lib/xlsx/workbook';
import { cellName } from '../../../src/lib/xlsx/reference';
import type { Trouvaille } from '../../lib/constats';
import type { SourceKind } from '../../sources/kind';
import { Rangees } from '../rangees';
import type { FileSnapshot } from '../snapshot';

/** Where the rows of a table are: what they all share. */
export interface Lieu {
  readonly fichier: string;
  readonly feuille: string | null;
  /** Column of each field that was found, counted from 0. */
  readonly colonnes: ReadonlyMap<string, number>;
}

export interface RawRow {
  readonly lieu: Lieu;
  /** Counted from 1, as a spreadsheet shows it. */
  readonly ligne: number;
  /** By column, what is written there. */
  readonly textes: readonly string[];
  /** Cells that a workbook knows to be numbers. */
  readonly nombres: readonly CellRead[];
}

/** What is written in a field of a row; empty where the file has no such column. */
export function brutIn({ lieu, textes }: RawRow, champ: string): string {
  const colonne = lieu.colonnes.get(champ);
  return colonne === undefined ? '' : (textes[colonne] ?? '');
}

/** The number that a workbook knows a field of a row to hold. */
export const nombreIn = ({ lieu, nombres }: RawRow, champ: string): CellRead | undefined =>
  nombres.length === 0
    ? undefined
    : nombres.find(({ colonne }) => colonne === lieu.colonnes.get(champ));

/** Cell of a field of a row, as `D4`; the first of the row where the file has no such column. */
const cellIn = ({ lieu, ligne }: RawRow, champ: string): string =>
  cellName(lieu.colonnes.get(champ) ?? 0, ligne);

/** Where a finding about a row's field is, and what was read there. */
export function placeIn(
  row: RawRow,
  champ: string,
): Pick<Trouvaille, 'fichier' | 'feuille' | 'cellule' | 'valeur'> {
  const { fichier, feuille } = row.lieu;
  return { fichier, feuille, cellule: cellIn(row, champ), valeur: brutIn(row, champ) };
}

/** Place of a row's field as the product keeps it, as `recu/lot/a.csv!D4` or `prive/…/registre.xlsx!Octrois!D4`; of the whole row without a field. */
export function provenanceIn(row: RawRow, champ = ''): string {
  const { fichier, feuille } = row.lieu;
  const cellule = cellIn(row, champ);
  return feuille === null ? `${fichier}!${cellule}` : `${fichier}!${feuille}!${cellule}`;
}

/** Rows of one table, and how many it holds: `lues` = kept here + `ecartees` + `refusees`. */
export interface ReadTable {
  readonly file: FileSnapshot;
  readonly kind: SourceKind;
  readonly feuille: string | null;
  readonly rows: Rangees;
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
  rows: new Rangees(
    { fichier: file.chemin, feuille, colonnes: new Map() },
    new Uint32Array(),
    [],
    new Map(),
  ),
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
