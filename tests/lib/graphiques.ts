/** Charts of each kind, and how tests draw and read them. */
import { parseHTML } from 'linkedom';
import { renderChart } from '../../src/lib/charts/render-chart';
import type { Barre, Chart, Puce } from '../../src/lib/views/figure';

export const WIDTHS = [340, 720];

export function render(chart: Chart, width: number, alt = 'Texte de remplacement'): string {
  const { document } = parseHTML('<html></html>');
  return renderChart(chart, { width, document: document as unknown as Document, alt });
}

export function parse(svg: string): Element {
  return parseHTML(`<html><body>${svg}</body></html>`).document.querySelector('svg')!;
}

export const barre = (etiquette: string, valeur: number | null, inconnue = false): Barre => ({
  etiquette,
  valeur,
  texte: valeur === null ? 'donnée absente' : `${valeur}\u00a0$`,
  inconnue,
});
export const puce = (etiquette: string, valeur: number | null, cible: number | null): Puce => ({
  ...barre(etiquette, valeur),
  cible,
  cibleTexte: cible === null ? '' : `enveloppe\u00a0: ${cible}\u00a0$`,
});

export const PUCES: Chart = {
  type: 'puces',
  unite: 'montant',
  panneaux: [
    { titre: 'Cycle 2024-2029', elements: [puce('Non ventilé', 3421915.48, 6100000)] },
    {
      titre: 'Cycle 2019-2024',
      elements: [puce('Joliette', 613624, null), puce('Retour', -0.11, null)],
    },
  ],
};
export const BARRES: Chart = {
  type: 'barres',
  unite: 'montant',
  elements: [barre('Non publiée', 900, true), barre('Logement', null), barre('Transport', 12)],
};
export const COLONNES: Chart = {
  type: 'colonnes',
  unite: 'montant',
  panneaux: [
    { titre: 'Cycle', elements: [barre('2024-2025', -1200), barre('2025-2026', 21915, true)] },
  ],
};
const point = (jour: string, valeur: number) => ({
  jour,
  etiquette: jour,
  valeur,
  texte: `${valeur}\u00a0$`,
});
export const LIGNE: Chart = {
  type: 'ligne',
  unite: 'montant',
  points: [point('2024-01-01', 100), point('2024-01-03', -50), point('2024-01-11', 400)],
};
export const TRAJECTOIRES: Extract<Chart, { type: 'trajectoires' }> = {
  type: 'trajectoires',
  panneaux: [
    {
      titre: 'Cycle 2024-2029',
      paliers: [{ x: 0.3, y: 3421915.48, texte: '3 421 915,48\u00a0$ accordés' }],
      cible: 6100000,
      cibleTexte: 'Enveloppe\u00a0: au moins 6 100 000\u00a0$',
      ecoule: 0.31,
      ecouleTexte: '31\u00a0% du cycle écoulé',
    },
    {
      titre: 'Cycle 2019-2024',
      paliers: [
        { x: 0.1, y: 1e6, texte: '1 M$' },
        { x: 0.95, y: 6e6, texte: '6 M$' },
      ],
      cible: 6063249,
      cibleTexte: 'Enveloppe',
      ecoule: 1,
      ecouleTexte: 'Cycle terminé',
    },
  ],
};
export const LIGNES: Chart = {
  type: 'trajectoires',
  panneaux: [0.3, 1].map((ecoule) => ({
    ...TRAJECTOIRES.panneaux[0]!,
    ecoule,
    lignes: [
      { nom: 'Versé', trait: 'cercles', points: [{ x: ecoule, y: 3e6, texte: '3 M$ versés' }] },
      { nom: 'Dépensé', trait: 'carres', points: [{ x: ecoule, y: 2.9e6, texte: '2,9 M$' }] },
    ],
    ...(ecoule < 1 ? { projection: { x: 1, y: 7e6, texte: 'environ 7 M$' } } : {}),
  })),
};
export const DONT: Chart = {
  type: 'puces',
  unite: 'montant',
  legende: { valeur: 'Accordé', dont: 'Versé', cible: 'Enveloppe' },
  panneaux: [{ titre: '', elements: [{ ...puce('Joliette', 60, 100), dont: 30 }] }],
};
export const MATRICE: Chart = {
  type: 'matrice',
  unite: 'montant',
  colonnes: Array.from({ length: 8 }, (_, i) => ({
    nom: `Territoire ${i}`,
    selection: { dimension: 'territoire', id: `t${i}` },
  })),
  lignes: Array.from({ length: 3 }, (_, i) => ({
    nom: `Priorité au nom assez long pour qu’il se replie, numéro ${i}`,
    selection: { dimension: 'priorite', id: `p${i}` },
    cases: Array.from({ length: 8 }, (_, j) =>
      i === j
        ? null
        : {
            valeur: 1000 * (i + 1) * (j + 1),
            texte: `${(i + 1) * (j + 1)} 000\u00a0$`,
            court: String((i + 1) * (j + 1)),
            etiquette: `p${i}, t${j}`,
            inconnue: j === 7,
            selection: {
              ...{ dimension: 'territoire', id: `t${j}` },
              et: { dimension: 'priorite', id: `p${i}` },
            },
          },
    ),
  })),
};
export const BIG: Chart = {
  type: 'puces',
  unite: 'montant',
  panneaux: ['A', 'B', 'C'].map((titre) => ({
    titre,
    elements: Array.from({ length: 20 }, (_, i) =>
      puce(`Territoire au nom de soixante caractères, numéro ${i} de ${titre}`, 1e9 / (i + 1), 2e9),
    ),
  })),
};
export const PILES: Chart = {
  type: 'piles',
  unite: 'nombre',
  categories: (['pleine', 'claire', 'barree', 'vide', 'rayee', 'inconnue'] as const).map(
    (trame, i) => ({ id: trame, nom: `Redditions de la sorte ${i}`, signe: '◆', trame }),
  ),
  elements: [
    {
      etiquette: '2024-2025',
      note: '40 en tout',
      texte: '◆\u00a030  ◆\u00a010',
      segments: [
        { categorie: 'pleine', valeur: 30 },
        { categorie: 'barree', valeur: 10 },
      ],
    },
    {
      etiquette: 'Territoire au nom de soixante caractères, pour qu’il se replie',
      note: '',
      texte: '◆\u00a0200  ◆\u00a02  ◆\u00a03  ◆\u00a04  ◆\u00a05',
      segments: ['pleine', 'claire', 'vide', 'rayee', 'inconnue'].map((categorie, i) => ({
        categorie,
        valeur: i === 0 ? 200 : i,
      })),
    },
  ],
};
