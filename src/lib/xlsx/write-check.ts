/** What a spreadsheet says when a cell is selected, and refuses when someone types in it. */
import { serialOf } from './write-dates';
import { cleanText, escapeAttribute } from './escape-xml';
import { escapeText } from './write-xml';

const TITRE_MAX = 32;
const TEXTE_MAX = 255;
const LISTE_MAX = 255;
/** The largest amount that a cell takes. */
export const LARGEST = '999999999999.99';

/** What is refused, and what is said then unless the caller says it otherwise. */
export interface Check {
  readonly attributes: string;
  readonly formulas: readonly string[];
  readonly message: string;
}

const CLOSED = 'Choisissez une valeur de la liste : une autre ne serait pas lue.';
const OPEN =
  'Cette valeur n’est pas dans la liste. Si elle est juste, gardez-la ; sinon, choisissez-la dans la liste.';

/** A spreadsheet keeps the values as one quoted text, where a comma ends a value. */
function quoteList(titre: string, values: readonly string[]): string {
  const broken = values.some((value) => /[",\n]/.test(value));
  const list = values.join(',');
  if (!broken && list.length <= LISTE_MAX) return `"${list}"`;
  throw new RangeError(`Choices of ${titre} do not fit in a cell check: put them in a sheet`);
}

/** Values, or a range that holds them. @throws RangeError for values that a check cannot hold. */
export const listed = (
  titre: string,
  choix: string | readonly string[],
  style: 'stop' | 'warning',
): Check => ({
  attributes: `type="list" errorStyle="${style}"`,
  formulas: [typeof choix === 'string' ? choix : quoteList(titre, choix)],
  message: style === 'stop' ? CLOSED : OPEN,
});

/** Amounts between two plain decimals. */
export const amount = (min: string, max: string): Check => ({
  attributes: 'type="decimal" operator="between"',
  formulas: [min, max],
  message: 'Écrivez un montant en chiffres, sans lettres, par exemple 12345,67.',
});

/** Whole numbers from 0. */
export const whole = (max: number): Check => ({
  attributes: 'type="whole" operator="between"',
  formulas: ['0', String(max)],
  message: 'Écrivez un nombre entier, sans décimales ni signe, par exemple 25.',
});

/** ISO days, both included. */
export const days = (min: string, max: string): Check => ({
  attributes: 'type="date" operator="between"',
  formulas: [String(serialOf(min)), String(serialOf(max))],
  message: 'Écrivez une date complète : année, mois, jour, par exemple 2026-03-31.',
});

/** A check that warns, and lets the value in. */
export const warning = (check: Check): Check => ({
  ...check,
  attributes: `${check.attributes} errorStyle="warning"`,
});

/** A title of at most 32 characters, a text of at most 255. */
export interface Message {
  readonly titre: string;
  readonly texte: string;
}

/** What a range is told and refused. */
export interface CheckedRange {
  readonly plage: string;
  readonly check: Check | null;
  readonly aide: Message | null;
  readonly erreur: Message | null;
}

function said({ titre, texte }: Message, what: string): [titre: string, texte: string] {
  if (cleanText(titre).length > TITRE_MAX)
    throw new RangeError(`Title of ${what} is longer than ${TITRE_MAX} characters: ${titre}`);
  if (cleanText(texte).length > TEXTE_MAX)
    throw new RangeError(`Text of ${what} is longer than ${TEXTE_MAX} characters: ${texte}`);
  return [escapeAttribute(titre), escapeAttribute(texte)];
}

function promptXml(aide: Message | null, plage: string): string {
  if (aide === null) return '';
  const [title, text] = said(aide, `the help of ${plage}`);
  return ` showInputMessage="1" promptTitle="${title}" prompt="${text}"`;
}

function errorXml({ check, erreur, plage }: CheckedRange): string {
  if (check === null) return '';
  const message = erreur ?? { titre: 'Valeur à revoir', texte: check.message };
  const [title, text] = said(message, `the error of ${plage}`);
  return ` showErrorMessage="1" errorTitle="${title}" error="${text}"`;
}

function checkXml(range: CheckedRange): string {
  const { plage, check, aide } = range;
  const formulas = (check?.formulas ?? []).map(
    (formula, index) => `<formula${index + 1}>${escapeText(formula)}</formula${index + 1}>`,
  );
  const type = check === null ? '' : ` ${check.attributes}`;
  return `<dataValidation${type} allowBlank="1"${promptXml(aide, plage)}${errorXml(range)} sqref="${plage}">${formulas.join('')}</dataValidation>`;
}

/** The element that holds them all, or nothing. @throws RangeError for a message that is too long. */
export function checksXml(ranges: readonly CheckedRange[]): string {
  if (ranges.length === 0) return '';
  return `<dataValidations count="${ranges.length}">${ranges.map(checkXml).join('')}</dataValidations>`;
}
