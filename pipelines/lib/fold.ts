/** Headings and labels as they are compared. */

/** Most texts are numbers or plain words: no space, no accent, no mark to put right. */
const SIMPLE = /^[!-_a-~]+$/;

/** Words as they are compared: no accent nor case; one kind of space and apostrophe. */
export function foldWords(text: string): string {
  if (SIMPLE.test(text)) return text.replace(/_+/g, ' ').trim().toLowerCase();
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\s_]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A heading as it is compared: its words, without unit in parentheses nor closing mark. */
export const foldHeader = (header: string): string =>
  foldWords(header).replace(/(?: ?(?:\([^()]*\)|[*:]))+$/, '');

/** A label as it is compared: apostrophes of one kind, no case, runs of spaces as one. */
export function foldLabel(label: string): string {
  if (SIMPLE.test(label)) return label.toLowerCase();
  return label.normalize('NFC').replace(/[’ʼ`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
