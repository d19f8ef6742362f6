/** A cell and a row of `sheetData`, whatever the sheet. */
import { cleanText } from './escape-xml';

/** Rank of a text in the table that all sheets share. */
export type Share = (text: string) => number;

const TEXTE_MAX = 32_767;

const COUPE = ' […]';

/** A text as a cell holds it: what is beyond its limit is cut, and a mark says so. Files of text have it whole. */
export const fitText = (text: string): string =>
  text.length <= TEXTE_MAX ? text : text.slice(0, TEXTE_MAX - COUPE.length) + COUPE;

/** Height of a line, in points, and of a row of one line. */
export const INTERLIGNE = 13;
export const RANGEE = 15;

/** @throws RangeError for a text that no cell holds. */
export function textCell(at: string, text: string, style: number, share: Share): string {
  const clean = cleanText(text);
  if (clean.length > TEXTE_MAX) throw new RangeError(`Text of ${at} is too long for a cell`);
  return `<c r="${at}" s="${style}" t="s"><v>${share(clean)}</v></c>`;
}

const FORMULE_MAX = 8192;

/** @throws RangeError for what is no formula without its equal sign. */
export function plainFormula(at: string, formule: string): string {
  if (/^[^=]/.test(formule) && formule.length <= FORMULE_MAX) return formule;
  throw new RangeError(`Formula of ${at} is empty, too long, or begins with its equal sign`);
}

/** `value` is in plain digits. */
export const numberCell = (at: string, value: string, style: number) =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;

/** An amount as it is stored. @throws RangeError when it is not plain digits with at most cents. */
export function plainDecimal(at: string, decimal: string): string {
  if (/^-?\d{1,12}(\.\d{1,2})?$/.test(decimal)) return decimal;
  throw new RangeError(`Amount of ${at} is not a plain decimal: ${decimal}`);
}

/** @throws RangeError for a number with decimals. */
export function plainInteger(at: string, entier: number): string {
  if (Number.isSafeInteger(entier)) return String(entier);
  throw new RangeError(`Number of ${at} is not a whole number: ${entier}`);
}

/** `rest` is what the row says of itself, with a space before. */
export const rowXml = (ligne: number, cells: string, rest = '') =>
  `<row r="${ligne}"${rest}>${cells}</row>`;

/** Lines that a text takes in a column of so many digits: letters are narrower, words that do not fit go down. */
export const linesOf = (text: string, largeur: number): number =>
  text
    .split('\n')
    .reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / (1.1 * largeur))), 0);
