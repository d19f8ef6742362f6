/** Text put in the XML of a workbook. */

/** What a cell, or a note, may hold. */
const TEXT_MAX = 32_000;

const ILLEGAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const LOOKS_ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text fit for an attribute or for the text of an element, without what XML cannot hold. */
export const escapeXml = (text: string): string =>
  text
    .replace(ILLEGAL, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** Text that a cell or a note shows as it is: never a formula, never an escape. */
export const escapeText = (text: string): string =>
  escapeXml(text.slice(0, TEXT_MAX).replace(/\r\n?/g, '\n').replace(LOOKS_ESCAPED, '_x005F_'));
