import type { Figure } from '../views/figure';

/** A chart as SVG text, for phones and for wider screens. */
export interface Images {
  readonly etroit: string;
  readonly large: string;
}

export const LARGEURS = { etroit: 340, large: 720 } as const;

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

/** Draws the figures of a page, one after the other; a figure without a chart has no image. */
export const drawFigures = (
  figures: readonly Figure[],
  document: Document,
): Promise<(Images | null)[]> => Promise.all(figures.map((figure) => drawImages(figure, document)));
