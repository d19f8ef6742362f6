import type * as Plot from '@observablehq/plot';
import { TEXTES } from '../texte/interface';
import type { Unite } from '../views/figure';
import { type Frame, plot, stackLines, textLines } from './frame';
import { wrap } from './text-size';

export interface PanelHead {
  readonly height: number;
  readonly marks: readonly Plot.Markish[];
}

/** Title of a panel, and a word of warning when its scale is its own. */
export function panelHead(titre: string, frame: Frame, propre: boolean): PanelHead {
  const { width, taille, petite, interligne } = frame;
  const titres = wrap(titre, width, taille, true);
  const notes = propre ? wrap(TEXTES.graphiques.echellePropre, width, petite) : [];
  const top = titres.length * interligne;
  const height = top + notes.length * interligne;
  return {
    height: height === 0 ? 0 : height + 8,
    marks: [
      textLines(stackLines(titres, 0, 0, frame), 'titre', frame),
      textLines(stackLines(notes, 0, top, frame), 'note', frame),
    ],
  };
}

/** A panel without data says so in words. */
export function drawEmptyPanel(
  titre: string,
  unite: Unite,
  frame: Frame,
): { svg: Element; height: number } {
  const head = panelHead(titre, frame, false);
  const line = stackLines([TEXTES.graphiques.rien[unite]], 0, head.height, frame);
  const height = head.height + frame.interligne;
  return {
    height,
    svg: plot(frame, height, { marks: [...head.marks, textLines(line, 'note', frame)] }),
  };
}
