/** Writes a workbook (OOXML) that any spreadsheet opens: same sheets in, same bytes out. */
import { strToU8, type Zippable, zipSync } from 'fflate';
import type { SheetWritten } from './workbook';
import { sheetXml, tableRange } from './write-sheet';
import { stylesXml } from './write-styles';
import { escapeAttribute, XML_HEAD } from '../ooxml/write-xml';
import { escapeText, part } from './write-xml';

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Texts in the order in which they first appear. */
class SharedStrings {
  readonly #ranks = new Map<string, number>();
  #uses = 0;

  readonly share = (text: string): number => {
    this.#uses += 1;
    const rank = this.#ranks.get(text) ?? this.#ranks.size;
    this.#ranks.set(text, rank);
    return rank;
  };

  toXml(): string {
    const items = [...this.#ranks.keys()].map(
      (text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`,
    );
    return part('sst', items.join('')).replace(
      '<sst ',
      `<sst count="${this.#uses}" uniqueCount="${items.length}" `,
    );
  }
}

/** A sheet's name as a formula takes it. */
export const quoteSheet = (nom: string): string => `'${nom.replaceAll("'", "''")}'`;

function checkNames(feuilles: readonly SheetWritten[]): void {
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
    if (sheet.texte !== undefined) return [];
    const nom = escapeText(quoteSheet(sheet.nom));
    return [
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${nom}!${absolute(tableRange(sheet))}</definedName>`,
      `<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${nom}!$1:$1</definedName>`,
    ];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

function workbookXml(feuilles: readonly SheetWritten[], shown: number): string {
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
  ).replace('<workbook ', `<workbook xmlns:r="${OFFICE}" `);
}

const relations = (list: readonly (readonly [type: string, target: string])[]) =>
  `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list
    .map(
      ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;

function contentTypes(count: number): string {
  const override = (name: string, type: string) =>
    `<Override PartName="/${name}" ContentType="${type}"/>`;
  const sheets = Array.from({ length: count }, (_, i) =>
    override(`xl/worksheets/sheet${i + 1}.xml`, `${TYPE}.worksheet+xml`),
  );
  return [
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${TYPE}.sheet.main+xml`),
    ...sheets,
    override('xl/styles.xml', `${TYPE}.styles+xml`),
    override('xl/sharedStrings.xml', `${TYPE}.sharedStrings+xml`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('');
}

const coreXml = (titre: string) =>
  `${XML_HEAD}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escapeText(titre)}</dc:title><dc:language>fr-CA</dc:language></cp:coreProperties>`;

function partsOf(feuilles: readonly SheetWritten[], titre: string): Record<string, string> {
  const strings = new SharedStrings();
  const shown = feuilles.findIndex(({ masquee }) => !masquee);
  const sheets = feuilles.map((sheet, i): [string, string] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    sheetXml(sheet, i === shown, strings.share),
  ]);
  const inside = [
    ...sheets.map((_, i): [string, string] => [
      `${OFFICE}/worksheet`,
      `worksheets/sheet${i + 1}.xml`,
    ]),
    [`${OFFICE}/styles`, 'styles.xml'] as const,
    [`${OFFICE}/sharedStrings`, 'sharedStrings.xml'] as const,
  ];
  return {
    '[Content_Types].xml': contentTypes(feuilles.length),
    '_rels/.rels': relations([
      [`${OFFICE}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(titre),
    'xl/workbook.xml': workbookXml(feuilles, shown),
    'xl/_rels/workbook.xml.rels': relations(inside),
    'xl/styles.xml': stylesXml(),
    'xl/sharedStrings.xml': strings.toXml(),
    ...Object.fromEntries(sheets),
  };
}

/**
 * The bytes of a workbook. Amounts and dates are typed, text stays text, and nothing says when it was made.
 * `titre` is the title of the document; the first sentence, or the first sheet's name, where none is given.
 * @throws RangeError in English for what a workbook cannot hold: it is the caller's mistake.
 */
export function writeWorkbook(feuilles: readonly SheetWritten[], titre?: string): Uint8Array {
  checkNames(feuilles);
  const [first] = feuilles;
  const parts = partsOf(feuilles, titre ?? first?.texte?.[0] ?? first?.nom ?? '');
  // Zip entries hold local time: a date built from local parts gives the same bytes everywhere.
  const mtime = new Date(1980, 0, 1);
  const files: Zippable = {};
  for (const [name, text] of Object.entries(parts))
    files[name] = [strToU8(text), { mtime, level: 6 }];
  return zipSync(files);
}
