/** A matrix whose cells say their amount, in steps of one hue; bars where the amounts have no room. */
import * as Plot from '@observablehq/plot';
import { MATRICE } from '../texte/matrice';
import { formatNombre } from '../format';
import type { CaseMatrice, Chart, Panneau, Barre } from '../views/figure';
import { hatchedAs } from './bars';
import { roundTicks } from './domain';
import {
  assembleColumn,
  type Frame,
  type Line,
  PIXELS,
  plot,
  stackLines,
  textLines,
} from './frame';
import { type Prise, prises, told } from './marks';
import { drawEmptyPanel } from './panel-head';
import { drawRows } from './rows';
import { textWidth, widest, wrap } from './text-size';

type Matrix = Extract<Chart, { type: 'matrice' }>;

const STEPS = 5;
const CELL = 28;
const AIR = 6;
const ANGLE = { large: -40, etroit: -60 } as const;

/** Where the cells are. */
interface Grid {
  readonly left: number;
  readonly band: number;
  readonly top: number;
  readonly angle: number;
}

const casesOf = ({ lignes }: Matrix) =>
  lignes.flatMap(({ cases }) => cases.filter((c): c is CaseMatrice => c !== null));

const radians = (degrees: number) => (degrees * Math.PI) / 180;

function gridOf({ colonnes, lignes }: Matrix, frame: Frame): Grid {
  const angle = frame.narrow ? ANGLE.etroit : ANGLE.large;
  const head = widest(
    colonnes.map(({ nom }) => nom),
    frame.petite,
  );
  const names = widest(
    lignes.map(({ nom }) => nom),
    frame.taille,
  );
  const left = frame.narrow ? 0 : Math.ceil(Math.min(frame.width * 0.32, names)) + 12;
  const room = frame.width - left;
  const bands = colonnes.map(({ nom }, i) => {
    const beyond = Math.cos(radians(angle)) * textWidth(nom, frame.petite);
    return (room - beyond - AIR) / (i + 0.5);
  });
  const band = Math.min(72, room / colonnes.length, ...bands);
  return { left, band, angle, top: Math.ceil(-Math.sin(radians(angle)) * head) + 16 };
}

const fits = (matrix: Matrix, { band }: Grid, frame: Frame) =>
  band >= 24 && casesOf(matrix).every(({ court }) => textWidth(court, frame.petite) <= band - 3);

/** The same cells as bars, a panel a column. */
const panelsOf = ({ colonnes, lignes }: Matrix): Panneau<Barre>[] =>
  colonnes.map(({ nom }, i) => ({
    titre: nom,
    elements: lignes.flatMap((ligne) => {
      const own = ligne.cases[i];
      return own ? [{ ...own, etiquette: ligne.nom }] : [];
    }),
  }));

interface Placed {
  readonly cases: (CaseMatrice & Box)[];
  readonly vides: Box[];
  readonly noms: Line[];
  readonly prises: Prise[];
}

interface Box {
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
}

/** Rows from top to bottom: their name beside the cells, or above them where it is narrow. */
function place({ lignes }: Matrix, { left, band, top }: Grid, frame: Frame) {
  const out: Placed = { cases: [], vides: [], noms: [], prises: [] };
  let y = top;
  for (const { nom, selection, cases } of lignes) {
    const names = wrap(nom, frame.narrow ? frame.width : left - 11, frame.taille);
    const height = names.length * frame.interligne;
    const y1 = frame.narrow ? y + height + 2 : y + Math.max(0, (height - CELL) / 2);
    const namesTop = frame.narrow ? y : y1 + (CELL - height) / 2;
    out.noms.push(...stackLines(names, 0, namesTop, frame));
    if (selection) {
      const [x2, y2] = frame.narrow ? [frame.width, y + height] : [left - 4, y1 + CELL];
      out.prises.push({ x1: 0, x2, y1: Math.min(y, y1), y2, etiquette: nom, selection });
    }
    cases.forEach((own, i) => {
      const box = { x1: left + i * band, x2: left + (i + 1) * band - 2, y1, y2: y1 + CELL };
      if (own === null) return void out.vides.push(box);
      out.cases.push({ ...own, ...box });
      if (own.selection)
        out.prises.push({ ...box, etiquette: own.etiquette, selection: own.selection });
    });
    y = Math.max(y1 + CELL, namesTop + height) + (frame.narrow ? AIR + 2 : 2);
  }
  return { ...out, bottom: y };
}

/** Step of a value, from 1 to `STEPS`. */
const stepOf = (valeur: number, step: number) =>
  Math.min(STEPS, Math.max(1, Math.ceil(valeur / step)));

