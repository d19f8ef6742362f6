/** Cell references, as `AB12`. */

/** Column letter of a spreadsheet: 0 gives A, 26 gives AA. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

export const COLUMNS_MAX = 16_384;
export const ROWS_MAX = 1_048_576;

export interface Position {
  /** Counted from 0. */
  readonly colonne: number;
  /** Counted from 1. */
  readonly ligne: number;
}

const REFERENCE = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/;

/** Place of a cell; null when the text names none. */
export function parseReference(text: string): Position | null {
  const [, letters, digits] = REFERENCE.exec(text) ?? [];
  if (letters === undefined) return null;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  const ligne = Number(digits);
  return column > COLUMNS_MAX || ligne > ROWS_MAX ? null : { colonne: column - 1, ligne };
}

/** Name of a cell, as `AB12`: column counted from 0, row from 1. */
export const cellName = (colonne: number, ligne: number): string =>
  `${columnLetter(colonne)}${ligne}`;
