/** What a column says and refuses when someone types in it. */
import type { ColumnWritten } from './workbook';
import { serialOf } from './write-dates';
import { cleanText, escapeAttribute } from '../ooxml/write-xml';
import { escapeText } from './write-xml';

/** Rows, below the headings, that are checked and helped. */
export const DERNIERE_LIGNE = 2000;

const AIDE_MAX = 255;
const TITRE_MAX = 32;
const LISTE_MAX = 255;
const LARGEST = '999999999999.99';

interface Check {
  readonly attributes: string;
  readonly formulas: readonly string[];
  readonly message: string;
}

const listed = (style: 'stop' | 'warning', formula: string, message: string): Check => ({
  attributes: `type="list" errorStyle="${style}"`,
  formulas: [formula],
  message,
});

/** A spreadsheet keeps the values as one quoted text, where a comma ends a value. */
function quoteList(titre: string, values: readonly string[]): string {
  const broken = values.some((value) => /[",\n]/.test(value));
  const list = values.join(',');
  if (!broken && list.length <= LISTE_MAX) return `"${list}"`;
  throw new RangeError(`Choices of ${titre} do not fit in a cell check: put them in a sheet`);
}

const CLOSED = 'Choisissez une valeur de la liste : une autre ne serait pas lue.';
const OPEN =
  'Cette valeur n’est pas dans la liste. Si elle est juste, gardez-la ; sinon, choisissez-la dans la liste.';

const TYPES: Readonly<Record<ColumnWritten['format'], Check | null>> = {
  texte: null,
  montant: {
    attributes: 'type="decimal" operator="between"',
    formulas: [`-${LARGEST}`, LARGEST],
    message: 'Écrivez un montant en chiffres, sans lettres, par exemple 12345,67.',
  },
  entier: {
    attributes: 'type="whole" operator="between"',
    formulas: ['0', '999999999'],
    message: 'Écrivez un nombre entier, sans décimales ni signe, par exemple 25.',
  },
  date: {
    attributes: 'type="date" operator="between"',
    formulas: [String(serialOf('2000-01-01')), String(serialOf('2099-12-31'))],
    message: 'Écrivez une date complète : année, mois, jour, par exemple 2026-03-31.',
  },
};

function checkOf({ titre, format, choix }: ColumnWritten): Check | null {
  if (choix === undefined) return TYPES[format];
  if (typeof choix === 'string') return listed('warning', choix, OPEN);
  return listed('stop', quoteList(titre, choix), CLOSED);
}

function promptOf({ titre, aide }: ColumnWritten): string {
  if (aide === undefined) return '';
  if (cleanText(aide).length > AIDE_MAX)
    throw new RangeError(`Help of ${titre} is longer than ${AIDE_MAX} characters`);
  const title = cleanText(titre).slice(0, TITRE_MAX);
  return ` showInputMessage="1" promptTitle="${escapeAttribute(title)}" prompt="${escapeAttribute(aide)}"`;
}

const errorOf = ({ message }: Check) =>
  ` showErrorMessage="1" errorTitle="Valeur à revoir" error="${escapeAttribute(message)}"`;

function validation(column: ColumnWritten, letter: string): string[] {
  const check = checkOf(column);
  const prompt = promptOf(column);
  if (check === null && prompt === '') return [];
  const formulas = (check?.formulas ?? []).map(
    (formula, index) => `<formula${index + 1}>${escapeText(formula)}</formula${index + 1}>`,
  );
  const type = check === null ? '' : ` ${check.attributes}`;
  const error = check === null ? '' : errorOf(check);
  return [
    `<dataValidation${type} allowBlank="1"${prompt}${error} sqref="${letter}2:${letter}${DERNIERE_LIGNE}">${formulas.join('')}</dataValidation>`,
  ];
}

/** The element that holds them all, or nothing. */
export function validationsXml(
  columns: readonly ColumnWritten[],
  letterOf: (index: number) => string,
): string {
  const all = columns.flatMap((column, index) => validation(column, letterOf(index)));
  if (all.length === 0) return '';
  return `<dataValidations count="${all.length}">${all.join('')}</dataValidations>`;
}
