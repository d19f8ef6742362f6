/** Amounts of a figure: those that its chart draws, and those that its words say. */
import type { Barre, Chart, Puce, Trajectoire } from '../../src/lib/views/figure';

export const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

/** Amounts said in a text, as `1 234,50 $`. */
export const amountTexts = (text: string) =>
  [...flat(text).matchAll(/\u2212?\d[\d ]*(?:,\d\d)? \$/g)].map(([amount]) => amount);

export const sayAmount = (amount: number): string => {
  const digits = Number.isInteger(amount) ? 0 : 2;
  const text = new Intl.NumberFormat('fr-CA', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount);
  return `${flat(text.replace('-', '\u2212'))} $`;
};

const ofBar = ({ valeur, ensemble, ...bar }: Barre & Partial<Puce>) => [
  valeur,
  ensemble ?? null,
  bar.cible ?? null,
  bar.dont || null,
];

const ofTrajectory = ({ paliers, ensemble = [], lignes = [], projection, cible }: Trajectoire) => [
  ...[...paliers, ...ensemble, ...lignes.flatMap(({ points }) => points)].map(({ y }) => y),
  projection?.y ?? null,
  cible,
];

function all(chart: Chart): (number | null)[] {
  switch (chart.type) {
    case 'barres':
      return chart.elements.flatMap(ofBar);
    case 'puces':
    case 'colonnes':
      return chart.panneaux.flatMap(({ elements }) => (elements as Barre[]).flatMap(ofBar));
    case 'ligne':
      return chart.points.map(({ valeur }) => valeur);
    case 'piles':
      return chart.elements.flatMap(({ segments }) => segments.map(({ valeur }) => valeur));
    case 'matrice':
      return chart.lignes.flatMap(({ cases }) => cases.map((own) => own?.valeur ?? null));
    case 'trajectoires':
      return chart.panneaux.flatMap(ofTrajectory);
  }
}

/** Amounts that a chart draws, envelopes included; none where it counts something else than dollars. */
export const amountsOf = (chart: Chart): number[] =>
  'unite' in chart && chart.unite !== 'montant'
    ? []
    : all(chart).filter((n): n is number => n !== null);
