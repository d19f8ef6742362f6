/** A page of sentences in one wide column. */
import type { ProseWritten } from './workbook';
import { INTERLIGNE, linesOf, RANGEE, rowXml, type Share, textCell } from './write-cell';
import { FIT, printed, views, width } from './write-page';
import { type LookName, styleOf } from './write-styles';

const LARGEUR_TEXTE = 95;

/** A sentence without its full stop is a heading. */
const lookOf = (sentence: string, index: number): LookName => {
  if (index === 0) return 'titre';
  return /[.:;!?»)]\s*$/.test(sentence) ? 'paragraphe' : 'intertitre';
};

/** Room above a heading, and below a paragraph. */
function proseHeight(sentence: string, look: LookName): string {
  const fixed = { titre: 36, intertitre: 32 }[look as string];
  const height = fixed ?? 5 + INTERLIGNE * linesOf(sentence, LARGEUR_TEXTE);
  return ` ht="${height}" customHeight="1"`;
}

/** What the `worksheet` of a page holds. */
export function proseXml({ texte }: ProseWritten, first: boolean, share: Share): string {
  const rows = texte.map((sentence, index) => {
    const look = lookOf(sentence, index);
    return rowXml(
      index + 1,
      textCell(`A${index + 1}`, sentence, styleOf(look), share),
      proseHeight(sentence, look),
    );
  });
  return [
    FIT,
    `<dimension ref="A1:A${Math.max(1, texte.length)}"/>`,
    views(first, ' showGridLines="0"'),
    `<sheetFormatPr defaultRowHeight="${RANGEE}"/>`,
    `<cols>${width(0, LARGEUR_TEXTE, 'paragraphe')}</cols>`,
    `<sheetData>${rows.join('')}</sheetData>`,
    printed('portrait'),
  ].join('');
}
