import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Ligne } from '../harmonise/registre';
import { compteRows } from './comptes';
import type { Reddition, Redditions } from './reddition';

const AU = '2026-10-31';
const DAY = '2026-05-01';

const KINDS = ['en-retard', 'recue', 'incomplete', 'complete', 'acceptee'] as const;
type Kind = (typeof KINDS)[number];

function reddition(rang: number, kind: Kind, exercice: string, territoire: string): Reddition {
  const both = new Map([
    ['bilan', DAY],
    ['budget', DAY],
  ] as const);
  const premieres: Reddition['premieres'] =
    kind === 'en-retard' ? new Map() : kind === 'recue' ? new Map([[null, DAY]]) : both;
  const manque = { partie: 'bilan', feuille: '', cellule: 'C2', texte: 'C2' } as const;
  return {
    id: `P-${rang}/${exercice}`,
    projet: { id: `P-${rang}`, valeurs: { territoire } } as unknown as Ligne,
    exercice: { id: exercice, debut: '2025-04-01', fin: '2026-03-31' },
    echeance: '2026-06-01',
    recus: [],
    premieres,
    acceptation: kind === 'acceptee' ? '2026-07-01' : null,
    manques: kind === 'incomplete' ? [manque] : [],
    au: AU,
  };
}

const of = (liste: readonly Reddition[]) => ({ liste, au: AU }) as unknown as Redditions;

const reports = fc
  .array(
    fc.tuple(
      fc.constantFrom(...KINDS),
      fc.constantFrom('2024-2025', '2025-2026'),
      fc.constantFrom('a', 'b', 'c', 'd'),
    ),
    { maxLength: 60 },
  )
  .map((list) => list.map(([kind, exercice, place], i) => reddition(i, kind, exercice, place)));

const sum = (rows: readonly Readonly<Record<string, unknown>>[]) =>
  rows.reduce((a, r) => a + (r['nombre'] as number), 0);

test('every report is counted once, by exercice and by territory', () => {
  fc.assert(
    fc.property(reports, (liste) => {
      const rows = compteRows(of(liste));
      for (const portee of ['exercice', 'territoire'])
        expect(sum(rows.filter((r) => r['portee'] === portee))).toBe(liste.length);
    }),
  );
});

test('no count of a state is from 1 to 4, unless all states are put together', () => {
  fc.assert(
    fc.property(reports, (liste) => {
      for (const row of compteRows(of(liste))) {
        const whole = String(row['etat']).split('+').length >= 6;
        if (!whole) expect(row['nombre']).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

test('what is left when the territories told alone are taken away is no small count', () => {
  const small = (n: number) => n > 0 && n < 5;
  fc.assert(
    fc.property(reports, (liste) => {
      const rows = compteRows(of(liste)).filter((r) => r['portee'] === 'territoire');
      const alone = new Set(rows.map((r) => r['territoire_id']).filter((id) => id !== null));
      if (alone.size === 0) return;
      const left = liste.filter((r) => !alone.has(String(r.projet.valeurs['territoire'])));
      const late = left.filter((r) => r.premieres.size === 0).length;
      expect([late, left.length - late].some(small)).toBe(false);
    }),
  );
});

test('nor is what is left of all the reports when the exercices told in detail are taken away', () => {
  const small = (n: number) => n > 0 && n < 5;
  fc.assert(
    fc.property(reports, (liste) => {
      const rows = compteRows(of(liste)).filter((r) => r['portee'] === 'exercice');
      const whole = (r: (typeof rows)[number]) => String(r['etat']).split('+').length >= 6;
      const alone = new Set(rows.filter((r) => !whole(r)).map((r) => r['exercice_id']));
      if (alone.size === 0) return;
      const left = liste.filter((r) => !alone.has(r.exercice.id));
      const late = left.filter((r) => r.premieres.size === 0).length;
      expect([late, left.length - late].some(small)).toBe(false);
    }),
  );
});

test('states that are all large are told one by one', () => {
  const liste = KINDS.flatMap((kind, k) =>
    Array.from({ length: 6 }, (_, i) => reddition(k * 10 + i, kind, '2025-2026', 'a')),
  );
  const rows = compteRows(of(liste)).filter((r) => r['portee'] === 'exercice');
  expect(rows.map((r) => [r['etat'], r['nombre']])).toEqual(KINDS.map((k) => [k, 6]));
});
