/** `xl/workbook.xml`: the sheets, and the names that lead into them. */
import { absolute } from './range';
import type { GridWritten, SheetWritten, TableWritten } from './workbook';
import { checkRange } from './write-grid-place';
import { tableRange } from './write-table';
import { escapeAttribute } from './escape-xml';
import { escapeText, part } from './write-xml';

export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Whether the workbook needs what only forms use. */
export const hasForm = (feuilles: readonly SheetWritten[]): boolean =>
  feuilles.some(({ type }) => type === 'grille');

/** A sheet's name as a formula takes it. */
export const quoteSheet = (nom: string): string => `'${nom.replaceAll("'", "''")}'`;

/** @throws RangeError for names that Excel refuses, or when no sheet shows. */
export function checkNames(feuilles: readonly SheetWritten[]): void {
  const seen = new Set<string>();
  for (const { nom } of feuilles) {
    const refused = nom === '' || nom.length > 31 || /[[\]:*?/\\]|^'|'$/.test(nom);
    if (refused || seen.has(nom.toLowerCase()))
      throw new RangeError(`Not a name for a sheet, or one already taken: ${nom}`);
    seen.add(nom.toLowerCase());
  }
  if (!feuilles.some(({ masquee }) => !masquee))
    throw new RangeError('A workbook needs a sheet that shows');
  checkNoms(feuilles);
}

/** A name of the workbook that is no reference, and that no spreadsheet keeps for itself. */
function checkName(nom: string, seen: Set<string>): void {
  const plain = /^[A-Za-z_][\w.]{0,254}$/.test(nom) && !/^_xl/i.test(nom);
  const isReference = /^([A-Z]{1,3}\d+|R\d*(C\d*)?|C\d*)$/i.test(nom);
  if (!plain || isReference || seen.has(nom.toLowerCase()))
    throw new RangeError(`Not a name for a place, or one already taken: ${nom}`);
  seen.add(nom.toLowerCase());
}

function checkNoms(feuilles: readonly SheetWritten[]): void {
  const seen = new Set<string>();
  for (const sheet of feuilles)
    if (sheet.type === 'grille')
      for (const nom of Object.keys(sheet.noms ?? {})) checkName(nom, seen);
}

type Name = readonly [attributes: string, place: string];

const tableNames = (sheet: TableWritten, index: number): Name[] => [
  [`name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1"`, absolute(tableRange(sheet))],
  [`name="_xlnm.Print_Titles" localSheetId="${index}"`, '$1:$1'],
];

function gridNames({ noms = {}, impression }: GridWritten, index: number): Name[] {
  const { zone, repeter } = impression;
  const names: Name[] = Object.entries(noms).map(([nom, range]) => [
    `name="${nom}"`,
    absolute(checkRange(range)),
  ]);
  if (zone !== undefined)
    names.push([`name="_xlnm.Print_Area" localSheetId="${index}"`, absolute(checkRange(zone))]);
  if (repeter !== undefined)
    names.push([
      `name="_xlnm.Print_Titles" localSheetId="${index}"`,
      `$${repeter[0]}:$${repeter[1]}`,
    ]);
  return names;
}

function namesOf(sheet: SheetWritten, index: number): Name[] {
  if (sheet.type === 'table') return tableNames(sheet, index);
  return sheet.type === 'grille' ? gridNames(sheet, index) : [];
}

/** Names of forms, and those that a spreadsheet gives to the filter and to what is printed. */
function definedNames(feuilles: readonly SheetWritten[]): string {
  const names = feuilles.flatMap((sheet, index) =>
    namesOf(sheet, index).map(
      ([attributes, place]) =>
        `<definedName ${attributes}>${escapeText(quoteSheet(sheet.nom))}!${place}</definedName>`,
    ),
  );
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

/** Formulas are computed when the workbook opens. */
const RECALCULATED = '<calcPr fullCalcOnLoad="1"/>';

/** `shown` is the rank of the sheet that opens. */
export function workbookXml(feuilles: readonly SheetWritten[], shown: number): string {
  const sheets = feuilles.map(
    ({ nom, masquee }, i) =>
      `<sheet name="${escapeAttribute(nom)}" sheetId="${i + 1}"${masquee ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
  );
  return part(
    'workbook',
    [
      `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="24000" windowHeight="12000" activeTab="${shown}"/></bookViews>`,
      `<sheets>${sheets.join('')}</sheets>`,
      definedNames(feuilles),
      hasForm(feuilles) ? RECALCULATED : '',
    ].join(''),
  ).replace('<workbook ', `<workbook xmlns:r="${RELATIONS}" `);
}
