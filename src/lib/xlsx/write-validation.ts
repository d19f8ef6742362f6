/** What a column of a table says and refuses when someone types in it. */
import type { ColumnWritten } from './workbook';
import {
  amount,
  type Check,
  type CheckedRange,
  checksXml,
  days,
  LARGEST,
  listed,
  whole,
} from './write-check';
import { cleanText } from './escape-xml';

/** Rows, below the headings, that are checked and helped. */
export const DERNIERE_LIGNE = 2000;

const TITRE_MAX = 32;

const TYPES: Readonly<Record<ColumnWritten['format'], Check | null>> = {
  texte: null,
  montant: amount(`-${LARGEST}`, LARGEST),
  entier: whole(999_999_999),
  date: days('2000-01-01', '2099-12-31'),
};

function checkOf({ titre, format, choix }: ColumnWritten): Check | null {
  if (choix === undefined) return TYPES[format];
  return listed(titre, choix, typeof choix === 'string' ? 'warning' : 'stop');
}

function checked(column: ColumnWritten, letter: string): CheckedRange[] {
  const { titre, aide } = column;
  const check = checkOf(column);
  if (check === null && aide === undefined) return [];
  return [
    {
      plage: `${letter}2:${letter}${DERNIERE_LIGNE}`,
      check,
      aide:
        aide === undefined ? null : { titre: cleanText(titre).slice(0, TITRE_MAX), texte: aide },
      erreur: null,
    },
  ];
}

/** The element that holds those of all columns, or nothing. */
export const validationsXml = (
  columns: readonly ColumnWritten[],
  letterOf: (index: number) => string,
): string => checksXml(columns.flatMap((column, index) => checked(column, letterOf(index))));
