import * as Plot from '@observablehq/plot';
import type { PointJour } from '../views/figure';
import { panelBounds } from './domain';
import { type Frame, type Line, PIXELS, plot, textLines } from './frame';
import { told } from './marks';
import { textWidth } from './text-size';

const HEIGHT = 190;
const RADIUS = 4.5;
/** Pixels of the image a point: closer on average, the line is enough. */
const POINT_ROOM = 20;

interface Placed {
  readonly etiquette: string;
  readonly texte: string;
  readonly valeur: number;
  readonly x: number;
  readonly y: number;
}

/** A text centred over or under a point, moved so that it stays in the image. */
function beside({ x, y, texte }: Placed, side: -1 | 1, frame: Frame): Line {
  const half = textWidth(texte, frame.taille, true) / 2;
  const inside = Math.min(Math.max(x, half), frame.width - half);
  return { x: inside, y: y + side * (RADIUS + frame.interligne / 2), texte };
}

/** Values that are written: the last, then the highest and the lowest where they cover no other. */
function amounts(points: readonly Placed[], frame: Frame): Line[] {
  const sorted = points.toSorted((a, b) => b.valeur - a.valeur);
  const [highest, lowest, last] = [sorted[0]!, sorted.at(-1)!, points.at(-1)!];
  const width = ({ texte }: Line) => textWidth(texte, frame.taille, true);
  const written: Line[] = [];
  for (const point of new Set([last, highest, lowest])) {
    const line = beside(point, point === lowest ? 1 : -1, frame);
    const covers = (other: Line) =>
      Math.abs(other.x - line.x) < (width(other) + width(line)) / 2 + 8 &&
      Math.abs(other.y - line.y) < frame.interligne;
    if (!written.some(covers)) written.push(line);
  }
  return written;
}

/** Values by day, joined by a line: days by their distance in time, values from 0. */
export function drawLine(elements: readonly PointJour[], frame: Frame): Element {
  const { interligne, width } = frame;
  const [bounded] = panelBounds([elements.map(({ valeur }) => valeur)]);
  const [min, max] = bounded!.bornes;
  const days = elements.map(({ jour }) => Date.parse(jour));
  const [first, last] = [days[0]!, days.at(-1)!];
  const top = interligne + 2 * RADIUS;
  const bottom = top + HEIGHT;
  const y = (value: number) => top + ((max - value) / (max - min)) * HEIGHT;
  const points = elements.map((element, i): Placed => ({
    ...element,
    x: RADIUS + ((days[i]! - first) / (last - first)) * (width - 2 * RADIUS),
    y: y(element.valeur),
  }));
  const at = { x: 'x', y: 'y' } as const;
  const [start, end] = [points[0]!, points.at(-1)!];
  const written = amounts(points, frame);
  const lowest = Math.max(bottom, ...written.map((line) => line.y + interligne / 2));
  const foot = lowest + 6 + interligne / 2;
  return plot(frame, foot + interligne / 2, {
    x: PIXELS,
    y: PIXELS,
    marks: [
      Plot.ruleY([y(0)], { x1: [0], x2: [width], className: 'g-base' }),
      Plot.line(points, { ...at, className: 'g-trajet' }),
      points.length > width / POINT_ROOM
        ? null
        : Plot.dot(points, { ...at, r: RADIUS, className: 'g-palier', render: told(points) }),
      textLines(written, 'valeur', frame, 'middle'),
      textLines([{ x: 0, y: foot, texte: start.etiquette }], 'etiquette', frame, 'start'),
      textLines([{ x: width, y: foot, texte: end.etiquette }], 'etiquette', frame, 'end'),
    ],
  });
}