/** Round bound of a step, so that `STEPS` of them reach the largest value. */
function boundOf(matrix: Matrix): number {
  const max = Math.max(0, ...casesOf(matrix).map(({ valeur }) => valeur));
  const [, tick = 1] = roundTicks(max, STEPS);
  return Math.max(tick, 1);
}

const BOX = { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2' } as const;

function cellMarks({ cases, vides }: Placed, step: number, frame: Frame): Plot.Markish[] {
  const known = cases.filter(({ inconnue }) => !inconnue);
  const unknown = cases.filter(({ inconnue }) => inconnue);
  const steps = Array.from({ length: STEPS }, (_, i) => i + 1);
  const middle = ({ x1, x2, y1, court }: CaseMatrice & Box): Line => ({
    x: (x1 + x2) / 2,
    y: y1 + CELL / 2,
    texte: court,
  });
  const of = (dark: boolean) =>
    known.filter(({ valeur }) => stepOf(valeur, step) > 3 === dark).map(middle);
  return [
    Plot.rect(vides, { ...BOX, className: 'g-case' }),
    ...steps.map((n) => {
      const own = known.filter(({ valeur }) => stepOf(valeur, step) === n);
      return Plot.rect(own, { ...BOX, className: `g-pas-${n}`, render: told(own) });
    }),
    Plot.rect(unknown, { ...BOX, className: 'g-inconnue', render: told(unknown) }),
    Plot.rect(unknown, { ...BOX, render: hatchedAs('g-hachures') }),
    textLines(of(false), 'etiquette', frame, 'middle'),
    textLines(of(true), 'sur-pas', frame, 'middle'),
    textLines(unknown.map(middle), 'sur-hachures', frame, 'middle'),
  ];
}

/** Names of the columns, aslant, so that narrow columns have whole names. */
function headMarks({ colonnes }: Matrix, { left, band, top, angle }: Grid, frame: Frame) {
  const heads = colonnes.map(({ nom }, i) => ({
    x: left + (i + 0.5) * band,
    y: top - 8,
    texte: nom,
  }));
  return Plot.text(heads, {
    x: { value: 'x', scale: null },
    y: { value: 'y', scale: null },
    text: 'texte',
    rotate: angle,
    textAnchor: 'start',
    fontSize: frame.petite,
    className: 'g-etiquette',
  });
}

const headGrips = ({ colonnes }: Matrix, { left, band, top }: Grid): Prise[] =>
  colonnes.flatMap(({ nom, selection }, i) => {
    const x1 = left + i * band;
    return selection
      ? [{ x1, x2: x1 + band - 2, y1: top - 28, y2: top - 3, etiquette: nom, selection }]
      : [];
  });

/** Bounds of the steps, under the cells. */
function scaleMarks(step: number, top: number, frame: Frame) {
  const words = wrap(MATRICE.echelle, frame.width, frame.petite);
  const y1 = top + words.length * frame.interligne + 2;
  const band = Math.min(72, frame.width / STEPS);
  const boxes = Array.from({ length: STEPS }, (_, i) => ({
    ...{ x1: i * band, x2: (i + 1) * band - 2, y1, y2: y1 + 10 },
    n: i + 1,
  }));
  const bounds = boxes.map(({ x2, n }) => ({
    x: x2,
    y: y1 + 10 + frame.interligne / 2 + 1,
    texte: formatNombre((n * step) / 1000, { decimales: 1 }),
  }));
  return {
    height: y1 + 10 + frame.interligne + 2,
    marks: [
      textLines(stackLines(words, 0, top, frame), 'note', frame),
      ...boxes.map((box) => Plot.rect([box], { ...BOX, className: `g-pas-${box.n}` })),
      textLines(bounds, 'note', frame, 'end'),
    ],
  };
}

/** Rows and columns with the amount in each cell; a column of bars each where amounts have no room. */
export function drawMatrix(matrix: Matrix, frame: Frame): Element {
  if (casesOf(matrix).length === 0) return drawEmptyPanel('', matrix.unite, frame).svg;
  const grid = gridOf(matrix, frame);
  if (!fits(matrix, grid, frame)) return drawRows(panelsOf(matrix), matrix.unite, frame);
  const placed = place(matrix, grid, frame);
  const step = boundOf(matrix);
  const scale = scaleMarks(step, placed.bottom + 10, frame);
  const svg = plot(frame, scale.height, {
    x: PIXELS,
    y: PIXELS,
    marks: [
      headMarks(matrix, grid, frame),
      ...cellMarks(placed, step, frame),
      textLines(placed.noms, 'etiquette', frame),
      ...scale.marks,
      prises([...headGrips(matrix, grid), ...placed.prises]),
    ],
  });
  return assembleColumn([{ svg, height: scale.height }], frame);
}
