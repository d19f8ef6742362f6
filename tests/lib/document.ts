/** Word documents made by hand, part by part, for what no word processor would save. */
import type { Bloc, Cellule, DocumentRead, Paragraphe } from '../../pipelines/lib/docx/document';
import { readDocument } from '../../pipelines/lib/docx/read';
import { escapeXml, zipParts, type Parts } from './classeur';

export interface DocumentSpec {
  /** What `body` holds. */
  readonly corps: string;
  /** What each header, then each footer holds. */
  readonly entetes?: readonly string[];
  readonly pieds?: readonly string[];
  /** Of the last save, as the properties of the package say it. */
  readonly modifie?: string;
  /** More relationships of the document, and those of its first header. */
  readonly relations?: string;
  readonly relationsEntete?: string;
  readonly strict?: true;
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const USUAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
const CORE =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';

const PREFIXES: Readonly<Record<string, string>> = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: USUAL,
  m: 'http://schemas.openxmlformats.org/officeDocument/2006/math',
  v: 'urn:schemas-microsoft-com:vml',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
  w14: 'http://schemas.microsoft.com/office/word/2010/wordml',
  w16se: 'http://schemas.microsoft.com/office/word/2015/wordml/symex',
};
const STRICT_PREFIXES: Readonly<Record<string, string>> = {
  ...PREFIXES,
  w: 'http://purl.oclc.org/ooxml/wordprocessingml/main',
  r: STRICT,
};

const root = (tag: string, content: string, strict: boolean | undefined): string => {
  const names = Object.entries(strict ? STRICT_PREFIXES : PREFIXES);
  const declared = names.map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`).join('');
  return `${DECLARATION}<w:${tag}${declared}>${content}</w:${tag}>`;
};

export const relationship = (id: string, type: string, target: string, mode = ''): string =>
  `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${mode}/>`;

/** A relationship to what is not in the package, for `relations`. */
export const external = (type: string, target: string): string =>
  relationship(`rIdExterne${type}`, `${USUAL}/${type}`, target, ' TargetMode="External"');

const relationships = (items: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;

interface Margin {
  readonly part: string;
  readonly type: 'header' | 'footer';
  readonly xml: string;
}

const marginsOf = ({ entetes = [], pieds = [], strict }: DocumentSpec): Margin[] => [
  ...entetes.map((xml, i): Margin => {
    return { part: `header${i + 1}.xml`, type: 'header', xml: root('hdr', xml, strict) };
  }),
  ...pieds.map((xml, i): Margin => {
    return { part: `footer${i + 1}.xml`, type: 'footer', xml: root('ftr', xml, strict) };
  }),
];

function contentTypes(margins: readonly Margin[]): string {
  const override = (part: string, type: string) =>
    `<Override PartName="/word/${part}" ContentType="${TYPES}.${type}+xml"/>`;
  return `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>${[
    override('document.xml', 'document.main'),
    ...margins.map(({ part, type }) => override(part, type)),
  ].join('')}</Types>`;
}

const coreProperties = (modifie: string): string =>
  `${DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dcterms:created xsi:type="dcterms:W3CDTF">2020-01-01T00:00:00Z</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${modifie}</dcterms:modified></cp:coreProperties>`;

/** Parts of a whole document, to be changed at will before they are zipped. */
export function documentParts(spec: DocumentSpec): Parts {
  const base = spec.strict ? STRICT : USUAL;
  const margins = marginsOf(spec);
  const core =
    spec.modifie === undefined ? {} : { 'docProps/core.xml': coreProperties(spec.modifie) };
  return {
    '[Content_Types].xml': contentTypes(margins),
    '_rels/.rels': relationships([
      relationship('rId1', `${base}/officeDocument`, 'word/document.xml'),
      ...Object.keys(core).map((part) => relationship('rId2', CORE, part)),
    ]),
    'word/document.xml': root('document', `<w:body>${spec.corps}<w:sectPr/></w:body>`, spec.strict),
    'word/_rels/document.xml.rels': relationships([
      ...margins.map(({ part, type }) => relationship(part, `${base}/${type}`, part)),
      spec.relations ?? '',
    ]),
    'word/_rels/header1.xml.rels': relationships([spec.relationsEntete ?? '']),
    ...Object.fromEntries(margins.map(({ part, xml }) => [`word/${part}`, xml])),
    ...core,
  };
}

export const makeDocument = (spec: DocumentSpec): Uint8Array => zipParts(documentParts(spec));

/** The document that the bytes hold; fails when they are refused. */
export function documentOf(bytes: Uint8Array): DocumentRead {
  const found = readDocument(bytes);
  if (!found.ok) throw new Error(`${found.refus} : ${found.message}`);
  return found.document;
}

export const run = (text: string): string =>
  `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

/** A paragraph of these runs; what has no tag is text. */
export const p = (...runs: readonly string[]): string =>
  `<w:p>${runs.map((one) => (one.startsWith('<') ? one : run(one))).join('')}</w:p>`;

/** A table of rows of cells, each of paragraphs. */
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

/** Blocks that the body holds. */
export const blocksOf = (corps: string): readonly Bloc[] =>
  documentOf(makeDocument({ corps })).corps;

/** The only paragraph that runs make. */
export function paragraphOf(...runs: readonly string[]): Paragraphe {
  const [bloc] = blocksOf(p(...runs));
  if (bloc?.type !== 'paragraphe') throw new Error('pas de paragraphe');
  return bloc;
}

/** The only cell that paragraphs make. */
export function cellOf(content: string): Cellule {
  const [bloc] = blocksOf(table([content]));
  if (bloc?.type !== 'tableau') throw new Error('pas de tableau');
  return bloc.rangees[0]!.cellules[0]!;
}
