/** Says what the parts of a bullet are, above the panels. */
import type { LegendePuces } from '../views/figure';
import { knownBars, partBars, type Row, targetBars } from './bars';
import { assemble, type Frame, type Part, PIXELS, plot, stackLines, textLines } from './frame';
import { textWidth } from './text-size';

const SWATCH = 30;
const BAR = 16;
const GAP = 22;

type Nom = keyof LegendePuces;
const NOMS: readonly Nom[] = ['valeur', 'dont', 'cible'];

/** The same bar as in the panels, filled as the part that it names. */
const rowOf = (nom: Nom, haut: number): Row => ({
  etiquette: '',
  ensemble: null,
  valeur: nom === 'cible' ? null : SWATCH,
  cible: nom === 'cible' ? SWATCH : null,
  dont: nom === 'dont' ? SWATCH : null,
  inconnue: false,
  haut,
  bas: haut + BAR,
});

function drawSample(nom: Nom, texte: string, frame: Frame): Element {
  const rows = [rowOf(nom, (frame.interligne - BAR) / 2 + 1)];
  return plot(frame, frame.interligne + 4, {
    x: { type: 'linear', domain: [0, SWATCH], range: [1, SWATCH + 1], axis: null },
    y: PIXELS,
    marks: [
      ...targetBars(rows),
      knownBars(rows, 1),
      partBars(rows, 1),
      textLines(stackLines([texte], SWATCH + 9, 1, frame), 'note', frame),
    ],
  });
}

/** Samples and words one after the other, on as many lines as they need. */
export function drawLegend(legende: LegendePuces, frame: Frame): { svg: Element; height: number } {
  const line = frame.interligne + 6;
  const parts: Part[] = [];
  let [x, y] = [0, 0];
  for (const nom of NOMS) {
    const room = SWATCH + 9 + textWidth(legende[nom], frame.petite);
    if (x > 0 && x + room > frame.width) [x, y] = [0, y + line];
    parts.push({ svg: drawSample(nom, legende[nom], frame), x, y });
    x += room + GAP;
  }
  return { svg: assemble(parts, frame.width, y + line, frame), height: y + line };
}
