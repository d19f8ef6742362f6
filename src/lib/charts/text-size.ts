/**
 * Widths of the text face, in em, as measured in Chromium for Radio Canada Big.
 * The charts are drawn where there is no browser to ask, so labels are laid out from this table.
 */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["ijlI.,:;'’|!\u00a0 ", 0.24],
  ['()/frtJ-', 0.38],
  ['«»', 0.46],
  ['cksvxyzà–−', 0.53],
  ['abdeghnopquéèêâîôûïëç', 0.57],
  ['0123456789$FELSTPBKRVXZ', 0.62],
  ['ACDGHNOQUYÀÉÈÊ', 0.71],
  ['w%', 0.78],
  ['mMW', 0.9],
  // Signs of states: the face has none, the system's own are this wide at most.
  ['●◐▲○◆◇', 1],
];
const DEFAULT_WIDTH = 0.62;
const SEMIBOLD = 1.035;

const byCharacter = new Map(
  WIDTHS.flatMap(([characters, width]) => [...characters].map((c) => [c, width] as const)),
);

/** Width in pixels of a line of text at `size` pixels, slightly overestimated. */
export function textWidth(texte: string, size: number, semibold = false): number {
  let em = 0;
  for (const character of texte) em += byCharacter.get(character) ?? DEFAULT_WIDTH;
  return em * size * (semibold ? SEMIBOLD : 1);
}

/** Width of the widest of `textes`, 0 when there is none. */
export function widest(textes: readonly string[], size: number, semibold = false): number {
  return Math.max(0, ...textes.map((texte) => textWidth(texte, size, semibold)));
}

/** Cuts a word that is wider than the line: rare, but better than leaving the image. */
function cut(word: string, width: number, size: number, semibold: boolean): string[] {
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && textWidth(piece + character, size, semibold) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** A day and its month, as in `15 octobre 2025`, are not parted. */
const holdDates = (texte: string) => texte.replace(/(\d(?:er)?) (?=\p{L}+ \d{4})/gu, '$1\u00a0');

/** Breaks a text into lines of at most `width` pixels, at plain spaces only (U+00A0 holds). */
export function wrap(texte: string, width: number, size: number, semibold = false): string[] {
  if (texte === '') return [];
  const lines: string[] = [];
  for (const word of holdDates(texte)
    .split(' ')
    .flatMap((w) => cut(w, width, size, semibold))) {
    const last = lines[lines.length - 1];
    const joined = `${last} ${word}`;
    if (last !== undefined && textWidth(joined, size, semibold) <= width) {
      lines[lines.length - 1] = joined;
    } else {
      lines.push(word);
    }
  }
  return lines;
}
