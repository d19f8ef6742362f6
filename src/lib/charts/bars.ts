import * as Plot from '@observablehq/plot';
import type { Selection } from '../views/figure';
import { type Box, hatchPath } from './hatch';
import { told } from './marks';

/** A horizontal bar placed in its panel: `haut` and `bas` in pixels, values in the unit of the chart. */
export interface Row {
  readonly etiquette: string;
  readonly selection?: Selection | undefined;
  readonly valeur: number | null;
  /** Without the choices: a light bar behind. */
  readonly ensemble: number | null;
  readonly cible: number | null;
  /** Part of the value, within its bar. */
  readonly dont: number | null;
  readonly inconnue: boolean;
  readonly haut: number;
  readonly bas: number;
}

/** A value that is not zero is never invisible: at least this many pixels. */
const SLIVER = 1.5;
/** The line within a bar leaves this much of the row on each side. */
const DONT_INSET = 6;

function visible(valeur: number, unit: number): number {
  if (valeur === 0) return 0;
  return Math.sign(valeur) * Math.max(Math.abs(valeur), SLIVER * unit);
}

const extent = (row: Row, unit: number, inset = 0) => ({
  etiquette: row.etiquette,
  valeur: row.valeur,
  x1: Math.min(0, visible(row.valeur ?? 0, unit)),
  x2: Math.max(0, visible(row.valeur ?? 0, unit)),
  haut: row.haut + inset,
  bas: row.bas - inset,
});

/** Bars of what is known, thinner where a target lies behind. `unit`: what a pixel stands for. */
export function knownBars(rows: readonly Row[], unit: number): Plot.Markish {
  const data = rows
    .filter((row) => row.valeur !== null && !row.inconnue)
    .map((row) => extent(row, unit, row.cible === null ? 0 : 3));
  return Plot.rect(data, {
    x1: 'x1',
    x2: 'x2',
    y1: 'haut',
    y2: 'bas',
    className: 'g-barre',
    render: told(data),
  });
}

/** A light line within the bar: the part of it that is told apart. */
export function partBars(rows: readonly Row[], unit: number): Plot.Markish {
  const data = rows
    .filter((row) => row.dont !== null && row.dont > 0 && !row.inconnue)
    .map((row) => extent({ ...row, valeur: row.dont }, unit, DONT_INSET));
  return Plot.rect(data, {
    x1: 'x1',
    x2: 'x2',
    y1: 'haut',
    y2: 'bas',
    className: 'g-dont',
    render: told(data),
  });
}

/** Bars of the whole, behind those of what was chosen. */
export function wholeBars(rows: readonly Row[], unit: number): Plot.Markish {
  const data = rows
    .filter((row) => row.ensemble !== null)
    .map((row) => extent({ ...row, valeur: row.ensemble }, unit));
  return Plot.rect(data, {
    x1: 'x1',
    x2: 'x2',
    y1: 'haut',
    y2: 'bas',
    className: 'g-ensemble',
    render: told(data),
  });
}

/** The target: a light bar behind, closed by a mark. */
export function targetBars(rows: readonly Row[]): Plot.Markish[] {
  const data = rows.filter((row) => row.cible !== null);
  return [
    Plot.rect(data, {
      x1: 0,
      x2: 'cible',
      y1: 'haut',
      y2: 'bas',
      className: 'g-enveloppe',
    }),
    Plot.ruleX(data, {
      x: 'cible',
      y1: (row: Row) => row.haut - 3,
      y2: (row: Row) => row.bas + 3,
      className: 'g-repere',
    }),
  ];
}

/** Draws the hatching of rectangles, in place of the rectangles, under a class of its own. */
export const hatchedAs =
  (className: string): Plot.RenderFunction =>
  (index, _scales, { x1, x2, y1, y2 }, _dimensions, context) => {
    const group = context.document.createElementNS('http://www.w3.org/2000/svg', 'g');
    group.setAttribute('class', className);
    for (const i of index) {
      const path = context.document.createElementNS('http://www.w3.org/2000/svg', 'path');
      const box: Box = {
        x1: Math.min(x1![i], x2![i]),
        x2: Math.max(x1![i], x2![i]),
        y1: Math.min(y1![i], y2![i]),
        y2: Math.max(y1![i], y2![i]),
      };
      path.setAttribute('d', hatchPath(box));
      group.append(path);
    }
    return group;
  };

export const hatched = hatchedAs('g-hachures');

/** Bars of what cannot be placed: an outline and hatching, legible without colour. */
export function unknownBars(rows: readonly Row[], unit: number): Plot.Markish[] {
  const data = rows
    .filter((row) => row.valeur !== null && row.inconnue)
    .map((row) => extent(row, unit));
  const box = { x1: 'x1', x2: 'x2', y1: 'haut', y2: 'bas' };
  return [
    Plot.rect(data, { ...box, className: 'g-inconnue', render: told(data) }),
    Plot.rect(data, { ...box, render: hatched }),
  ];
}
