import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Chart } from '../views/figure';
import {
  BARRES,
  BIG,
  COLONNES,
  DONT,
  LIGNE,
  LIGNES,
  MATRICE,
  PILES,
  PUCES,
  TRAJECTOIRES,
  WIDTHS,
  barre,
  parse,
  puce,
  render,
} from '../../../tests/lib/graphiques';
import { textWidth } from './text-size';

const CHARTS = { PUCES, BARRES, COLONNES, LIGNE, TRAJECTOIRES, LIGNES, DONT, PILES, MATRICE, BIG };

let logged: unknown[][] = [];
beforeEach(() => {
  logged = [];
  for (const method of ['log', 'warn', 'error', 'info'] as const) {
    vi.spyOn(console, method).mockImplementation((...args) => void logged.push(args));
  }
});
afterEach(() => vi.restoreAllMocks());

describe.each(Object.entries(CHARTS))('%s', (_name, chart) => {
  it.each(WIDTHS)('is one image with its text, without style, id nor log at %d', (width) => {
    const svg = parse(render(chart, width));
    expect(svg.getAttribute('role')).toBe('img');
    expect(svg.getAttribute('aria-label')).toBe('Texte de remplacement');
    expect(svg.getAttribute('text-anchor')).toBe('middle');
    expect(svg.getAttribute('width')).toBe(String(width));
    expect(svg.querySelectorAll('style, script, [id], [style]')).toHaveLength(0);
    expect(svg.querySelectorAll('[aria-label], [aria-hidden], [aria-description]')).toHaveLength(0);
    expect(logged).toEqual([]);
  });

  it.each(WIDTHS)('places nothing closer than to a tenth of a pixel at %d', (width) => {
    const svg = render(chart, width).replace(/ data-[a-z-]+="[^"]*"/g, '');
    expect(svg.match(/ [a-z0-9]+="[^"]*\d\.\d{2,}[^"]*"/g)).toBeNull();
  });

  it.each(WIDTHS)('keeps every line of text inside the image at %d', (width) => {
    for (const line of parse(render(chart, width)).querySelectorAll('text')) {
      const group = line.parentElement!;
      const x = shift(line) + shift(group.parentElement!);
      const wide =
        textWidth(line.textContent, Number(group.getAttribute('font-size'))) * 0.95 * aslant(line);
      const part = { start: 0, end: 1 }[group.getAttribute('text-anchor')!] ?? 0.5;
      expect(x - wide * part, line.textContent).toBeGreaterThanOrEqual(-1);
      expect(x + wide * (1 - part), line.textContent).toBeLessThanOrEqual(width + 1);
    }
  });

  it.each(WIDTHS)('keeps text above 12 pixels on the narrowest screen of %d', (width) => {
    for (const text of parse(render(chart, width)).querySelectorAll('g[font-size]')) {
      const shown = width === 340 ? 288 / 340 : 668 / 720;
      expect(Number(text.getAttribute('font-size')) * shown).toBeGreaterThanOrEqual(12);
    }
  });

  it('has no number that is not one, and gives the same bytes twice', () => {
    const image = render(chart, 720);
    expect(image).not.toMatch(/NaN|Infinity|undefined/);
    expect(render(chart, 720)).toBe(image);
  });
});

