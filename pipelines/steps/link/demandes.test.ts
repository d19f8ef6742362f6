import { describe, expect, test } from 'vitest';
import { comptesOf, type Demande } from '../../../tests/lib/demandes';
import { demandeRows } from './demandes';

const many = (own: readonly Demande[]) => [...Array(3)].flatMap(() => own);

describe('applications counted', () => {
  const refused: Demande = {
    ...{ appel: 'A1', territoire: 'val', priorite: 'l1', decision: 'refusee' },
  };
  const regional: Demande = { ...refused, territoire: 'regional', priorite: 'r1' };
  const keysOf = (own: readonly Demande[]) => comptesOf(own).map((r) => r['compte_id']);

  test('a call with one refusal is not told, nor is a total of it', () => {
    const granted = many([refused, refused]).map((d) => ({ ...d, decision: 'accordee' as const }));
    expect(comptesOf([...granted, refused])).toEqual([]);
    expect(keysOf(granted)).toEqual([
      '2024-2029/cycle',
      '2024-2029/appel/A1',
      ...['2024-2029/territoire/val', '2024-2029/priorite/l1'],
    ]);
  });

  test('territories with few refusals are told together, and named', () => {
    const few: Demande[] = [
      ...many([refused, refused, { ...refused, territoire: 'rive' }]),
      { ...refused, territoire: 'hors' },
      { ...refused, territoire: 'hors' },
    ];
    const rows = comptesOf(few).filter((r) => r['portee'] === 'territoire');
    expect(rows.map((r) => [r['territoire_id'] ?? null, r['mis_ensemble'] ?? null])).toEqual([
      ['val', null],
      [null, 'hors+regional+rive'],
    ]);
  });

  test('where a reach is small, priorities are not told', () => {
    const whole = many([refused, refused, regional, regional]);
    expect(keysOf(whole)).toContain('2024-2029/priorite/r1');
    const small = [...many([refused, refused]), regional, regional];
    expect(keysOf(small)).toEqual(['2024-2029/cycle', '2024-2029/appel/A1']);
  });

  test('a call where all wait says so; refusals and withdrawals are told once nothing waits', () => {
    const waiting = many([refused, refused]).map((d): Demande => ({
      ...{ ...d, appel: 'A2', decision: 'en-attente' },
    }));
    const withdrawn = many([refused, refused]).map((d): Demande => ({ ...d, decision: 'retiree' }));
    const decided = [...many([refused, refused]), ...withdrawn];
    expect(comptesOf(decided)[0]).toMatchObject({
      ...{ nombre_refusees: 6, nombre_retirees: 6, nombre_en_attente: 0 },
    });
    const rows = comptesOf([...decided, ...waiting]);
    expect(rows[0]).not.toHaveProperty('nombre_refusees');
    const calls = rows.filter((r) => r['portee'] === 'appel');
    expect(calls.map((r) => r['nombre_en_attente'])).toEqual([0, 6].sort());
  });

  test('a call counts from its last day, or from the decision that follows; the rest from the last of these', () => {
    const other: Demande[] = many([refused, refused]).map((d) => ({ ...d, appel: 'A2' }));
    const rows = comptesOf([...many([refused, refused]), ...other]);
    const days = Object.fromEntries(rows.map((r) => [r['compte_id'], r['date_effet']]));
    expect(days).toMatchObject({
      '2024-2029/appel/A1': '2025-01-15',
      '2024-2029/appel/A2': '2025-02-15',
      '2024-2029/cycle': '2025-02-15',
    });
    const granted = comptesOf([...many([refused, refused]), { ...refused, decision: 'accordee' }]);
    expect(granted[0]?.['date_effet']).toBe('2025-03-01');
  });

  test('what was asked at a call is told where the call is told alone', () => {
    const one = demandeRows(comptesOf(many([refused, refused])), 'nulle-part', () => 'ANN');
    expect(one).toHaveLength(1);
    expect(one[0]).toMatchObject({
      ...{ demande_id: 'demandes-A1', annonce_id: 'ANN', territoire_id: 'nulle-part' },
      ...{ nombre_demandes: 6, montant_demande: 120_000n },
    });
    const few: Demande[] = [...many([refused, refused]), { ...refused, appel: 'A2' }];
    expect(demandeRows(comptesOf(few), 'nulle-part', () => null)).toEqual([]);
  });
});
