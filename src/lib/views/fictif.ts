import { TEXTES } from '../texte/interface';
import type { Figure } from './figure';

/** Every figure of a fictional fund says so, on the page and in each file made from it. */
function markFictif(figure: Figure): Figure {
  const mention = TEXTES.site.fictif;
  return {
    ...figure,
    sousTitre: `${mention}. ${figure.sousTitre}`,
    alt: `${mention}. ${figure.alt}`,
    table: { ...figure.table, mention },
  };
}

/** Figures of a fund, marked where it is fiction. */
export const markFigures = (
  { fictif }: { readonly fictif: boolean },
  figures: readonly Figure[],
): readonly Figure[] => (fictif ? figures.map(markFictif) : figures);
