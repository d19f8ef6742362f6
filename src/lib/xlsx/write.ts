/** Writes a workbook (OOXML) that any spreadsheet opens: same sheets in, same bytes out. */
import { strToU8 } from 'fflate';
import { packParts } from './pack';
import type { SheetWritten } from './workbook';
import { checkNames, hasForm, RELATIONS, workbookXml } from './write-book';
import { GRID_LOOKS } from './write-grid-styles';
import { sheetXml } from './write-sheet';
import { stylesXml } from './write-styles';
import { XML_HEAD } from './escape-xml';
import { escapeText, part } from './write-xml';

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
      `${RELATIONS}/worksheet`,
      `worksheets/sheet${i + 1}.xml`,
    ]),
    [`${RELATIONS}/styles`, 'styles.xml'] as const,
    [`${RELATIONS}/sharedStrings`, 'sharedStrings.xml'] as const,
  ];
  return {
    '[Content_Types].xml': contentTypes(feuilles.length),
    '_rels/.rels': relations([
      [`${RELATIONS}/officeDocument`, 'xl/workbook.xml'],
      [`${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': coreXml(titre),
    'xl/workbook.xml': workbookXml(feuilles, shown),
    'xl/_rels/workbook.xml.rels': relations(inside),
    'xl/styles.xml': stylesXml(hasForm(feuilles) ? GRID_LOOKS : undefined),
    'xl/sharedStrings.xml': strings.toXml(),
    ...Object.fromEntries(sheets),
  };
}

const titleOf = (first: SheetWritten | undefined): string =>
  (first?.type === 'texte' ? first.texte[0] : null) ?? first?.nom ?? '';

/**
 * The bytes of a workbook. Amounts and dates are typed, text stays text, and nothing says when it was made.
 * `titre` is the title of the document; the first sentence, or the first sheet's name, where none is given.
 * @throws RangeError in English for what a workbook cannot hold: it is the caller's mistake.
 */
export function writeWorkbook(feuilles: readonly SheetWritten[], titre?: string): Uint8Array {
  checkNames(feuilles);
  const parts = partsOf(feuilles, titre ?? titleOf(feuilles[0]));
  return packParts(
    Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
  );
}
