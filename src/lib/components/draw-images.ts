import type { Figure } from '../views/figure';

/** A chart as SVG text, for phones and for wider screens. */
export interface Images {
  readonly etroit: string;
  readonly large: string;
  /** Each is drawn when it is first read: what is not seen is not to be read. */
  readonly aLaLecture?: true;
}

export type Largeur = 'etroit' | 'large';

export const LARGEURS: Readonly<Record<Largeur, number>> = { etroit: 340, large: 720 };

/** Width of a figure, in pixels, from which the wide image is seen; the style sheet has it too. */
const SEUIL = 668;

/** Draws a figure at a width; null where it has no chart. Plot is fetched here, and only here, by the browser. */
async function painterOf({ chart, alt }: Figure, document: Document) {
  if (!chart) return null;
  const { renderChart } = await import('../charts/render-chart');
  return (largeur: Largeur): string =>
    renderChart(chart, { width: LARGEURS[largeur], document, alt });
}

/** Draws both images of a figure. */
export async function drawImages(figure: Figure, document: Document): Promise<Images | null> {
  const paint = await painterOf(figure, document);
  return paint && { etroit: paint('etroit'), large: paint('large') };
}

/** Draws the image of a figure that is seen; the other one waits until it is read. */
export async function drawSeenImage(
  figure: Figure,
  document: Document,
  vue: Largeur,
): Promise<Images | null> {
  const paint = await painterOf(figure, document);
  if (!paint) return null;
  const drawn: Partial<Record<Largeur, string>> = {};
  const read = (largeur: Largeur): string => (drawn[largeur] ??= paint(largeur));
  read(vue);
  return {
    get etroit() {
      return read('etroit');
    },
    get large() {
      return read('large');
    },
    aLaLecture: true,
  };
}

/** Which image a figure of this width shows; the wide one while the width is not known. */
export const largeurAt = (width: number = SEUIL): Largeur => (width < SEUIL ? 'etroit' : 'large');

/** Which image the figures of the page show: they all have one width. */
export const seenLargeur = (document: Document): Largeur =>
  largeurAt(document.querySelector('.figure')?.clientWidth);

/** Draws the figures of a page, one after the other; a figure without a chart has no image. */
export const drawFigures = (
  figures: readonly Figure[],
  document: Document,
): Promise<(Images | null)[]> => Promise.all(figures.map((figure) => drawImages(figure, document)));
