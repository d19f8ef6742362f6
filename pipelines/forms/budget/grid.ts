/** What every sheet of the budget is made of. */
import { unbroken } from '../../lib/phrase';
import { FICTIF } from '../../../src/lib/domain/fictif';
import { centsToDecimal } from '../../../src/lib/domain/montant';
import { formatReference } from '../../../src/lib/domain/reddition';
import { formatDate } from '../../../src/lib/domain/mois';
import type { GridCell, GridValidation, GridWritten } from '../../../src/lib/xlsx/workbook';
import type { ColonneBudget, Definition } from '../definition';
import type { Dossier, Valeur } from '../reponses';

export type Cells = Record<string, GridCell>;

export const says = (style: GridCell['style'], texte: string): GridCell => ({
  type: 'texte',
  texte: unbroken(texte),
  style,
});

export const FORMATS = {
  texte: 'texte',
  nombre: 'entier',
  montant: 'montant',
  date: 'date',
} as const;

/** A cell to fill in, with its answer when it has one. */
export function input(type: keyof typeof FORMATS, valeur: Valeur | undefined): GridCell {
  const style = 'saisie';
  if (valeur === undefined) return { type: 'vide', format: FORMATS[type], style };
  if (typeof valeur === 'bigint')
    return { type: 'montant', decimal: centsToDecimal(valeur), style };
  if (typeof valeur === 'number') return { type: 'entier', entier: valeur, style };
  if (type === 'date') return { type: 'date', jour: String(valeur), style };
  return { type: 'texte', texte: String(valeur), style };
}

export const MONTANT: Omit<GridValidation, 'plage'> = {
  regle: { type: 'decimal' },
  erreur: {
    titre: 'Un montant est attendu',
    texte: 'Écrivez un nombre, par exemple 1234,50, sans mots.',
  },
};

/** Checks of a column, with its help. */
export function checkOf(colonne: ColonneBudget, plage: string): GridValidation[] {
  const aide = colonne.aide && {
    titre: colonne.libelle.slice(0, 32),
    texte: unbroken(colonne.aide),
  };
  const help = aide ? { aide } : {};
  if (colonne.type === 'montant') return [{ plage, ...MONTANT, avertir: true, ...help }];
  if (colonne.type === 'nombre') return [{ plage, regle: { type: 'entier' }, ...help }];
  if (colonne.type === 'date') return [{ plage, regle: { type: 'date' }, ...help }];
  return aide ? [{ plage, ...help }] : [];
}

/** Who the budget is of, on each sheet: a sheet printed alone still says it. */
export function heading(definition: Definition, dossier: Dossier, titre: string, aide = ''): Cells {
  const { fonds, identite, exercice, echeance, reference } = dossier;
  const mention = fonds.fictif ? ` ${FICTIF}.` : '';
  return {
    A1: says('titre', `${definition.budget.titre} : ${titre}`),
    A2: says(
      'sous-titre',
      `${fonds.nom}.${mention} Projet ${identite['projet'] ?? ''}, ${identite['titre'] ?? ''}. Exercice ${exercice.id}, à remettre au plus tard le ${formatDate(echeance)}.`,
    ),
    A3: says('code', `Référence à garder : ${formatReference(reference)}`),
    A4: says('note', `${definition.budget.intro} ${aide}`.trim()),
  };
}

/** Of the head of each sheet, in points. */
export const HAUTEURS = { 1: 26, 2: 32, 4: 32 } as const;

export const printed = (dossier: Dossier, titre: string): GridWritten['impression'] => ({
  orientation: 'paysage',
  pied: {
    gauche: `${dossier.identite['projet'] ?? ''}, ${dossier.exercice.id}, ${titre}`,
    droite: 'Page {page} de {pages}',
  },
});
