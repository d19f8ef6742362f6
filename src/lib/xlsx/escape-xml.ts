/** Text as XML 1.0 takes it. */

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

/** Text without what a document cannot hold; lines end with a line feed. */
export const cleanText = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(ILLEGAL, '');

/** Between tags. */
export const escapeContent = (text: string): string =>
  cleanText(text).replace(/[&<>]/g, (c) => ENTITIES[c] ?? c);

/** Between double quotes. */
export const escapeAttribute = (text: string): string =>
  cleanText(text).replace(/[&<>"\n\t]/g, (c) => ENTITIES[c] ?? c);

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
