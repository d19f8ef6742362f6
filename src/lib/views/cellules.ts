/** Cells of tables that count. */
import { formatMontant, formatNombre, formatPart } from '../format';
import type { Cell } from './figure';

/** Pages of a fund that tell of one thing each. */
export type Pages = 'territoires' | 'priorites' | 'projets' | 'organismes';

export const nombreCell = (n: number): Cell => ({ valeur: n, texte: formatNombre(n) });
export const montantCell = (dollars: number): Cell => ({
  valeur: dollars,
  texte: formatMontant(dollars),
});
export const partCell = (part: number): Cell => ({ valeur: part, texte: formatPart(part) });
/** A name that leads to its page; `id` is null where it has none. */
export const pageCell = (texte: string, pages: Pages, id: string | null): Cell =>
  id === null
    ? { valeur: texte, texte }
    : { valeur: texte, texte, lien: `/${pages}/${encodeURIComponent(id)}` };
/** An absent value says why. */
export const absentCell = (texte: string): Cell => ({ valeur: null, texte });
