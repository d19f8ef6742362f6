/** What lies beside the stairs of a trajectory: other lines, where it would lead, and the key of them all. */
import * as Plot from '@observablehq/plot';
import { LIGNES } from '../texte/trajectoire';
import type { LigneTrajectoire, Trajectoire, Trait } from '../views/figure';
import { type Frame, type Line, PIXELS, plot, textLines } from './frame';
import { textWidth, wrap } from './text-size';

/** Where values of a panel are, in pixels. */
interface Scale {
  readonly x: (part: number) => number;
  readonly y: (dollars: number) => number;
  readonly bottom: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Several lines are named at their ends, and told under the panel. */
export const isMultiple = ({ lignes, projection }: Trajectoire): boolean =>
  lignes !== undefined || projection !== undefined;

const START: Point = { x: 0, y: 0 };
const SYMBOLS = { cercles: 'circle', carres: 'square' } as const;
const RADIUS = { cercles: 3.5, carres: 3.2 } as const;

const dots = (points: readonly Point[], trait: Trait, title: object) =>
  Plot.dot(points, {
    x: 'x',
    y: 'y',
    r: RADIUS[trait],
    symbol: SYMBOLS[trait],
    className: `g-point-${trait}`,
    ...title,
  });

const ligneMarks = ({ trait, points }: LigneTrajectoire): Plot.Markish[] => [
  Plot.line([START, ...points], { x: 'x', y: 'y', className: `g-ligne-${trait}` }),
  dots(points, trait, { title: 'texte' }),
];

/** End of the stairs, at the date of the data; null before any decision. */
function endOf({ paliers, ecoule }: Trajectoire): Point | null {
  const last = paliers.at(-1);
  return last ? { x: Math.max(ecoule, last.x), y: last.y } : null;
}

function projectionMarks(panel: Trajectoire): Plot.Markish[] {
  const end = endOf(panel);
  if (!panel.projection || !end) return [];
  return [Plot.line([end, panel.projection], { x: 'x', y: 'y', className: 'g-projection' })];
}

export const besideMarks = (panel: Trajectoire): Plot.Markish[] => [
  ...projectionMarks(panel),
  ...(panel.lignes ?? []).flatMap(ligneMarks),
];

const ENTRE = 17;
const RETRAIT = 9;

/** Room that names take beyond the end of the plane. */
export function marginOf(panel: Trajectoire, frame: Frame): number {
  if (!isMultiple(panel) || panel.ecoule < 0.75) return 0;
  const noms = [LIGNES.accorde, ...(panel.lignes ?? []).map(({ nom }) => nom)];
  return RETRAIT + Math.max(...noms.map((nom) => textWidth(nom, frame.petite, true)));
}

interface Nom extends Point {
  readonly texte: string;
}

function nomsOf(panel: Trajectoire): Nom[] {
  const end = endOf(panel);
  return [
    ...(end ? [{ ...end, texte: LIGNES.accorde }] : []),
    ...(panel.lignes ?? []).map(({ nom, points }) => ({ ...points.at(-1)!, texte: nom })),
  ];
}

/** Names at the ends of the lines, from the highest: one that would cover another goes under it. */
export function nameMarks(panel: Trajectoire, scale: Scale, frame: Frame): Plot.Markish[] {
  const placed: Line[] = [];
  const under = panel.projection ? ENTRE / 2 : 0;
  for (const { x, y, texte } of nomsOf(panel).sort((a, b) => b.y - a.y)) {
    const left = scale.x(x) + RETRAIT;
    const near = placed.filter((p) => Math.abs(p.x - left) < textWidth(texte, frame.petite, true));
    const lowest = Math.max(-Infinity, ...near.map((p) => p.y + ENTRE));
    const top = Math.min(scale.bottom - ENTRE / 2, scale.y(y) + under);
    placed.push({ x: left, y: Math.max(top, lowest), texte });
  }
  return [textLines(placed, 'nom', frame)];
}

const SAMPLE = 30;

interface Entree {
  readonly texte: string;
  readonly draw: (y: number) => Plot.Markish[];
}

const strokes = (className: string, y: number) =>
  Plot.line(
    [
      { x: 1, y },
      { x: SAMPLE, y },
    ],
    { x: 'x', y: 'y', className },
  );

function entreesOf(panel: Trajectoire): Entree[] {
  const last = panel.paliers.at(-1);
  const { lignes = [], projection } = panel;
  const middle = (y: number) => [{ x: SAMPLE / 2 + 0.5, y }];
  return [
    ...(last
      ? [
          {
            texte: `${LIGNES.accorde}, ${last.texte}`,
            draw: (y: number) => [
              strokes('g-trajet', y),
              Plot.dot(middle(y), { x: 'x', y: 'y', r: 4.5, className: 'g-palier' }),
            ],
          },
        ]
      : []),
    ...lignes.map(({ trait, points }) => ({
      texte: points.at(-1)!.texte,
      draw: (y: number) => [strokes(`g-ligne-${trait}`, y), dots(middle(y), trait, {})],
    })),
    ...(projection
      ? [{ texte: projection.texte, draw: (y: number) => [strokes('g-projection', y)] }]
      : []),
    {
      texte: panel.ecouleTexte,
      draw: (y: number) => [
        Plot.ruleX([SAMPLE / 2], { y1: y - 8, y2: y + 8, className: 'g-ecoule-trait' }),
      ],
    },
  ];
}

/** What each line is and where it ends, one under the other. */
export function drawKeyOf(panel: Trajectoire, frame: Frame): { svg: Element; height: number } {
  const { width, petite, interligne } = frame;
  const lines: Line[] = [];
  const marks: Plot.Markish[] = [];
  let top = 0;
  for (const { texte, draw } of entreesOf(panel)) {
    const textes = wrap(texte, width - SAMPLE - 9, petite);
    marks.push(...draw(top + interligne / 2));
    lines.push(
      ...textes.map((line, i) => ({
        x: SAMPLE + 9,
        y: top + (i + 0.5) * interligne,
        texte: line,
      })),
    );
    top += textes.length * interligne + 3;
  }
  const svg = plot(frame, top, {
    x: PIXELS,
    y: PIXELS,
    marks: [...marks, textLines(lines, 'note', frame)],
  });
  return { svg, height: top };
}
