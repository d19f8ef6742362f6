import type { Chart } from '../views/figure';
import { drawColumns } from './columns';
import { createFrame, type Frame } from './frame';
import { drawLine } from './line';
import { drawMatrix } from './matrix';
import { drawPiles } from './piles';
import { drawRows } from './rows';
import { drawTrajectories } from './trajectories';

export interface RenderOptions {
  /** Width of the image in pixels; under 560 the layout is the one for phones. */
  readonly width: number;
  /** The page's document, or linkedom's where there is no browser. */
  readonly document: Document;
  /** Alternative text of the whole image. */
  readonly alt: string;
}

function draw(chart: Chart, frame: Frame): Element {
  switch (chart.type) {
    case 'puces':
      return drawRows(chart.panneaux, chart.unite, frame, chart.legende);
    case 'barres':
      return drawRows([{ titre: '', elements: chart.elements }], chart.unite, frame);
    case 'colonnes':
      return drawColumns(chart.panneaux, chart.unite, frame);
    case 'ligne':
      return drawLine(chart.points, frame);
    case 'piles':
      return drawPiles(chart, frame);
    case 'matrice':
      return drawMatrix(chart, frame);
    case 'trajectoires':
      return drawTrajectories(chart.panneaux, frame);
  }
}

const GEOMETRIE = 'd points transform x y x1 x2 y1 y2 cx cy width height'.split(' ');

/** Coordinates to a tenth of a pixel: what more Plot writes cannot be seen, and every page carries it. */
function round(element: Element): void {
  for (const name of GEOMETRIE) {
    const value = element.getAttribute(name);
    const rounded = value?.replace(/-?\d+\.\d{2,}/g, (number) => String(+(+number).toFixed(1)));
    if (value && rounded !== value) element.setAttribute(name, rounded!);
  }
}

/** Plot labels its groups, which fails axe, and carries a style element that our sheet replaces. */
function clean(image: Element, alt: string): void {
  for (const style of image.querySelectorAll('style')) style.remove();
  for (const element of image.querySelectorAll('*')) {
    round(element);
    for (const name of [...element.getAttributeNames()]) {
      if (name.startsWith('aria-')) element.removeAttribute(name);
    }
  }
  image.setAttribute('class', 'graphique');
  image.setAttribute('role', 'img');
  image.setAttribute('aria-label', alt);
}

/**
 * Draws a chart and returns its SVG as text. Colours come from the classes of the style sheet, so
 * that one image serves both colour schemes, print and forced colours. Same input, same bytes.
 */
export function renderChart(chart: Chart, { width, document, alt }: RenderOptions): string {
  const image = draw(chart, createFrame(width, document));
  clean(image, alt);
  return image.outerHTML;
}
