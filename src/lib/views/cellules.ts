/** Cells of tables that count. */
import { formatMontant, formatNombre, formatPart } from '../format';
import type { Cell } from './figure';

export const nombreCell = (n: number): Cell => ({ valeur: n, texte: formatNombre(n) });
export const montantCell = (dollars: number): Cell => ({
  valeur: dollars,
  texte: formatMontant(dollars),
});
export const partCell = (part: number): Cell => ({ valeur: part, texte: formatPart(part) });
/** An absent value says why. */
export const absentCell = (texte: string): Cell => ({ valeur: null, texte });
