/** Forms of a few cells. */
import type { GridCell, GridStyle, GridWritten } from '../../src/lib/xlsx/workbook';

export const form = (
  cellules: GridWritten['cellules'],
  rest: Partial<GridWritten> = {},
): GridWritten => ({
  type: 'grille',
  nom: 'Dépenses',
  cellules,
  largeurs: [20, 20, 20],
  impression: { orientation: 'portrait' },
  ...rest,
});

export const vide = (style: GridStyle, format: 'texte' | 'montant' = 'montant'): GridCell => ({
  ...{ type: 'vide', format, style },
});
export const texte = (contenu: string, style: GridStyle = 'libelle'): GridCell => ({
  ...{ type: 'texte', texte: contenu, style },
});
export const formule = (
  contenu: string,
  valeur: string | null,
  format: 'texte' | 'montant' | 'date' = 'montant',
): GridCell => ({ type: 'formule', formule: contenu, valeur, format, style: 'calcul' });
