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
export const SEUIL = 668;

/** Draws both images of a figure; Plot is fetched here, and only here, by the browser. */
export async function drawImages(figure: Figure, document: Document): Promise<Images | null> {
  const { chart, alt } = figure;
  if (!chart) return null;
  const { renderChart } = await import('../charts/render-chart');
  return {
    etroit: renderChart(chart, { width: LARGEURS.etroit, document, alt }),
    large: renderChart(chart, { width: LARGEURS.large, document, alt }),
  };
}

/** Draws the image of a figure that is seen; the other one waits until it is read. */
export async function drawSeenImage(
  figure: Figure,
  document: Document,
  vue: Largeur,
): Promise<Images | null> {
  const { chart, alt } = figure;
  if (!chart) return null;
  const { renderChart } = await import('../charts/render-chart');
  const drawn: Partial<Record<Largeur, string>> = {};
  const read = (largeur: Largeur): string =>
    (drawn[largeur] ??= renderChart(chart, { width: LARGEURS[largeur], document, alt }));
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

/** Which image the figures of the page show: they all have one width. */
export const seenLargeur = (document: Document): Largeur =>
  (document.querySelector('.figure')?.clientWidth ?? SEUIL) < SEUIL ? 'etroit' : 'large';

/** Draws the figures of a page, one after the other; a figure without a chart has no image. */
export const drawFigures = (
  figures: readonly Figure[],
  document: Document,
): Promise<(Images | null)[]> => Promise.all(figures.map((figure) => drawImages(figure, document)));
