/** Text as XML 1.0 and OOXML take it. */

/** What is told in one cell or one note of a received workbook. */
const TOLD_MAX = 32_000;

/** Characters that XML 1.0 refuses, surrogates without their other half among them. */
const ILLEGAL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Text without what a workbook cannot hold; lines end with a line feed. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '');

/** Between tags. OOXML reads `_x0041_` as a letter: the underscore is then written as its own code. */
export const escapeText = (text: string): string =>
  cleanText(text)
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);

/** Between tags, no longer than a cell or a note may be. */
export const escapeTold = (text: string): string =>
  escapeText(text.slice(0, TOLD_MAX)).replaceAll('"', '&quot;');

/** Between double quotes. */
export const escapeAttribute = (text: string): string =>
  cleanText(text).replace(/[&<>"\n\t]/g, (c) => ENTITIES[c] ?? c);

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A part of the spreadsheet in its name space. */
export const part = (tag: string, content: string): string =>
  `${XML_HEAD}<${tag} xmlns="${MAIN}">${content}</${tag}>`;
