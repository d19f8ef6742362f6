import { describe, expect, it } from 'vitest';
import { accorde, CYCLE, octroi, scene } from '../../../tests/lib/scene';
import { projectionOf } from './projection';
import type { Scene } from './scene';

/** 40 000 $ granted, of which 20 000 $ in the last 365 days; 913 days are left. */
const base: Partial<Scene> = {
  dates: [octroi('2024-09-01', 20_000), octroi('2026-06-01', 20_000)],
  territoires: [accorde('a', 40_000)],
};
const project = (own: Partial<Scene> = {}, cycle = CYCLE) =>
  projectionOf(scene({ ...base, cycles: [cycle], ...own }), cycle);

describe('the projection of a running cycle', () => {
  it('goes on at the rhythm of the last 365 days, to the thousand', () => {
    expect(project()).toEqual({
      date: '2029-03-31',
      x: 1,
      dollars: Math.round((40_000 + (20_000 / 365) * 913) / 1000) * 1000,
      enveloppeAtteinte: false,
      recent: 20_000,
      annee: true,
    });
  });

  it('counts a grant of 364 days before the day, and not one of 365', () => {
    const recent = (jour: string) =>
      project({ dates: [octroi(jour, 20_000), octroi('2026-06-01', 20_000)] })?.recent;
    expect(recent('2025-10-01')).toBe(40_000);
    expect(recent('2025-09-30')).toBe(20_000);
  });

  it('takes the rhythm of the cycle so far where it is younger than a year', () => {
    const jour = '2024-07-09'; // hundredth day
    const young = project({
      fonds: { ...scene().fonds, date_donnees: jour },
      dates: [octroi('2024-05-01', 500), octroi('2024-06-01', 500)],
      territoires: [accorde('a', 1000)],
    });
    expect(young).toMatchObject({ annee: false, recent: 1000 });
    expect(young?.dollars).toBe(Math.round((1000 + 10 * 1726) / 1000) * 1000);
  });

  it('stops at the envelope, the day it would be all granted', () => {
    const reached = project({}, { ...CYCLE, enveloppe: 60_000.5 });
    // 20 000,50 $ are left, at 20 000 $ in 365 days: 366 days.
    expect(reached).toMatchObject({
      enveloppeAtteinte: true,
      date: '2027-10-01',
      dollars: 60_000.5,
    });
    expect(reached!.x).toBeLessThan(1);
  });

  it.each<[string, Partial<Scene>, typeof CYCLE]>([
    ['cycle is over', { fonds: { ...scene().fonds, date_donnees: '2029-03-31' } }, CYCLE],
    ['cycle is known in part', {}, { ...CYCLE, couverture: 'partielle' }],
    ['one day of decision alone is known', { dates: base.dates!.slice(1) }, CYCLE],
    [
      'nothing was granted in a year',
      { dates: [octroi('2024-05-01', 1), octroi('2024-06-01', 1)] },
      CYCLE,
    ],
    [
      'base is a minimum',
      { territoires: [{ ...accorde('a', 40_000), precisions: 'minimum' }] },
      CYCLE,
    ],
    ['envelope is all granted', {}, { ...CYCLE, enveloppe: 40_000 }],
  ])('is not made where the %s', (_, own, cycle) => {
    expect(project(own, cycle)).toBeNull();
  });
});
