/** What a form holds: the values it is filled in with, and the answers read back from it. */
import type { Partie, Reference } from '../../src/lib/domain/reddition';
import type { Trouvaille } from '../lib/constats';
import type { LigneSommaire } from './definition';

export const NON_COMPTE = 'non-compte';

/**
 * Text, ISO day of a date, id of a choice or « non-compte »; cents of a montant; ids of ticked boxes;
 * true for oui.
 */
export type Valeur = string | number | bigint | boolean | readonly string[];

export type LigneRemplie = Readonly<Record<string, Valeur>>;

/** Values by question; rows of a table by the id of its columns, those of a sheet of the budget too. */
export interface Reponses {
  readonly champs: Readonly<Record<string, Valeur>>;
  readonly tableaux: Readonly<Record<string, readonly LigneRemplie[]>>;
}

/** Whose form it is, and what it is filled in with before it goes out. */
export interface Dossier {
  readonly reference: Reference;
  readonly fonds: { readonly nom: string; readonly fictif: boolean };
  readonly exercice: { readonly id: string; readonly debut: string; readonly fin: string };
  readonly echeance: string;
  /** By `Prerempli`, as it is shown. */
  readonly identite: Readonly<Record<string, string>>;
  readonly organisme: string;
}

export interface ReponseLue {
  /** Id of the question; `tableau.colonne` in a table, `feuille.colonne` in the budget. */
  readonly question: string;
  /** From 1 in a table; 0 elsewhere. */
  readonly rang: number;
  readonly valeur: Valeur;
  readonly partie: Partie;
  /** Section of the Word form, or sheet. */
  readonly feuille: string;
  /** Code of the question in Word, cell in Excel. */
  readonly cellule: string;
}

/** A computed value of the workbook, as it was saved. */
export interface Calcule {
  /** A line of the summary, or `feuille.colonne` for the total of a column. */
  readonly id: LigneSommaire | `${string}.${string}`;
  /** Null where the cell holds no amount. */
  readonly cents: bigint | null;
  readonly feuille: string;
  readonly cellule: string;
}

/** A finding about a form, before the name of its file is known. */
export type Remarque = Omit<Trouvaille, 'fichier'>;

export interface FormulaireLu {
  readonly partie: Partie;
  /** Every different reference found in the file: one, when nobody mixed two forms. */
  readonly references: readonly Reference[];
  /** Instant of the last save that the file declares. */
  readonly modifie: string | null;
  readonly reponses: readonly ReponseLue[];
  readonly calcules: readonly Calcule[];
  readonly remarques: readonly Remarque[];
}
