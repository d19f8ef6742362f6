import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, exerciceOf, exercicesBetween, parseDate, shareElapsed } from './exercice';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));

describe('parseDate', () => {
  it.each([
    ['2025-10-15', '2025-10-15', 'jour'],
    ['2021-06', '2021-06-30', 'mois'],
    ['2024-02', '2024-02-29', 'mois'],
    [' 2025-10-15 ', '2025-10-15', 'jour'],
    ['1900-01-01', '1900-01-01', 'jour'],
  ])('reads %s', (text, jour, precision) => expect(parseDate(text)).toEqual({ jour, precision }));

  it.each(['2025-02-30', '2025-13', '15/10/2025', '2025', '', '2025-00-10', '2025-10-00'])(
    'refuses %s',
    (text) => expect(parseDate(text)).toBeNull(),
  );

  it.each(['0025-01-01', '1899-12-31', '12025-10-15', '2025-10-156', '2025-10-15 ou après'])(
    'refuses %s',
    (text) => expect(parseDate(text)).toBeNull(),
  );
});

describe('exerciceOf', () => {
  it('turns on 1 April', () => {
    expect(exerciceOf('2026-03-31').id).toBe('2025-2026');
    expect(exerciceOf('2026-04-01')).toEqual({
      id: '2026-2027',
      debut: '2026-04-01',
      fin: '2027-03-31',
    });
  });

  it('has one year for name where it is that of the calendar', () => {
    expect(exerciceOf('2026-03-31', 1)).toEqual({
      id: '2026',
      debut: '2026-01-01',
      fin: '2026-12-31',
    });
  });

  it('holds every day in exactly one exercice', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (jour, mois) => {
        const { debut, fin, id } = exerciceOf(jour, mois);
        expect(debut <= jour && jour <= fin).toBe(true);
        expect(exerciceOf(addDays(fin, 1), mois).id).not.toBe(id);
      }),
    );
  });
});

describe('exercicesBetween', () => {
  it('lists a five-year cycle', () => {
    expect(exercicesBetween('2019-04-01', '2024-03-31').map((e) => e.id)).toEqual([
      '2019-2020',
      '2020-2021',
      '2021-2022',
      '2022-2023',
      '2023-2024',
    ]);
  });

  it('has the exercice that begins on the last day', () => {
    const ids = exercicesBetween('2023-04-01', '2024-04-01').map((e) => e.id);
    expect(ids).toEqual(['2023-2024', '2024-2025']);
  });
});

describe('shareElapsed', () => {
  it('counts both ends and stays within bounds', () => {
    expect(shareElapsed('2024-04-01', '2029-03-31', '2029-03-31')).toBe(1);
    expect(shareElapsed('2024-04-01', '2029-03-31', '2024-03-31')).toBe(0);
    expect(shareElapsed('2024-04-01', '2029-03-31', '2025-10-17')).toBeCloseTo(565 / 1826, 10);
    expect(shareElapsed('2024-04-01', '2029-03-31', '2030-01-01')).toBe(1);
  });
});
