/** Headings and labels as they are compared. */

/** A heading as it is compared: no accent, case, unit in parentheses or closing mark; one kind of space and apostrophe. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’ʼ`]/g, "'")
    .replace(/[\s_]+/g, ' ')
    .trim()
    .replace(/(?: ?(?:\([^()]*\)|[*:]))+$/, '')
    .toLowerCase();
}

/** A label as it is compared: apostrophes of one kind, no case, runs of spaces as one. */
export function foldLabel(label: string): string {
  return label.normalize('NFC').replace(/[’ʼ`]/g, "'").replace(/\s+/g, ' ').trim().toLowerCase();
}
