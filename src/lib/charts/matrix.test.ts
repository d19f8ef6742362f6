import { expect, it } from 'vitest';
import { MATRICE, parse, render } from '../../../tests/lib/graphiques';
import type { Chart } from '../views/figure';

const count = (svg: string, selector: string) => parse(svg).querySelectorAll(selector).length;

it('colours a matrix by step, hatches what is unknown, and leaves empty what is not published', () => {
  const svg = parse(render(MATRICE, 720));
  expect(svg.querySelectorAll('.g-case rect')).toHaveLength(3);
  expect(svg.querySelectorAll('.g-hachures path')).toHaveLength(3);
  const drawn = [1, 2, 3, 4, 5].map((n) => svg.querySelectorAll(`.g-pas-${n} [data-nom]`).length);
  // Steps of 5 000 $: 2 to 5, 6 to 10, 12 to 15, 18, then 21 thousands.
  expect(drawn).toEqual([6, 6, 4, 1, 1]);
  const cell = [...svg.querySelectorAll('.g-prise rect')].find(
    (mark) => mark.getAttribute('data-nom') === 'p2, t1',
  );
  expect(cell?.getAttribute('data-dimension')).toBe('territoire');
  expect(cell?.getAttribute('data-et-id')).toBe('p2');
});

it('makes bars of a matrix whose amounts have no room', () => {
  const matrix = MATRICE as Extract<Chart, { type: 'matrice' }>;
  const long: Chart = {
    ...matrix,
    lignes: matrix.lignes.map((ligne) => ({
      ...ligne,
      cases: ligne.cases.map((own) => own && { ...own, court: '≥1 000 000' }),
    })),
  };
  expect(count(render(long, 720), '.g-case')).toBe(0);
  expect(
    count(render(long, 720), '.g-barre rect') + count(render(long, 720), '.g-inconnue rect'),
  ).toBe(21);
});
