import * as Plot from '@observablehq/plot';
import { formatMontantCourt, formatPart } from '../format';
import { TEXTES } from '../texte/interface';
import type { Palier, Trajectoire } from '../views/figure';
import { panelBounds, roundTicks } from './domain';
import { assemble, type Frame, type Line, plot, stackLines, textLines } from './frame';
import { drawEmptyPanel, panelHead } from './panel-head';
import { textWidth, widest, wrap } from './text-size';
import { besideMarks, drawKeyOf, isMultiple, marginOf, nameMarks } from './trajectory-lines';

type Panel = Trajectoire & { titre: string };

const HEIGHT = 210;
const GAP = 36;
const X_TICKS = [0, 0.25, 0.5, 0.75, 1];

/** Pixels of a panel: where its plane starts and ends. */
interface Plane {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly x: (part: number) => number;
  readonly y: (dollars: number) => number;
  readonly max: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Corners of the stairs, from nothing at the start to the date of the data. */
function stairs({ paliers, ecoule }: Pick<Panel, 'paliers' | 'ecoule'>): Point[] {
  const points: Point[] = [{ x: 0, y: 0 }];
  let y = 0;
  for (const palier of paliers) {
    points.push({ x: palier.x, y }, { x: palier.x, y: palier.y });
    y = palier.y;
  }
  const end = points[points.length - 1]!;
  if (paliers.length > 0 && ecoule > end.x) points.push({ x: ecoule, y });
  return points;
}

const lastOf = ({ paliers }: Panel) => paliers[paliers.length - 1];

const isOver = ({ cible, paliers }: Panel) =>
  cible !== null && paliers.some((palier) => palier.y > cible);

/** Text beside a point, on the side that has more room. */
interface Side {
  readonly lines: Line[];
  readonly left: boolean;
}

const MIDDLE = 0.55;

/** Amount reached, to the right of the end of the stairs. */
function reachedRight(panel: Panel, last: Palier, plane: Plane, frame: Frame): Side {
  const x = plane.x(Math.max(panel.ecoule, last.x)) + 9;
  const textes = wrap(last.texte, plane.right - x, frame.taille, true);
  const middle = plane.y(last.y) - (textes.length * frame.interligne) / 2;
  const ceiling = panel.cible === null || isOver(panel) ? 0 : plane.y(panel.cible) + 6;
  return { lines: stackLines(textes, x, Math.max(middle, ceiling), frame), left: false };
}

/** Amount reached late in the cycle: above the last stair, or left of its rise under the envelope. */
function reachedLeft(panel: Panel, last: Palier, plane: Plane, frame: Frame): Side {
  const end = plane.x(Math.max(panel.ecoule, last.x)) - 2;
  const y = plane.y(last.y);
  const textes = wrap(last.texte, end - plane.left, frame.taille, true);
  const above = y - textes.length * frame.interligne - 8;
  if (panel.cible === null || isOver(panel) || above > plane.y(panel.cible) + 4) {
    return { lines: stackLines(textes, end, above, frame), left: true };
  }
  const rise = plane.x(last.x) - 10;
  const narrower = wrap(last.texte, Math.max(90, rise - plane.left), frame.taille, true);
  return { lines: stackLines(narrower, rise, y + 6, frame), left: true };
}

function reachedLines(panel: Panel, plane: Plane, frame: Frame): Side {
  const last = lastOf(panel);
  if (!last) return { lines: [], left: false };
  const late = Math.max(panel.ecoule, last.x) > MIDDLE;
  return (late ? reachedLeft : reachedRight)(panel, last, plane, frame);
}

/** What the vertical mark says, low in the plane, or higher when the stairs end low. */
function elapsedLines(panel: Panel, plane: Plane, frame: Frame): Side {
  const x = plane.x(panel.ecoule);
  const left = panel.ecoule > MIDDLE;
  const room = (left ? x - plane.left : plane.right - x) - 12;
  const textes = wrap(panel.ecouleTexte, room, frame.petite);
  const height = textes.length * frame.interligne;
  const low = plane.bottom - height - 8;
  const reached = plane.y(lastOf(panel)?.y ?? 0);
  const top = reached > low - 40 && panel.paliers.length > 0 ? low - 76 : low;
  return { lines: stackLines(textes, left ? x - 7 : x + 7, top, frame), left };
}

function targetMarks(panel: Panel, plane: Plane, frame: Frame): Plot.Markish[] {
  const { cible } = panel;
  if (cible === null) return [];
  const textes = wrap(panel.cibleTexte, plane.right - plane.left, frame.petite);
  const over = isOver(panel) && !isMultiple(panel);
  const top = plane.y(cible) + (over ? 3 : -textes.length * frame.interligne - 3);
  return [
    Plot.ruleY([cible], { x1: 0, x2: 1, className: 'g-cible-ligne' }),
    Plot.line(
      [
        { x: 0, y: 0 },
        { x: 1, y: cible },
      ],
      { x: 'x', y: 'y', className: 'g-rythme' },
    ),
    textLines(stackLines(textes, plane.left, top, frame), 'cible', frame),
  ];
}

function axisMarks(plane: Plane, ticks: readonly number[], frame: Frame): Plot.Markish[] {
  const amounts = ticks.map((tick): Line => ({
    x: plane.left - 8,
    y: plane.y(tick),
    texte: formatMontantCourt(tick),
  }));
  const parts = X_TICKS.map((part): Line => ({
    x: plane.x(part),
    y: plane.bottom + 6 + frame.interligne / 2,
    texte: formatPart(part, { decimales: 0 }),
  }));
  const middle = [
    { x: (plane.left + plane.right) / 2, y: plane.bottom + 6 + frame.interligne * 1.5 },
  ];
  return [
    Plot.ruleY(ticks, { x1: 0, x2: 1, className: 'g-grille' }),
    Plot.ruleY([0], { x1: 0, x2: 1, className: 'g-base' }),
    textLines(amounts, 'note', frame, 'end'),
    textLines(parts, 'note', frame, 'middle'),
    textLines(
      middle.map((at) => ({ ...at, texte: TEXTES.graphiques.partEcoulee })),
      'note',
      frame,
      'middle',
    ),
  ];
}

/** What the stairs alone say in their plane. */
function aloneMarks(panel: Panel, plane: Plane, frame: Frame): Plot.Markish[] {
  const reached = reachedLines(panel, plane, frame);
  const elapsed = elapsedLines(panel, plane, frame);
  return [
    textLines(elapsed.lines, 'ecoule', frame, elapsed.left ? 'end' : 'start'),
    textLines(reached.lines, 'valeur', frame, reached.left ? 'end' : 'start'),
  ];
}

function stairMarks(panel: Panel, plane: Plane, frame: Frame): Plot.Markish[] {
  return [
    Plot.ruleX([panel.ecoule], { y1: 0, y2: plane.max, className: 'g-ecoule-trait' }),
    Plot.line(stairs({ paliers: panel.ensemble ?? [], ecoule: panel.ecoule }), {
      x: 'x',
      y: 'y',
      className: 'g-trajet-ensemble',
    }),
    Plot.line(stairs(panel), { x: 'x', y: 'y', className: 'g-trajet' }),
    ...besideMarks(panel),
    Plot.dot(panel.paliers, { x: 'x', y: 'y', r: 4.5, title: 'texte', className: 'g-palier' }),
    ...(isMultiple(panel) ? nameMarks(panel, plane, frame) : aloneMarks(panel, plane, frame)),
  ];
}

function planeOf(panel: Panel, head: number, max: number, ticks: readonly number[], frame: Frame) {
  const left = Math.ceil(widest(ticks.map(formatMontantCourt), frame.petite)) + 10;
  const half = textWidth('100\u00a0%', frame.petite) / 2;
  const right = frame.width - Math.ceil(Math.max(half, marginOf(panel, frame)));
  const named = panel.cible !== null && !isOver(panel);
  const labels = named ? wrap(panel.cibleTexte, right - left, frame.petite).length : 2;
  const top = head + labels * frame.interligne + 6;
  const bottom = top + HEIGHT;
  const end = Math.max(1, ...panel.paliers.map(({ x }) => x));
  const plane: Plane = {
    left,
    right,
    top,
    bottom,
    max,
    x: (part) => left + (part / end) * (right - left),
    y: (dollars) => bottom - (dollars / max) * HEIGHT,
  };
  return { plane, end };
}

function drawPanel(panel: Panel, max: number, propre: boolean, frame: Frame) {
  if (panel.paliers.length === 0 && panel.cible === null && !panel.ensemble?.length)
    return drawEmptyPanel(panel.titre, 'montant', frame);
  const head = panelHead(panel.titre, frame, propre);
  const ticks = roundTicks(max, 4);
  const { plane, end } = planeOf(panel, head.height, max, ticks, frame);
  const height = plane.bottom + 6 + frame.interligne * 2;
  const svg = plot(frame, height, {
    x: { type: 'linear', domain: [0, end], range: [plane.left, plane.right], axis: null },
    y: { type: 'linear', domain: [0, max], range: [plane.bottom, plane.top], axis: null },
    marks: [
      ...head.marks,
      ...axisMarks(plane, ticks, frame),
      ...targetMarks(panel, plane, frame),
      ...stairMarks(panel, plane, frame),
    ],
  });
  if (!isMultiple(panel)) return { height, svg };
  const key = drawKeyOf(panel, frame);
  const parts = [
    { svg, x: 0, y: 0 },
    { svg: key.svg, x: 0, y: height + 10 },
  ];
  const whole = height + 10 + key.height;
  return { height: whole, svg: assemble(parts, frame.width, whole, frame) };
}

/** Says once, under all panels, what the dotted line is. */
function drawKey(panneaux: readonly Panel[], frame: Frame) {
  if (panneaux.every(({ cible }) => cible === null)) return null;
  const textes = wrap(TEXTES.graphiques.rythme, frame.width, frame.petite);
  const height = textes.length * frame.interligne;
  const marks = [textLines(stackLines(textes, 0, 0, frame), 'note', frame)];
  return { height, svg: plot(frame, height, { marks }) };
}

/** Amounts cumulated against the share of the cycle elapsed; two panels a line where it is wide. */
export function drawTrajectories(panneaux: readonly Panel[], frame: Frame): Element {
  const columns = frame.narrow || panneaux.length < 2 ? 1 : 2;
  const cell: Frame = { ...frame, width: (frame.width - GAP * (columns - 1)) / columns };
  const bounded = panelBounds(
    panneaux.map(({ paliers, cible, ensemble = [], lignes = [], projection }) => [
      cible,
      projection?.y ?? null,
      ...[...paliers, ...ensemble, ...lignes.flatMap(({ points }) => points)].map(({ y }) => y),
    ]),
  );
  const panels = panneaux.map((panel, i) =>
    drawPanel(panel, bounded[i]!.bornes[1], bounded[i]!.propre, cell),
  );
  let top = 0;
  const parts = [];
  for (let i = 0; i < panels.length; i += columns) {
    const line = panels.slice(i, i + columns);
    parts.push(...line.map(({ svg }, j) => ({ svg, x: j * (cell.width + GAP), y: top })));
    top += Math.max(...line.map(({ height }) => height)) + 28;
  }
  const key = drawKey(panneaux, frame);
  if (!key) return assemble(parts, frame.width, Math.max(1, top - 28), frame);
  parts.push({ svg: key.svg, x: 0, y: top - 18 });
  return assemble(parts, frame.width, top - 18 + key.height, frame);
}
