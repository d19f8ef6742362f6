/** Headings and labels as they are compared. */

/** Words as they are compared: no accent nor case; one kind of space and apostrophe. */
export function foldWords(text: string): string {
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
  return label.normalize('NFC').replace(/[’ʼ`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
