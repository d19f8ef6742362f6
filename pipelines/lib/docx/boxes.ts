/** Check boxes, drawn in as many ways as there are programs. */

export const box = (checked: boolean): string => (checked ? '☒' : '☐');

const UNICODE: Readonly<Record<number, boolean>> = { 0x2610: false, 0x2611: true, 0x2612: true };

/** Boxes of the fonts that have no other code for them: ticked, or not. */
const FONTS: Readonly<Record<string, Readonly<Record<number, boolean>>>> = {
  wingdings: { 0x6f: false, 0x71: false, 0x72: false, 0xa8: false, 0xfd: true, 0xfe: true },
  'wingdings 2': { 0x51: true, 0x52: true, 0x53: true, 0x54: true, 0xa3: false },
};

const PRIVATE = 0xf000;
const PRIVATE_END = 0xf0ff;

/** Box that a font draws for a character, null when it draws something else. */
function boxIn(font: string, code: number): string | null {
  const own = isPrivate(code) ? code - PRIVATE : code;
  const checked = (FONTS[font.toLowerCase()] ?? UNICODE)[own];
  return checked === undefined ? null : box(checked);
}

const isPrivate = (code: number): boolean => code >= PRIVATE && code <= PRIVATE_END;

/** Text as a font shows it: of the drawings of the Wingdings, boxes are told; a word in them stays a word. */
export function drawn(font: string, text: string): string {
  if (!(font.toLowerCase() in FONTS)) return text;
  const alone = text.trim().length === 1;
  const shown = (c: string) =>
    alone || isPrivate(c.codePointAt(0)!) ? (boxIn(font, c.codePointAt(0)!) ?? c) : c;
  return Array.from(text, shown).join('');
}

/** A symbol, by its font and its code in hexadecimal: a box, a letter, or nothing for a mere drawing. */
export function symbol(font: string, hexadecimal: string): string {
  const code = /^[0-9a-f]{1,5}$/i.test(hexadecimal) ? parseInt(hexadecimal, 16) : 0;
  const drawing = font.toLowerCase() in FONTS || code < 0x20 || (code >= 0xd800 && code <= 0xf8ff);
  return boxIn(font, code) ?? (drawing ? '' : String.fromCodePoint(code));
}
