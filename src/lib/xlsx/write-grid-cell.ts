/** A cell of a form. */
import type { GridCell } from './workbook';
import {
  numberCell,
  plainDecimal,
  plainFormula,
  plainInteger,
  type Share,
  textCell,
} from './write-cell';
import { serialOf } from './write-dates';
import { gridStyleOf } from './write-grid-styles';
import { escapeText } from './write-xml';

type Formula = Extract<GridCell, { readonly type: 'formule' }>;

function plainNumber(at: string, decimal: string): string {
  if (/^-?\d{1,15}(\.\d{1,15})?$/.test(decimal)) return decimal;
  throw new RangeError(`Number of ${at} is not a plain decimal: ${decimal}`);
}

function resultOf({ valeur, format }: Formula, at: string): string {
  if (valeur === null) return '';
  if (format === 'texte') return `<v>${escapeText(valeur)}</v>`;
  return `<v>${format === 'date' ? serialOf(valeur) : plainNumber(at, valeur)}</v>`;
}

function formulaCell(cell: Formula, at: string): string {
  const { style, format, valeur } = cell;
  const shown = gridStyleOf(style, format === 'texte' ? 'calcule' : format);
  const type = format === 'texte' && valeur !== null ? ' t="str"' : '';
  const formula = escapeText(plainFormula(at, cell.formule));
  return `<c r="${at}" s="${shown}"${type}><f>${formula}</f>${resultOf(cell, at)}</c>`;
}

/** @throws RangeError for a content that no cell holds. */
export function gridCellXml(cell: GridCell, at: string, share: Share): string {
  const styled = (format: Parameters<typeof gridStyleOf>[1]) => gridStyleOf(cell.style, format);
  switch (cell.type) {
    case 'vide':
      return `<c r="${at}" s="${styled(cell.format)}"/>`;
    case 'texte':
      return textCell(at, cell.texte, styled('texte'), share);
    case 'montant':
      return numberCell(at, plainDecimal(at, cell.decimal), styled('montant'));
    case 'entier':
      return numberCell(at, plainInteger(at, cell.entier), styled('entier'));
    case 'date':
      return numberCell(at, String(serialOf(cell.jour)), styled('date'));
    case 'pourcentage':
      return numberCell(at, plainNumber(at, cell.decimal), styled('pourcentage'));
    case 'formule':
      return formulaCell(cell, at);
  }
}
