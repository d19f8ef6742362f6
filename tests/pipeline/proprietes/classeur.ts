/** A workbook written cell by cell, with everything that a cell may hold. */
import { escapeXml, makeWorkbook, type SheetSpec } from '../../lib/classeur';
import type { Cellule } from '../lib/registre';
import { daysBetween } from './jours';

const FORMATS = ['yyyy-mm-dd', '#,##0.00', '0%'];
export const STYLES = { aucun: 0, date: 1, montant: 2, part: 3 } as const;
type Style = keyof typeof STYLES;

export type Brute =
  | { readonly texte: string }
  | { readonly nombre: string; readonly style: Style }
  | { readonly erreur: string }
  | { readonly vrai: boolean }
  /** Without a value, as a program that computes nothing leaves it. */
  | { readonly formule: string; readonly valeur: string | null };

/** Rows of a sheet, from A1; null is no cell at all. */
export type Grille = readonly (readonly (Brute | null)[])[];

export interface Feuille {
  readonly nom: string;
  readonly grille: Grille;
  readonly fusions?: readonly string[];
}

export const letterOf = (column: number): string =>
  (column >= 26 ? letterOf(Math.floor(column / 26) - 1) : '') +
  String.fromCharCode(65 + (column % 26));

/** Number under which a spreadsheet keeps a day. */
export const serie = (jour: string): string => String(daysBetween('1899-12-30', jour));

export const texte = (text: string): Brute => ({ texte: text });
export const nombre = (value: string, style: Style = 'aucun'): Brute => ({ nombre: value, style });

/** A cell of a register's plain rows, typed as a spreadsheet types it. */
export function bruteOf(cell: Cellule | undefined): Brute | null {
  if (cell === undefined || cell === '') return null;
  if (typeof cell === 'string') return texte(cell);
  if (typeof cell === 'number') return nombre(String(cell));
  return 'jour' in cell ? nombre(serie(cell.jour), 'date') : nombre(cell.montant, 'montant');
}

function cellXml(at: string, cell: Brute): string {
  if ('texte' in cell)
    return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell.texte)}</t></is></c>`;
  if ('nombre' in cell) return `<c r="${at}" s="${STYLES[cell.style]}"><v>${cell.nombre}</v></c>`;
  if ('erreur' in cell) return `<c r="${at}" t="e"><v>${cell.erreur}</v></c>`;
  if ('vrai' in cell) return `<c r="${at}" t="b"><v>${cell.vrai ? 1 : 0}</v></c>`;
  const value = cell.valeur === null ? '' : `<v>${cell.valeur}</v>`;
  return `<c r="${at}"><f>${escapeXml(cell.formule)}</f>${value}</c>`;
}

function sheetOf({ nom, grille, fusions = [] }: Feuille): SheetSpec {
  const rows = grille.map((cells, i) => {
    const inside = cells.map((c, j) => (c === null ? '' : cellXml(`${letterOf(j)}${i + 1}`, c)));
    return `<row r="${i + 1}">${inside.join('')}</row>`;
  });
  const merged = fusions.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return {
    nom,
    rangees: rows.join(''),
    apres: merged === '' ? '' : `<mergeCells count="${fusions.length}">${merged}</mergeCells>`,
  };
}

export const ecrireClasseur = (feuilles: readonly Feuille[]): Uint8Array =>
  makeWorkbook({ feuilles: feuilles.map(sheetOf), formats: FORMATS });
