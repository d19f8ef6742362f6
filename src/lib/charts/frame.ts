import * as Plot from '@observablehq/plot';

/** What every chart is drawn with: the width decides the sizes. */
export interface Frame {
  readonly width: number;
  readonly document: Document;
  readonly narrow: boolean;
  /** Pixels of the labels, and of the lesser texts. */
  readonly taille: number;
  readonly petite: number;
  readonly interligne: number;
}

/** Narrow images are shown down to 288 px wide, so that 15 px in them stays above 12. */
export function createFrame(width: number, document: Document): Frame {
  const narrow = width < 560;
  return {
    width,
    document,
    narrow,
    taille: 15,
    petite: narrow ? 14.5 : 14,
    interligne: 19,
  };
}

export interface Line {
  readonly x: number;
  readonly y: number;
  readonly texte: string;
}

export type Role =
  | 'etiquette'
  | 'valeur'
  | 'pale'
  | 'cible'
  | 'titre'
  | 'note'
  | 'ecoule'
  | 'nom'
  | 'sur-pas'
  | 'sur-hachures';
const PETITS: ReadonlySet<Role> = new Set<Role>([
  'cible',
  'note',
  'ecoule',
  'nom',
  'sur-pas',
  'sur-hachures',
]);

/** Lines of text placed in pixels; `role` is both the CSS class and the size. */
export function textLines(
  lines: readonly Line[],
  role: Role,
  frame: Frame,
  textAnchor: 'start' | 'middle' | 'end' = 'start',
): Plot.Markish {
  return Plot.text(lines, {
    x: { value: 'x', scale: null },
    y: { value: 'y', scale: null },
    text: 'texte',
    textAnchor,
    fontSize: PETITS.has(role) ? frame.petite : frame.taille,
    className: `g-${role}`,
  });
}

/** One column of lines from `top`, each `interligne` high. */
export function stackLines(textes: readonly string[], x: number, top: number, frame: Frame) {
  return textes.map((texte, i): Line => ({ x, y: top + (i + 0.5) * frame.interligne, texte }));
}

export interface Part {
  readonly svg: Element;
  readonly x: number;
  readonly y: number;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Puts the panels of a figure in one image. */
export function assemble(parts: readonly Part[], width: number, height: number, frame: Frame) {
  const image = frame.document.createElementNS(SVG, 'svg');
  for (const { svg, x, y } of parts) {
    const group = frame.document.createElementNS(SVG, 'g');
    group.setAttribute('transform', `translate(${x},${y})`);
    group.append(...Array.from(svg.childNodes));
    image.append(group);
  }
  image.setAttribute('text-anchor', 'middle'); // Plot leaves its default to its own root
  image.setAttribute('width', String(width));
  image.setAttribute('height', String(Math.ceil(height)));
  image.setAttribute('viewBox', `0 0 ${width} ${Math.ceil(height)}`);
  return image;
}

/** Stacks panels of known heights, with air between them. */
export function assembleColumn(
  panels: readonly { svg: Element; height: number }[],
  frame: Frame,
): Element {
  const gap = 28;
  let y = 0;
  const parts = panels.map(({ svg, height }) => {
    const part = { svg, x: 0, y };
    y += height + gap;
    return part;
  });
  return assemble(parts, frame.width, Math.max(1, y - gap), frame);
}

/** A scale whose values are pixels of the image. */
export const PIXELS: Plot.ScaleOptions = { type: 'identity', axis: null };

/** A plot without axes nor margins of its own, silent about its classes and styles. */
export function plot(frame: Frame, height: number, options: Plot.PlotOptions): Element {
  return Plot.plot({
    document: frame.document,
    width: frame.width,
    height,
    margin: 0,
    className: 'graphique',
    ...options,
  });
}
