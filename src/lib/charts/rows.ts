import * as Plot from '@observablehq/plot';
import type { Barre, LegendePuces, Panneau, Puce, Unite } from '../views/figure';
import { type Bounded, panelBounds } from './domain';
import {
  assembleColumn,
  type Frame,
  type Line,
  plot,
  stackLines,
  PIXELS,
  textLines,
} from './frame';
import { knownBars, partBars, type Row, targetBars, unknownBars, wholeBars } from './bars';
import { drawLegend } from './legend';
import { type Prise, prises } from './marks';
import { drawEmptyPanel, panelHead } from './panel-head';
import { widest, textWidth, wrap } from './text-size';

interface Placed {
  readonly rows: Row[];
  readonly etiquettes: Line[];
  readonly valeurs: Line[];
  readonly pales: Line[];
  readonly valeursFin: Line[];
  readonly cibles: Line[];
  readonly palesFin: Line[];
  readonly prises: Prise[];
}

type Bar = Barre & Partial<Pick<Puce, 'cible' | 'cibleTexte' | 'dont'>>;

const BAR = 16;

const gripOf = (
  { etiquette }: Bar,
  selection: NonNullable<Bar['selection']>,
  width: number,
  y1: number,
  y2: number,
): Prise => ({ x1: 0, x2: width, y1: y1 - 3, y2: y2 - 5, etiquette, selection });

function place(
  width: number,
  top: number,
  elements: readonly Bar[],
  put: (bar: Bar, top: number, out: Placed) => number,
): Placed & { height: number } {
  const out: Placed = {
    rows: [],
    etiquettes: [],
    valeurs: [],
    valeursFin: [],
    pales: [],
    palesFin: [],
    cibles: [],
    prises: [],
  };
  let y = top;
  for (const bar of elements) {
    const next = put(bar, y, out);
    if (bar.selection) out.prises.push(gripOf(bar, bar.selection, width, y, next));
    y = next;
  }
  return { ...out, height: y };
}

const toRow = (bar: Bar, haut: number): Row => ({
  etiquette: bar.etiquette,
  ensemble: bar.ensemble ?? null,
  valeur: bar.valeur,
  cible: bar.cible ?? null,
  dont: bar.dont ?? null,
  inconnue: bar.inconnue,
  haut,
  bas: haut + BAR,
});

/** Narrow: name and amount on a line, the bar below, its target below again. */
function placeNarrow(frame: Frame, elements: readonly Bar[], top: number) {
  const { width, taille, petite, interligne } = frame;
  return place(width, top, elements, (bar, y, out) => {
    const amount = textWidth(bar.texte, taille, true);
    const beside = amount <= width * 0.55;
    const names = wrap(bar.etiquette, beside ? width - amount - 12 : width, taille);
    const amounts = beside ? [] : wrap(bar.texte, width, taille, true);
    const barTop = y + (names.length + amounts.length) * interligne + 4;
    const targets = wrap(bar.cibleTexte ?? '', width, petite);
    out.etiquettes.push(...stackLines(names, 0, y, frame));
    if (beside)
      (bar.pale ? out.palesFin : out.valeursFin).push(...stackLines([bar.texte], width, y, frame));
    (bar.pale ? out.pales : out.valeurs).push(
      ...stackLines(amounts, 0, y + names.length * interligne, frame),
    );
    out.rows.push(toRow(bar, barTop));
    out.cibles.push(...stackLines(targets, 0, barTop + BAR + 4, frame));
    return barTop + BAR + 15 + targets.length * interligne;
  });
}

interface Columns {
  /** End of the names, start and end of the longest bar, width of the amounts. */
  readonly noms: number;
  readonly debut: number;
  readonly fin: number;
  readonly montants: number;
}

/** The same for all panels, so that their bars start together. */
function columnsOf(frame: Frame, elements: readonly Bar[]): Columns {
  const { width, taille, petite, narrow } = frame;
  if (narrow) return { noms: 0, debut: 1, fin: width - 2, montants: 0 };
  const noms = Math.min(
    width * 0.32,
    widest(
      elements.map((bar) => bar.etiquette),
      taille,
    ),
  );
  const montants = Math.min(
    width * 0.34,
    Math.max(
      widest(
        elements.map((bar) => bar.texte),
        taille,
        true,
      ),
      widest(
        elements.map((bar) => bar.cibleTexte ?? ''),
        petite,
      ),
    ),
  );
  return { noms, debut: Math.ceil(noms) + 14, fin: Math.floor(width - montants - 12), montants };
}

