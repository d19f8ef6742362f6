import * as Plot from '@observablehq/plot';
import type { Barre, Panneau, Unite } from '../views/figure';
import { hatched } from './bars';
import { type Bounded, panelBounds } from './domain';
import { assembleColumn, type Frame, plot, stackLines, PIXELS, textLines } from './frame';
import { type Prise, prises, told } from './marks';
import { drawEmptyPanel, panelHead } from './panel-head';
import { drawRows } from './rows';
import { textWidth, widest, wrap } from './text-size';

const HEIGHT = 190;
const WIDEST_BAND = 150;
const WIDEST_BAR = 72;

function bandWidth(panneaux: readonly Panneau<Barre>[], frame: Frame): number {
  const count = Math.max(1, ...panneaux.map(({ elements }) => elements.length));
  return Math.min(WIDEST_BAND, frame.width / count);
}

/** Values are written in full above the columns: where they do not fit, bars lie down instead. */
function fits(panneaux: readonly Panneau<Barre>[], frame: Frame): boolean {
  const bars = panneaux.flatMap(({ elements }) => elements);
  const room = bandWidth(panneaux, frame) - 8;
  const words = bars.flatMap(({ etiquette }) => etiquette.split(' '));
  return (
    bars.every(({ texte }) => textWidth(texte, frame.taille, true) <= room) &&
    widest(words, frame.taille) <= room
  );
}

interface Column {
  readonly etiquette: string;
  readonly valeur: number;
  readonly x1: number;
  readonly x2: number;
  readonly y1: number;
  readonly y2: number;
  readonly inconnue: boolean;
}

function columnsOf(
  elements: readonly Pick<Barre, 'etiquette' | 'valeur' | 'inconnue'>[],
  band: number,
  unit: number,
): Column[] {
  const half = Math.min(WIDEST_BAR, band * 0.7) / 2;
  return elements.flatMap(({ etiquette, valeur, inconnue }, i) => {
    if (valeur === null) return [];
    const shown = valeur === 0 ? 0 : Math.sign(valeur) * Math.max(Math.abs(valeur), 1.5 * unit);
    const center = (i + 0.5) * band;
    return {
      etiquette,
      valeur,
      x1: center - half,
      x2: center + half,
      y1: Math.min(0, shown),
      y2: Math.max(0, shown),
      inconnue,
    };
  });
}

function columnMarks(columns: readonly Column[], behind: readonly Column[]): Plot.Markish[] {
  const box = {
    x1: 'x1',
    x2: 'x2',
    y1: 'y1',
    y2: 'y2',
  };
  const unknown = columns.filter(({ inconnue }) => inconnue);
  const known = columns.filter(({ inconnue }) => !inconnue);
  return [
    Plot.rect(behind, { ...box, className: 'g-ensemble', render: told(behind) }),
    Plot.rect(known, { ...box, className: 'g-barre', render: told(known) }),
    Plot.rect(unknown, { ...box, className: 'g-inconnue', render: told(unknown) }),
    Plot.rect(unknown, { ...box, render: hatched }),
  ];
}

/** How far a column goes: what is known, or the whole behind it. */
const reachOf = ({ valeur, ensemble }: Barre) =>
  ensemble === undefined ? (valeur ?? 0) : Math.max(valeur ?? 0, ensemble);

const wholeOf = ({ etiquette, ensemble }: Barre) => ({
  etiquette,
  valeur: ensemble ?? null,
  inconnue: false,
});

const gripsOf = (elements: readonly Barre[], band: number, y1: number, y2: number): Prise[] =>
  elements.flatMap(({ etiquette, selection }, i) =>
    selection ? [{ x1: i * band + 2, x2: (i + 1) * band - 2, y1, y2, etiquette, selection }] : [],
  );

/** A panel is as high as its own highest column, on the scale that panels share. */
function drawPanel(panneau: Panneau<Barre>, bounded: Bounded, band: number, frame: Frame) {
  const { taille, interligne } = frame;
  const { elements } = panneau;
  const head = panelHead(panneau.titre, frame, bounded.propre);
  const top = head.height + interligne + 4;
  const unit = (bounded.bornes[1] - bounded.bornes[0]) / HEIGHT;
  const values = elements.map(reachOf);
  const [min, max] = [Math.min(0, ...values), Math.max(unit, ...values)];
  const bottom = top + (max - min) / unit;
  const y = (value: number) => bottom - (value - min) / unit;
  const names = elements.map(({ etiquette }) => wrap(etiquette, band - 6, taille));
  const height = bottom + 6 + Math.max(1, ...names.map((n) => n.length)) * interligne;
  const center = (i: number) => (i + 0.5) * band;
  const amounts = elements.map(({ texte, pale = false }, i) => ({
    texte,
    pale,
    x: center(i),
    y: y(Math.max(0, values[i]!)) - interligne / 2 - 2,
  }));
  const svg = plot(frame, height, {
    x: PIXELS,
    y: { type: 'linear', domain: [min, max], range: [bottom, top], axis: null },
    marks: [
      ...head.marks,
      ...columnMarks(columnsOf(elements, band, unit), columnsOf(elements.map(wholeOf), band, unit)),
      Plot.ruleY([0], {
        x1: [0],
        x2: [band * elements.length],
        className: 'g-base',
      }),
      textLines(
        amounts.filter(({ pale }) => !pale),
        'valeur',
        frame,
        'middle',
      ),
      textLines(
        amounts.filter(({ pale }) => pale),
        'pale',
        frame,
        'middle',
      ),
      textLines(
        names.flatMap((lines, i) => stackLines(lines, center(i), bottom + 6, frame)),
        'etiquette',
        frame,
        'middle',
      ),
      prises(gripsOf(elements, band, head.height, height)),
    ],
  });
  return { height, svg };
}

/** Vertical bars by exercice, panels one under the other on the same bands. */
export function drawColumns(
  panneaux: readonly Panneau<Barre>[],
  unite: Unite,
  frame: Frame,
): Element {
  if (!fits(panneaux, frame)) return drawRows(panneaux, unite, frame);
  const bounded = panelBounds(panneaux.map(({ elements }) => elements.map(reachOf)));
  const band = bandWidth(panneaux, frame);
  const panels = panneaux.map((panneau, i) =>
    panneau.elements.length === 0
      ? drawEmptyPanel(panneau.titre, unite, frame)
      : drawPanel(panneau, bounded[i]!, band, frame),
  );
  return assembleColumn(panels, frame);
}
