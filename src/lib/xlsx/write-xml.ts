/** Text and parts of a spreadsheet as XML. */
import { cleanText, escapeContent, XML_HEAD } from './escape-xml';

/** What is told in one cell or one note of a received workbook. */
const TOLD_MAX = 32_000;

/** Between tags. A spreadsheet reads `_x0041_` as a letter: the underscore is then written as its own code. */
export const escapeText = (text: string): string =>
  escapeContent(cleanText(text).replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

/** Between tags, no longer than a cell or a note may be. */
export const escapeTold = (text: string): string =>
  escapeText(text.slice(0, TOLD_MAX)).replaceAll('"', '&quot;');

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** A part of the spreadsheet in its name space. */
export const part = (tag: string, content: string): string =>
  `${XML_HEAD}<${tag} xmlns="${MAIN}">${content}</${tag}>`;