/** Pixels of an amount in a panel whose bars go from `debut` to `fin`. */
function toPixels({ debut, fin }: Columns, { bornes: [min, max] }: Bounded) {
  return (value: number) => debut + ((value - min) / (max - min)) * (fin - debut);
}

/** Wide: name, bar, then amount and target at the end of the bar. */
function placeWide(
  frame: Frame,
  elements: readonly Bar[],
  top: number,
  bounded: Bounded,
  columns: Columns,
) {
  const { taille, petite, interligne } = frame;
  const pixels = toPixels(columns, bounded);
  return place(frame.width, top, elements, (bar, y, out) => {
    const names = wrap(bar.etiquette, columns.noms + 1, taille);
    const amounts = wrap(bar.texte, columns.montants + 1, taille, true);
    const targets = wrap(bar.cibleTexte ?? '', columns.montants + 1, petite);
    const lines = Math.max(names.length, amounts.length + targets.length);
    const middle = y + (lines * interligne) / 2;
    const x = pixels(Math.max(0, bar.valeur ?? 0, bar.cible ?? 0, bar.ensemble ?? 0)) + 8;
    const amountsTop = middle - ((amounts.length + targets.length) * interligne) / 2;
    out.etiquettes.push(...stackLines(names, 0, middle - (names.length * interligne) / 2, frame));
    (bar.pale ? out.pales : out.valeurs).push(...stackLines(amounts, x, amountsTop, frame));
    out.cibles.push(...stackLines(targets, x, amountsTop + amounts.length * interligne, frame));
    out.rows.push(toRow(bar, middle - BAR / 2));
    return y + lines * interligne + 9;
  });
}

/** The zero of the scale: one line where bars follow each other, one a bar where names part them. */
function baseline(rows: readonly Row[], narrow: boolean): Plot.Markish {
  const haut = Math.min(...rows.map((row) => row.haut));
  const bas = Math.max(...rows.map((row) => row.bas));
  const spans = narrow ? rows : [{ haut, bas }];
  return Plot.ruleX(spans, {
    x: 0,
    y1: (span: { haut: number }) => span.haut - 3,
    y2: (span: { bas: number }) => span.bas + 3,
    className: 'g-base',
  });
}

function drawPanel(
  { titre, elements }: Panneau<Bar>,
  bounded: Bounded,
  columns: Columns,
  unite: Unite,
  frame: Frame,
) {
  if (elements.length === 0) return drawEmptyPanel(titre, unite, frame);
  const head = panelHead(titre, frame, bounded.propre);
  const placed = frame.narrow
    ? placeNarrow(frame, elements, head.height)
    : placeWide(frame, elements, head.height, bounded, columns);
  const { debut, fin } = columns;
  const unit = (bounded.bornes[1] - bounded.bornes[0]) / (fin - debut);
  const svg = plot(frame, placed.height, {
    x: { type: 'linear', domain: [...bounded.bornes], range: [debut, fin], axis: null },
    y: PIXELS,
    marks: [
      ...head.marks,
      ...targetBars(placed.rows),
      wholeBars(placed.rows, unit),
      knownBars(placed.rows, unit),
      partBars(placed.rows, unit),
      ...unknownBars(placed.rows, unit),
      baseline(placed.rows, frame.narrow),
      textLines(placed.etiquettes, 'etiquette', frame),
      textLines(placed.valeurs, 'valeur', frame),
      textLines(placed.valeursFin, 'valeur', frame, 'end'),
      textLines(placed.pales, 'pale', frame),
      textLines(placed.palesFin, 'pale', frame, 'end'),
      textLines(placed.cibles, 'cible', frame),
      prises(placed.prises),
    ],
  });
  return { height: placed.height, svg };
}

/** Horizontal bars, with a target or not, one panel under the other. */
export function drawRows(
  panneaux: readonly Panneau<Bar>[],
  unite: Unite,
  frame: Frame,
  legende?: LegendePuces,
): Element {
  const bounded = panelBounds(
    panneaux.map(({ elements }) =>
      elements.flatMap((bar) => [bar.valeur, bar.cible ?? null, bar.ensemble ?? null]),
    ),
  );
  const columns = columnsOf(
    frame,
    panneaux.flatMap(({ elements }) => elements),
  );
  const panels = panneaux.map((panneau, i) =>
    drawPanel(panneau, bounded[i]!, columns, unite, frame),
  );
  return assembleColumn([...(legende ? [drawLegend(legende, frame)] : []), ...panels], frame);
}
