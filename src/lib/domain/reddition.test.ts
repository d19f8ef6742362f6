import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, exerciceOf } from './exercice';
import {
  type Arrivee,
  echeanceOf,
  etatOf,
  findReferences,
  formatReference,
  sayIndicateur,
  type Suivi,
} from './reddition';

const ECHEANCE = '2026-06-01';
const suivi = (rest: Partial<Suivi> = {}): Suivi => ({
  echeance: ECHEANCE,
  arrivees: [],
  manques: [],
  acceptation: null,
  ...rest,
});
const both = (bilan: string | null, budget: string | null): Arrivee[] => [
  { partie: 'bilan', jour: bilan },
  { partie: 'budget', jour: budget },
];

describe('the due date', () => {
  test('follows the end of the exercice', () => {
    expect(echeanceOf(exerciceOf('2025-10-15'), '06-01')).toBe('2026-06-01');
    expect(echeanceOf(exerciceOf('2025-10-15', 1), '06-01')).toBe('2026-06-01');
    expect(echeanceOf(exerciceOf('2025-10-15'), '02-15')).toBe('2027-02-15');
    expect(echeanceOf(exerciceOf('2025-10-15'), '03-31')).toBe('2027-03-31');
  });
});

describe('a report that did not come', () => {
  test('is awaited, with the days left, up to the due date', () => {
    expect(etatOf(suivi(), '2026-05-31')).toMatchObject({
      etat: 'attendue',
      ponctualite: null,
      retard: null,
      reste: 1,
      manques: [],
    });
    expect(etatOf(suivi(), ECHEANCE)).toMatchObject({ ponctualite: null, reste: 0 });
  });
  test('is late from the day after', () => {
    expect(etatOf(suivi(), '2026-06-02')).toMatchObject({
      etat: 'attendue',
      ponctualite: 'en-retard',
      retard: 1,
      reste: null,
    });
  });
});

describe('a report that came', () => {
  test('on the due date is on time, whenever it is looked at', () => {
    const one = suivi({ arrivees: both('2026-05-12', ECHEANCE) });
    expect(etatOf(one, '2026-06-01')).toMatchObject({ etat: 'complete', ponctualite: 'a-temps' });
    expect(etatOf(one, '2027-01-01')).toMatchObject({ ponctualite: 'a-temps', retard: null });
  });
  test('is as late as its last part', () => {
    for (const arrivees of [both('2026-05-12', '2026-06-13'), both('2026-06-13', '2026-05-12')])
      expect(etatOf(suivi({ arrivees }), '2026-07-01')).toMatchObject({
        ponctualite: 'en-retard',
        retard: 12,
      });
  });
  test('whole, or as a file that nobody can read, has no days left to come', () => {
    for (const arrivees of [both('2026-05-12', '2026-05-12'), [{ partie: null, jour: null }]])
      expect(etatOf(suivi({ arrivees }), '2026-05-20').reste).toBeNull();
  });
  test('without a written day is neither on time nor late', () => {
    for (const arrivees of [both(null, '2026-07-01'), both('2026-05-01', null), both(null, null)])
      expect(etatOf(suivi({ arrivees }), '2026-12-01')).toMatchObject({
        etat: 'complete',
        ponctualite: 'inconnue',
        retard: null,
      });
  });
  test('in one part is incomplete, and late only once the date is past', () => {
    const one = suivi({ arrivees: [{ partie: 'bilan', jour: '2026-05-12' }] });
    expect(etatOf(one, '2026-05-20')).toMatchObject({
      etat: 'incomplete',
      ponctualite: null,
      reste: 12,
      manques: ['le budget Excel'],
    });
    expect(etatOf(one, '2026-06-04')).toMatchObject({ ponctualite: 'en-retard', retard: 3 });
  });
  test('with answers missing is incomplete, and says which', () => {
    const one = suivi({ arrivees: both('2026-05-12', '2026-05-12'), manques: ['C2 Personnes'] });
    expect(etatOf(one, ECHEANCE)).toMatchObject({ etat: 'incomplete', manques: ['C2 Personnes'] });
  });
  test('that nobody can read is received, and on time when it came on time', () => {
    const one = suivi({ arrivees: [{ partie: null, jour: '2026-05-30' }] });
    expect(etatOf(one, '2026-09-01')).toMatchObject({ etat: 'recue', ponctualite: 'a-temps' });
  });
  test('accepted stays so, from the day of the decision', () => {
    const one = suivi({ arrivees: both('2026-05-12', '2026-05-12'), acceptation: '2026-06-20' });
    expect(etatOf(one, '2026-06-19').etat).toBe('complete');
    expect(etatOf(one, '2026-06-20').etat).toBe('acceptee');
  });
});

test('what never came is not accepted, whatever was written down', () => {
  expect(etatOf(suivi({ acceptation: '2026-07-01' }), '2026-10-31').etat).toBe('attendue');
});

test('what came after the day that is asked for did not come yet', () => {
  const one = suivi({ arrivees: both('2026-05-12', '2026-06-13') });
  expect(etatOf(one, '2026-05-11').etat).toBe('attendue');
  expect(etatOf(one, '2026-05-12').etat).toBe('incomplete');
});

test('nothing that came by the due date is ever late', () => {
  const day = fc.integer({ min: -60, max: 0 }).map((n) => addDays(ECHEANCE, n));
  const later = fc.integer({ min: 0, max: 900 }).map((n) => addDays(ECHEANCE, n));
  fc.assert(
    fc.property(day, day, later, fc.boolean(), (a, b, au, lacks) => {
      const one = suivi({ arrivees: both(a, b), manques: lacks ? ['G6'] : [] });
      expect(etatOf(one, au).ponctualite).toBe('a-temps');
    }),
  );
});

test('late days are counted from the due date', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (n) => {
      const late = addDays(ECHEANCE, n);
      expect(etatOf(suivi(), late).retard).toBe(n);
      expect(daysBetween(ECHEANCE, late)).toBe(n);
    }),
  );
});

describe('an indicator', () => {
  test('says what it counts, unless its name does', () => {
    expect(sayIndicateur('Ateliers offerts', 'personnes')).toBe('Ateliers offerts (personnes)');
    expect(sayIndicateur('Personnes logées', 'personnes')).toBe('Personnes logées');
    expect(sayIndicateur('Appels au 211', 'Appels')).toBe('Appels au 211');
  });
});

describe('a reference', () => {
  const reference = { fonds: 'demo', exercice: '2025-2026', projet: 'P24-012', version: '2026-1' };
  test('is found where it was written, once', () => {
    const text = `Page 1. ${formatReference(reference)}. Encore ${formatReference(reference)}`;
    expect(findReferences(text)).toEqual([reference]);
  });
  test('is not any path', () => {
    expect(findReferences('RC/demo, ARC/demo/2025-2026/P/1, RC/demo/25-26/P/1')).toEqual([]);
  });
});
