import * as Plot from '@observablehq/plot';
import type { Categorie, Chart, Pile } from '../views/figure';
import { hatchedAs } from './bars';
import {
  assembleColumn,
  type Frame,
  type Line,
  plot,
  PIXELS,
  stackLines,
  textLines,
} from './frame';
import { drawEmptyPanel } from './panel-head';
import { textWidth, widest, wrap } from './text-size';

type Piles = Extract<Chart, { type: 'piles' }>;

const BAR = 18;
const SWATCH = 16;
/** A part that is not zero is never invisible: at least this many pixels. */
const SLIVER = 3;

interface Rect {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly trame: Categorie['trame'];
}

/** What a drawing is made of, as it is placed from top to bottom. */
interface Drawing {
  readonly rects: Rect[];
  readonly etiquettes: Line[];
  readonly notes: Line[];
  readonly valeurs: Line[];
}

const nameOf = ({ signe, nom }: Categorie) => `${signe} ${nom}`;

/** Swatches and words one after the other, on as many lines as they need; returns where they end. */
function placeLegend(categories: readonly Categorie[], frame: Frame, out: Drawing): number {
  const { width, petite, interligne } = frame;
  let [x, y] = [0, 0];
  for (const categorie of categories) {
    const room = SWATCH + 7 + textWidth(nameOf(categorie), petite);
    if (x > 0 && x + room > width) [x, y] = [0, y + interligne + 4];
    out.rects.push({
      x1: x + 1,
      x2: x + SWATCH,
      y1: y + 3,
      y2: y + 3 + SWATCH - 2,
      trame: categorie.trame,
    });
    out.notes.push(...stackLines([nameOf(categorie)], x + SWATCH + 7, y, frame));
    x += room + 20;
  }
  return y + interligne + 16;
}

/** Parts side by side, each at least a sliver wide. */
function placeBar({ segments }: Pile, chart: Piles, from: number, scale: number, top: number) {
  let x = from;
  return segments.flatMap(({ categorie, valeur }): Rect[] => {
    const trame = chart.categories.find((c) => c.id === categorie)?.trame;
    if (trame === undefined || valeur <= 0) return [];
    const x1 = x;
    x += Math.max(SLIVER, valeur * scale);
    return [{ x1, x2: x, y1: top, y2: top + BAR, trame }];
  });
}

const totalOf = ({ segments }: Pile) => segments.reduce((sum, { valeur }) => sum + valeur, 0);

const greatest = ({ elements }: Piles) => Math.max(1, ...elements.map(totalOf));

/** Narrow: name and whole on a line, the bar below, its parts below again. */
function placeNarrow(chart: Piles, frame: Frame, top: number, out: Drawing): number {
  const { width, taille, petite, interligne } = frame;
  const scale = (width - 4) / greatest(chart);
  let y = top;
  for (const pile of chart.elements) {
    const names = wrap(pile.etiquette, width, taille);
    const notes = wrap(pile.note, width, petite);
    const parts = wrap(pile.texte, width, taille, true);
    out.etiquettes.push(...stackLines(names, 0, y, frame));
    y += names.length * interligne;
    out.notes.push(...stackLines(notes, 0, y, frame));
    y += notes.length * interligne + 3;
    out.rects.push(...placeBar(pile, chart, 1, scale, y));
    out.valeurs.push(...stackLines(parts, 0, y + BAR + 3, frame));
    y += BAR + 3 + parts.length * interligne + 14;
  }
  return y - 14;
}

/** Wide: name and note, bar, then its parts at the end of the row. */
function placeWide(chart: Piles, frame: Frame, top: number, out: Drawing): number {
  const { width, taille, petite, interligne } = frame;
  const { elements } = chart;
  const noms = Math.min(
    width * 0.3,
    Math.max(
      widest(
        elements.map((pile) => pile.etiquette),
        taille,
      ),
      widest(
        elements.map((pile) => pile.note),
        petite,
      ),
    ),
  );
  const textes = elements.map((pile) => pile.texte);
  const parts = Math.min(width * 0.32, widest(textes, taille, true) + 2);
  const from = Math.ceil(noms) + 16;
  const scale = (width - parts - 16 - from) / greatest(chart);
  let y = top;
  for (const pile of elements) {
    const names = wrap(pile.etiquette, noms + 1, taille);
    const notes = wrap(pile.note, noms + 1, petite);
    const told = wrap(pile.texte, parts, taille, true);
    const lines = Math.max(names.length + notes.length, told.length);
    const middle = y + (lines * interligne) / 2;
    const namesTop = middle - ((names.length + notes.length) * interligne) / 2;
    out.etiquettes.push(...stackLines(names, 0, namesTop, frame));
    out.notes.push(...stackLines(notes, 0, namesTop + names.length * interligne, frame));
    const toldTop = middle - (told.length * interligne) / 2;
    out.valeurs.push(...stackLines(told, width - parts, toldTop, frame));
    out.rects.push(...placeBar(pile, chart, from, scale, middle - BAR / 2));
    y += lines * interligne + 12;
  }
  return y - 12;
}

const HATCHED: readonly Categorie['trame'][] = ['barree', 'rayee', 'inconnue'];

function fills(rects: readonly Rect[]): Plot.Markish[] {
  const box = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' };
  return [...new Set(rects.map(({ trame }) => trame))].flatMap((trame) => {
    const own = rects.filter((rect) => rect.trame === trame);
    const className = `g-trame-${trame}`;
    const fill = Plot.rect(own, { ...box, className });
    if (!HATCHED.includes(trame)) return [fill];
    return [fill, Plot.rect(own, { ...box, render: hatchedAs(`${className}-traits`) })];
  });
}

/** Stacked bars under a legend: every number is written beside its sign, none in the bars. */
export function drawPiles(chart: Piles, frame: Frame): Element {
  if (chart.elements.length === 0) return drawEmptyPanel('', chart.unite, frame).svg;
  const out: Drawing = { rects: [], etiquettes: [], notes: [], valeurs: [] };
  const top = placeLegend(chart.categories, frame, out);
  const height = Math.ceil((frame.narrow ? placeNarrow : placeWide)(chart, frame, top, out));
  const svg = plot(frame, height, {
    x: PIXELS,
    y: PIXELS,
    marks: [
      ...fills(out.rects),
      textLines(out.etiquettes, 'etiquette', frame),
      textLines(out.notes, 'note', frame),
      textLines(out.valeurs, 'valeur', frame),
    ],
  });
  return assembleColumn([{ svg, height }], frame);
}
