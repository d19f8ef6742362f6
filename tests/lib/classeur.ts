/** Workbooks made by hand, part by part, for what no spreadsheet program would save. */
import { strToU8, zipSync } from 'fflate';
import { readWorkbook } from '../../pipelines/lib/xlsx/read';
import type { CellRead, SheetRead, WorkbookRead } from '../../src/lib/xlsx/workbook';

/** Content of each part, by its name. */
export type Parts = Record<string, string | Uint8Array>;

export interface SheetSpec {
  readonly nom: string;
  /** What `sheetData` holds. */
  readonly rangees?: string;
  /** What stands before and after `sheetData`. */
  readonly avant?: string;
  readonly apres?: string;
  readonly etat?: 'hidden' | 'veryHidden';
}

export interface WorkbookSpec {
  readonly feuilles: readonly SheetSpec[];
  /** Content of `sst`: items. */
  readonly chaines?: string;
  /** Format codes: style n + 1 shows the nth. */
  readonly formats?: readonly string[];
  /** Style after the codes: builtin formats. */
  readonly integres?: readonly number[];
  readonly depuis1904?: true;
  readonly strict?: true;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');

interface Names {
  readonly main: string;
  readonly relations: string;
}

const USUAL: Names = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const STRICT: Names = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

const relationships = (items: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;

const relationship = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;

function contentTypes(spec: WorkbookSpec): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${[
    override('xl/workbook.xml', 'sheet.main'),
    ...spec.feuilles.map((_, i) => override(`xl/worksheets/sheet${i + 1}.xml`, 'worksheet')),
    override('xl/sharedStrings.xml', 'sharedStrings'),
    override('xl/styles.xml', 'styles'),
  ].join('')}</Types>`;
}

function styles({ formats = [], integres = [] }: WorkbookSpec, { main }: Names): string {
  const codes = formats.map(
    (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${escapeXml(code)}"/>`,
  );
  const ids = [0, ...formats.map((_, i) => 164 + i), ...integres];
  const xfs = ids.map(
    (id) =>
      `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  );
  const numFmts =
    codes.length === 0 ? '' : `<numFmts count="${codes.length}">${codes.join('')}</numFmts>`;
  return `${DECLARATION}<styleSheet xmlns="${main}">${numFmts}<fonts count="1"><font/></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="${xfs.length}">${xfs.join('')}</cellXfs></styleSheet>`;
}

function workbook(spec: WorkbookSpec, { main, relations }: Names): string {
  const sheets = spec.feuilles.map(({ nom, etat }, i) => {
    const state = etat === undefined ? '' : ` state="${etat}"`;
    return `<sheet name="${escapeXml(nom)}" sheetId="${i + 1}"${state} r:id="rId${i + 1}"/>`;
  });
  const properties = spec.depuis1904 ? '<workbookPr date1904="1"/>' : '<workbookPr/>';
  return `${DECLARATION}<workbook xmlns="${main}" xmlns:r="${relations}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`;
}

const sheet = ({ rangees = '', avant = '', apres = '' }: SheetSpec, { main, relations }: Names) =>
  `${DECLARATION}<worksheet xmlns="${main}" xmlns:r="${relations}">${avant}<sheetData>${rangees}</sheetData>${apres}</worksheet>`;

/** Parts of a whole workbook, to be changed at will before they are zipped. */
export function partsOf(spec: WorkbookSpec): Parts {
  const names = spec.strict ? STRICT : USUAL;
  const type = (name: string) => `${names.relations}/${name}`;
  const sheets = spec.feuilles.map((one, i): [string, string] => [
    `xl/worksheets/sheet${i + 1}.xml`,
    sheet(one, names),
  ]);
  const links = spec.feuilles.map((_, i) =>
    relationship(`rId${i + 1}`, type('worksheet'), `worksheets/sheet${i + 1}.xml`),
  );
  return {
    '[Content_Types].xml': contentTypes(spec),
    '_rels/.rels': relationships([relationship('rId1', type('officeDocument'), 'xl/workbook.xml')]),
    'xl/workbook.xml': workbook(spec, names),
    'xl/_rels/workbook.xml.rels': relationships([
      ...links,
      relationship('rIdChaines', type('sharedStrings'), 'sharedStrings.xml'),
      relationship('rIdStyles', type('styles'), 'styles.xml'),
    ]),
    ...Object.fromEntries(sheets),
    'xl/sharedStrings.xml': `${DECLARATION}<sst xmlns="${names.main}">${spec.chaines ?? ''}</sst>`,
    'xl/styles.xml': styles(spec, names),
  };
}

/** Bytes of a package, parts in the order given. */
export function zipParts(parts: Parts): Uint8Array {
  const bytes = Object.entries(parts).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return zipSync(Object.fromEntries(bytes), { level: 6 });
}

export const makeWorkbook = (spec: WorkbookSpec): Uint8Array => zipParts(partsOf(spec));

/** The workbook that the bytes hold; fails when they are refused. */
export function readOrFail(bytes: Uint8Array): WorkbookRead {
  const found = readWorkbook(bytes);
  if (!found.ok) throw new Error(`${found.regle} : ${found.message}`);
  return found.classeur;
}

export function sheetOf(classeur: WorkbookRead, nom: string): SheetRead {
  const found = classeur.feuilles.find((feuille) => feuille.nom === nom);
  if (!found) throw new Error(`pas de feuille ${nom}`);
  return found;
}

/** Cells of the only sheet that the rows make, in reading order. */
export function cellsOf(rangees: string, spec: Partial<WorkbookSpec> = {}): readonly CellRead[] {
  const bytes = makeWorkbook({ ...spec, feuilles: [{ nom: 'Feuille', rangees }] });
  return sheetOf(readOrFail(bytes), 'Feuille').rangees.flatMap(({ cellules }) => cellules);
}

/** Offset of an entry's header in the directory of the archive. */
export function directoryEntry(bytes: Uint8Array, name: string): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return buffer.lastIndexOf(name) - 46;
}

/** A copy with four bytes changed. */
export function withUint32(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = Buffer.from(bytes);
  copy.writeUInt32LE(value >>> 0, offset);
  return copy;
}
