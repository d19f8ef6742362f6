import { describe, expect, it } from 'vitest';
import { CYCLE, exercice, scene } from '../../../tests/lib/scene';
import { SANS_CHOIX } from '../domain/choix';
import type { Scene, VerseLigne } from './scene';
import { arretsOf, lignesOf } from './trajectoire-lignes';

const verse = (exercice_id: string, montant: number, portee = 'connue'): VerseLigne => ({
  ...{ cycle_id: CYCLE.cycle_id, territoire_id: 'a', exercice_id, portee, montant },
});
const base: Partial<Scene> = {
  exercices: [2024, 2025, 2026].map(exercice),
  verses: [verse('2024-2025', 10.1), verse('2025-2026', 20.2), verse('2026-2027', 30.3)],
  depenses: [{ cycle_id: CYCLE.cycle_id, exercice_id: '2024-2025', fin: '2025-03-31', montant: 5 }],
};
const arrets = (own: Partial<Scene> = {}) =>
  arretsOf(scene({ ...base, ...own }), CYCLE).map(({ date, verse, depense }) => [
    date,
    verse,
    depense,
  ]);

describe('stops of the lines beside the grants', () => {
  it('are the ends of exercices, then the day of the data, each with what is paid up to it', () => {
    expect(arrets()).toEqual([
      ['2025-03-31', 10.1, 5],
      ['2026-03-31', 30.3, null],
      ['2026-09-30', 60.6, null],
    ]);
  });

  it('leave out what the choices cannot place', () => {
    const verses = [verse('2024-2025', 10, 'inconnue'), verse('2024-2025', 1)];
    expect(arrets({ verses }).map(([, verse]) => verse)).toEqual([1, 1, 1]);
  });

  it('tell expenses of the whole fund today only', () => {
    for (const choix of [{ territoire: 'a' }, { priorite: 'p' }, { au: '2026-09-30' }])
      expect(
        arrets({ choix: { ...SANS_CHOIX, ...choix } }).map(([, , depense]) => depense),
      ).toEqual([null, null, null]);
  });

  it('end with the cycle, unless something was paid after it', () => {
    const fonds = { ...scene().fonds, date_donnees: '2029-06-30' };
    const all = { fonds, exercices: [2024, 2028].map(exercice) };
    expect(arrets({ ...all, verses: [verse('2028-2029', 1)] }).at(-1)).toEqual([
      '2029-03-31',
      1,
      null,
    ]);
    expect(arrets({ ...all, verses: [verse('2029-2030', 1)] }).at(-1)).toEqual([
      '2029-06-30',
      1,
      null,
    ]);
  });

  it('are none where payments are not published', () => {
    expect(arretsOf(scene(base), { ...CYCLE, versements_publies: false })).toEqual([]);
  });
});

it('a line that never leaves zero is not drawn', () => {
  expect(lignesOf(arretsOf(scene({ ...base, verses: [], depenses: [] }), CYCLE))).toEqual([]);
  expect(
    lignesOf(arretsOf(scene(base), CYCLE)).map(({ nom, points }) => [nom, points.length]),
  ).toEqual([
    ['Versé', 3],
    ['Dépensé', 1],
  ]);
});