const shift = (element: Element) =>
  Number(/translate\(([-\d.]+)/.exec(element.getAttribute('transform') ?? '')?.[1] ?? 0);

/** How much of the width of a line is across, where it is turned. */
const aslant = (line: Element) => {
  const [, degrees = '0'] = /rotate\(([-\d.]+)/.exec(line.getAttribute('transform') ?? '') ?? [];
  return Math.cos((Number(degrees) * Math.PI) / 180);
};

const words = (svg: string) =>
  [...parse(svg).querySelectorAll('text')].map((text) => text.textContent).join(' ');

it.each(WIDTHS)('writes each label, amount and target of the view model at %d', (width) => {
  const shown = words(render(PUCES, width));
  for (const expected of ['Cycle 2024-2029', 'Non ventilé', '3421915.48\u00a0$', '6100000\u00a0$'])
    expect(shown).toContain(expected);
  expect(words(render(BARRES, width))).toContain('donnée absente');
  expect(words(render(COLONNES, width))).toContain('21915\u00a0$');
  const trajectories = words(render(TRAJECTOIRES, width));
  for (const expected of ['accordés', 'Enveloppe', 'écoulé', 'Cycle terminé', '100\u00a0%'])
    expect(trajectories).toContain(expected);
});

const count = (svg: string, selector: string) => parse(svg).querySelectorAll(selector).length;

it('draws no bar without a value, and hatches what is unknown', () => {
  const svg = render(BARRES, 720);
  expect(count(svg, '.g-barre rect')).toBe(1);
  expect(count(svg, '.g-inconnue rect')).toBe(1);
  expect(parse(svg).querySelector('.g-hachures path')!.getAttribute('d')).toMatch(/^M.*L/);
});

it('draws a target only where there is one, in proportion', () => {
  const svg = parse(render(PUCES, 720));
  expect(svg.querySelectorAll('.g-enveloppe rect')).toHaveLength(1);
  expect(svg.querySelectorAll('.g-repere line')).toHaveLength(1);
  const width = (selector: string) =>
    Number(svg.querySelector(`${selector} rect`)!.getAttribute('width'));
  expect(width('.g-barre') / width('.g-enveloppe')).toBeCloseTo(3421915.48 / 6100000, 4);
});

it('keeps the smallest amount visible, on its side of zero', () => {
  const bars = parse(render(PUCES, 720)).querySelectorAll('.g-barre rect');
  expect(Number(bars[2]!.getAttribute('width'))).toBeCloseTo(1.5, 1);
});

it('hatches a column from its top to its base', () => {
  const d = parse(render(COLONNES, 720)).querySelector('.g-hachures path')!.getAttribute('d')!;
  expect(d.split('M').length).toBeGreaterThan(30);
});

it('lays columns down where their amounts do not fit', () => {
  const many: Chart = {
    type: 'colonnes',
    unite: 'montant',
    panneaux: [
      { titre: '', elements: Array.from({ length: 9 }, (_, i) => barre(`${i}`, 1234567)) },
    ],
  };
  expect(count(render(many, 340), '.g-etiquette text')).toBe(9);
  const heights = (svg: string) =>
    [...parse(svg).querySelectorAll('.g-barre rect')].map((r) => r.getAttribute('height'));
  expect(new Set(heights(render(many, 340)))).toEqual(new Set(['16']));
});

it('goes up in steps, to the date of the data', () => {
  const one: Chart = { type: 'trajectoires', panneaux: [TRAJECTOIRES.panneaux[0]!] };
  const d = parse(render(one, 340)).querySelector('.g-trajet path')!.getAttribute('d')!;
  expect(d.split(/[ML]/).length - 1).toBe(4);
  expect(count(render(one, 340), '.g-palier circle')).toBe(1);
  expect(count(render(one, 340), '.g-rythme path')).toBe(1);
});

it('says in words that nothing is published', () => {
  const empty: Chart[] = [
    { type: 'puces', unite: 'montant', panneaux: [{ titre: 'Cycle', elements: [] }] },
    { type: 'barres', unite: 'montant', elements: [] },
    { type: 'colonnes', unite: 'montant', panneaux: [{ titre: 'Cycle', elements: [] }] },
    {
      type: 'trajectoires',
      panneaux: [
        { titre: '', paliers: [], cible: null, cibleTexte: '', ecoule: 0.3, ecouleTexte: '' },
      ],
    },
  ];
  for (const chart of empty) expect(words(render(chart, 340))).toContain('Aucun montant publié');
});

it('gives panels their own scale only when one would vanish, and says so', () => {
  const panels = (small: number): Chart => ({
    type: 'puces',
    unite: 'montant',
    panneaux: [
      { titre: 'A', elements: [puce('a', 1e6, null)] },
      { titre: 'B', elements: [puce('b', small, null)] },
    ],
  });
  expect(words(render(panels(1e3), 720))).toContain('propre échelle');
  expect(words(render(panels(5e5), 720))).not.toContain('propre échelle');
});

it('stacks parts in proportion, told apart by their fill, named by a legend', () => {
  const svg = parse(render(PILES, 720));
  const rects = (trame: string) => [...svg.querySelectorAll(`.g-trame-${trame} rect`)];
  const wide = (rect: Element | undefined) => Number(rect!.getAttribute('width'));
  // The first of each is in the legend.
  expect(rects('pleine')).toHaveLength(3);
  expect(wide(rects('pleine')[1]) / wide(rects('barree')[1])).toBeCloseTo(3, 1);
  expect(wide(rects('claire')[1])).toBeGreaterThanOrEqual(3);
  for (const trame of ['barree', 'rayee', 'inconnue'])
    expect(svg.querySelectorAll(`.g-trame-${trame}-traits path`)).toHaveLength(2);
  for (const width of WIDTHS)
    for (const said of ['Redditions de la sorte 5', '40 en tout', '◆\u00a010'])
      expect(words(render(PILES, width))).toContain(said);
});

it('says what is missing in the unit of the chart', () => {
  const empty = (unite: 'nombre' | 'part'): Chart => ({ type: 'barres', unite, elements: [] });
  expect(words(render(empty('nombre'), 340))).toContain('Aucun nombre publié');
  expect(words(render(empty('part'), 340))).toContain('Aucune part publiée');
  const none: Chart = { type: 'piles', unite: 'nombre', categories: [], elements: [] };
  expect(words(render(none, 340))).toContain('Aucun nombre publié');
});

it('places days by their distance, values from zero, and writes the last, the highest and the lowest', () => {
  const svg = render(LIGNE, 720);
  const points = [...parse(svg).querySelectorAll('.g-palier circle')];
  const at = (name: string) => points.map((p) => Number(p.getAttribute(name)));
  expect(at('cx')).toEqual([4.5, 146.7, 715.5]);
  const [first, second, third] = at('cy') as [number, number, number];
  const base = Number(parse(svg).querySelector('.g-base line')!.getAttribute('y1'));
  expect((base - third) / (base - first)).toBeCloseTo(4, 1);
  expect((base - second) / (base - first)).toBeCloseTo(-0.5, 1);
  expect(points.map((p) => p.getAttribute('data-valeur'))).toEqual(['100', '-50', '400']);
  expect(words(svg)).toContain('400\u00a0$');
  expect(words(svg)).toContain('-50\u00a0$');
  expect(words(svg)).not.toContain('100\u00a0$');
});

it('escapes what it is given', () => {
  const svg = render(
    { type: 'barres', unite: 'montant', elements: [barre('<b>A & "B"</b>', 1)] },
    720,
    'x "y" <z>',
  );
  expect(parse(svg).querySelectorAll('b, z')).toHaveLength(0);
  expect(svg.replace(/="[^"]*"/g, '')).not.toContain('<b>');
  expect(parse(svg).getAttribute('aria-label')).toBe('x "y" <z>');
  expect(parse(svg).querySelector('.g-barre rect')?.getAttribute('data-nom')).toBe(
    '<b>A & "B"</b>',
  );
  expect(words(svg)).toContain('<b>A & "B"</b>');
});
