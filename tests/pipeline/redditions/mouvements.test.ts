/** What moves from one publication to the next is never the money, the choice or the count of a few reports. */
import { expect, test } from 'vitest';
import { groupBy } from '../../../pipelines/lib/group';
import type { Product, ProductRow } from '../../../pipelines/steps/link/rows';
import type { Publie } from '../../../pipelines/steps/publies';
import { withoutAltered } from '../../../pipelines/steps/redditions/alteres';
import type { Reddition, Redditions } from '../../../pipelines/steps/redditions/reddition';
import { sampleOf } from '../../lib/ampleur';
import { createTirage } from '../../lib/hasard-personnes';
import { drawRedditions, productOf } from '../../lib/hasard-redditions';

/** A fund, and the same as it was before some reports of each exercice came, so many at most. */
function two(graine: number, projets: number, plus: number) {
  const all = drawRedditions(createTirage(graine), projets);
  const taken = [...groupBy(all.liste, (r) => r.exercice.id).values()].flatMap((own) =>
    own.filter((r) => r.recus.length > 0).slice(0, plus),
  );
  const hide = (r: Reddition) =>
    taken.includes(r) ? { ...r, recus: [], premieres: new Map() } : r;
  const before: Redditions = { ...all, liste: all.liste.map(hide) };
  return { taken, before, after: { ...all, anterieures: [before] } };
}

const POSTES = { totaux_depenses: 'depenses', totaux_financements: 'financement' } as const;
const idOf = (row: ProductRow) => String(row['total_id']);
const both = (a: readonly ProductRow[], b: readonly ProductRow[]) =>
  b.flatMap((row) => {
    const old = a.find((one) => idOf(one) === idOf(row));
    return old ? [[old, row] as const] : [];
  });

/** Reports among some that have an amount in a category of a sheet, read from the answers as they came. */
const withAmount = (some: readonly Reddition[], feuille: string, exercice: string, poste: string) =>
  some.filter((r) => {
    const answers = r.recus.flatMap((recu) => recu.lu?.reponses ?? []);
    const ranks = answers.filter((a) => a.question.startsWith(`${feuille}.`) && a.valeur === poste);
    const amounts = answers.filter(
      (a) =>
        a.question.startsWith(`${feuille}.`) &&
        typeof a.valeur === 'bigint' &&
        a.valeur > 0n &&
        ranks.some((one) => one.rang === a.rang),
    );
    return r.exercice.id === exercice && amounts.length > 0;
  });

const CAS = sampleOf(
  [1, 2, 3, 4, 5, 6].flatMap((graine) => [2, 5, 9, 20].map((plus) => [graine, plus] as const)),
  4,
);

test.each(CAS)('fund %i, %i reports more: money of three or more', (graine, plus) => {
  const { taken, before, after } = two(graine, 70, plus);
  const [old, now] = [productOf(before), productOf(after)];
  for (const table of ['totaux_depenses', 'totaux_financements'] as const)
    for (const [, row] of both(old[table], now[table])) {
      const [exercice = '', poste = ''] = idOf(row).split('/');
      if (poste === 'ensemble') continue;
      const moved = withAmount(taken, POSTES[table], exercice, poste).length;
      expect([0, 1, 2].includes(moved) && moved > 0, `${table} ${idOf(row)}: ${moved}`).toBe(false);
    }
});

test.each(CAS)('fund %i, %i reports more: choices, counts and balances', (graine, plus) => {
  const { taken, before, after } = two(graine, 70, plus);
  const [old, now] = [productOf(before), productOf(after)];
  for (const [was, is] of both(old.totaux_reponses, now.totaux_reponses)) {
    const column = is['choix_id'] === null ? 'total_nombre' : 'nombre_redditions';
    const move = Math.abs(Number(is[column] ?? 0) - Number(was[column] ?? 0));
    if (is[column] !== null && was[column] !== null)
      expect(move === 0 || move >= 5, idOf(is)).toBe(true);
  }
  for (const [i, row] of now.bilans_cycles.entries()) {
    const [was, is] = [old.bilans_cycles[i]?.['montant_depense'] ?? null, row['montant_depense']];
    if (was === null || is === null || was === is) continue;
    const own = taken.filter((r) => String(r.projet.valeurs['cycle']) === row['cycle_id']);
    expect(new Set(own.map((r) => r.projet.id)).size).toBeGreaterThanOrEqual(3);
  }
});

test('without the publication before, the same rows tell a few', () => {
  const { taken, before, after } = two(1, 70, 2);
  const [old, now] = [productOf(before), productOf({ ...after, anterieures: [] })];
  const few = both(old.totaux_depenses, now.totaux_depenses).filter(([, row]) => {
    const [exercice = '', poste = ''] = idOf(row).split('/');
    return [1, 2].includes(withAmount(taken, 'depenses', exercice, poste).length);
  });
  expect(few.length).toBeGreaterThan(0);
});

/** A publication of a product, as the history gives it back, each exercice closed on its day. */
function publieOf(product: Product, { liste }: Redditions, comptees: readonly string[] | null) {
  const exercices = [...new Set(liste.map((r) => r.exercice.id))];
  return {
    ...product,
    // Whatever the day it was closed on: none came since.
    exercices: exercices.map((exercice_id) => ({ exercice_id, arrete_le: '2025-06-15' })),
    comptees: comptees && new Set(comptees),
  } as unknown as Publie;
}

test('an exercice that is not what was published tells nothing, nor do its cycles', () => {
  const { after } = two(1, 70, 5);
  const all = { ...after, anterieures: [after] };
  const product = productOf({ ...after, anterieures: [] });
  const same = publieOf(product, after, null);
  expect(withoutAltered(product, all, [same])).toBe(product);

  const [row] = product.totaux_depenses;
  const exercice = String(row?.['exercice_id']);
  const told = product.totaux_depenses.map((r) =>
    r === row ? { ...r, montant_paye: (r['montant_paye'] as bigint) + 1n } : r,
  );
  const changed = publieOf({ ...product, totaux_depenses: told }, after, null);
  const taken = publieOf(product, after, [`${exercice}/a file that is not there`]);
  const silent = publieOf(
    {
      ...product,
      comptes_redditions: product.comptes_redditions.filter((r) => r['exercice_id'] !== exercice),
    },
    after,
    null,
  );
  for (const publie of [changed, taken, silent]) {
    const left = withoutAltered(product, all, [publie]);
    const tables = [left.totaux_reponses, left.totaux_depenses, left.totaux_financements];
    expect(tables.flat().filter((r) => r['exercice_id'] === exercice)).toEqual([]);
    expect(tables.flat().length).toBeGreaterThan(10);
    const states = left.comptes_redditions.map((r) => r['exercice_id']);
    expect(states).not.toContain(exercice);
    expect(states).not.toContain(null);
    const cycles = after.liste
      .filter((r) => r.exercice.id === exercice)
      .map((r) => String(r.projet.valeurs['cycle']));
    for (const bilan of left.bilans_cycles)
      if (cycles.includes(String(bilan['cycle_id']))) expect(bilan['montant_depense']).toBeNull();
  }
});
