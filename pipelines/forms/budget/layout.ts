/** Where each thing of the budget stands: the writer puts it there, and the reader looks for it by code. */
import { columnLetter } from '../../../src/lib/xlsx/reference';
import type { FeuilleForm, LigneSommaire } from '../definition';

/** Rows of a sheet of lines, from 1. */
export const RANGEES = {
  titre: 1,
  projet: 2,
  reference: 3,
  aide: 4,
  entetes: 6,
  codes: 7,
  premiere: 8,
} as const;

export interface Plan {
  /** Ids of the columns, the category first. */
  readonly colonnes: readonly string[];
  readonly premiere: number;
  readonly derniere: number;
  /** Within the sums, so that a line put just above it is added up too. */
  readonly insertion: number;
  readonly total: number;
}

/** Rows of a sheet of so many filled lines: those of the categories and the blank ones at least. */
export function planOf(feuille: FeuilleForm, remplies: number): Plan {
  const count = Math.max(feuille.choix.length + feuille.lignes, remplies + 1);
  const { premiere } = RANGEES;
  return {
    colonnes: [feuille.categorie.id, ...feuille.colonnes.map((c) => c.id)],
    premiere,
    derniere: premiere + count - 1,
    insertion: premiere + count,
    total: premiere + count + 1,
  };
}

/** Letter of a column of a sheet, by its id. */
export function letterOf({ colonnes }: Plan, id: string): string {
  const rank = colonnes.indexOf(id);
  if (rank < 0) throw new RangeError(`No column ${id}`);
  return columnLetter(rank);
}

/** Rows of the summary start here, one a line. */
export const SOMMAIRE = { premiere: 6 } as const;

export const sommaireRow = (rank: number): number => SOMMAIRE.premiere + rank;

/** Name of the workbook for a question: Excel takes `J3` alone for a cell. */
export const nameOf = (code: string): string => `RC_${code}`;
export const NOM_REFERENCE = 'RC_reference';

export const TOTAL = 'Total';
export const INSERTION = 'Insérez vos lignes au-dessus de celle-ci';

/** Lines of the summary that a person fills in. */
export const isSaisie = (id: LigneSommaire): boolean => id === 'solde_debut';
export const isPart = (id: LigneSommaire): boolean => id.startsWith('part_');
