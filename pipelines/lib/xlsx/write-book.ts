/** `xl/workbook.xml`: the sheets, and the names that lead into them. */
import type { SheetWritten } from './workbook';
import { tableRange } from './write-table';
import { escapeAttribute, escapeText, part } from './write-xml';

export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

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
}

const absolute = (range: string) => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');

/** Names that a spreadsheet gives to the filter and to the rows printed on each page. */
function definedNames(feuilles: readonly SheetWritten[]): string {
  const names = feuilles.flatMap((sheet, index) => {
    if (sheet.type !== 'table') return [];
    const nom = escapeText(quoteSheet(sheet.nom));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${nom}!${absolute(tableRange(sheet))}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${nom}!$1:$1</definedName>`,
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

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
    ].join(''),
  ).replace('<workbook ', `<workbook xmlns:r="${RELATIONS}" `);
}
