/** Whoever has only what is published cannot work out the money of one or two projects, nor whose budget is missing. */
import { expect, test } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { dollars } from '../../pipelines/lib/dollars';
import type { Product, ProductRow } from '../../pipelines/steps/link/rows';
import { listParts } from '../../pipelines/steps/redditions/postes';
import type { Redditions } from '../../pipelines/steps/redditions/reddition';
import { createTirage } from '../lib/hasard-personnes';
import { drawRedditions, productOf } from '../lib/hasard-redditions';
import { attackProduct } from './lib/attaque';

const sumOf = (rows: readonly ProductRow[], column: string) =>
  rows.reduce((a, r) => a + (r[column] as bigint), 0n);

/** Dollars that the budgets say the fund paid, those that rows tell, and those of exercices of which no row is put together or left out. */
function measure(all: Redditions, { totaux_depenses: rows }: Product): string {
  const parts = listParts(all);
  const exercices = [...new Set(parts.map((p) => p.exercice))];
  const whole = exercices.filter((e) =>
    parts.every((p) => p.exercice !== e || (p.ligne !== null && !p.ligne.endsWith('/'))),
  );
  const told = (own: readonly ProductRow[]) => dollars(sumOf(own, 'montant_paye'));
  const alone = rows.filter((r) => r['poste_id'] !== null);
  return (
    `${dollars(parts.reduce((a, p) => a + p.montant, 0n))} payés : ${told(rows)} dits, dont ${told(alone)} par poste ` +
    `(exercices entiers seuls : ${told(rows.filter((r) => whole.includes(String(r['exercice_id']))))})`
  );
}

test.each(
  sampleOf(
    [
      [2, 25],
      [1, 6],
      [3, 70],
      [4, 200],
    ] as const,
    1,
  ),
)('nothing of a few projects is had from fund %i of %i projects', async (graine, nombre) => {
  const all = drawRedditions(createTirage(graine), nombre);
  const product = productOf(all);
  const { argent, absents, contredites } = await attackProduct(product);
  expect({ argent, absents, contredites }).toEqual({ argent: [], absents: [], contredites: [] });
  const told = product.totaux_depenses.length + product.totaux_financements.length;
  if (nombre >= 70) expect(told).toBeGreaterThan(10);
  process.stdout.write(`${nombre} projets, ${measure(all, product)}\n`);
});

const fund = () => {
  const all = drawRedditions(createTirage(3), 70);
  return { all, product: productOf(all) };
};

/** Two projects in the first exercice, whose expenses are not told, and ten in the second. */
const twoYears = (redditions_comptees: number, montant_depense: bigint): Product => ({
  ...fund().product,
  projets: Array.from({ length: 12 }, (_, i) => ({
    ...{ projet_id: `P-${i}`, cycle_id: '2019-2024', territoire_id: 't1' },
    ...(i < 2
      ? { debut: '2022-04-01', fin: '2023-03-31' }
      : { debut: '2023-04-01', fin: '2024-03-31' }),
  })),
  ...{ comptes_redditions: [], totaux_reponses: [], totaux_resultats: [] },
  totaux_financements: [],
  totaux_depenses: [
    {
      ...{ total_id: '2023-2024/locaux', exercice_id: '2023-2024', poste_id: 'locaux' },
      ...{ nombre_projets: 10, montant_paye: 5_000_000n },
    },
  ],
  bilans_cycles: [
    { cycle_id: '2019-2024', bailleur_id: 'b', redditions_comptees, montant_depense },
  ],
});

test('the balance of a cycle told beside the expenses gives the two projects that are left', async () => {
  const { argent } = await attackProduct(twoYears(12, 5_123_456n));
  expect(argent).toEqual([{ nom: 'depenses/2022-2023/2019-2024', min: 123_456, max: 123_456 }]);
});

test('totals that no amounts can make are told', async () => {
  const { contredites } = await attackProduct(twoYears(12, 4_000_000n));
  expect(contredites).toEqual(['depenses']);
});

test('a total of what the fund granted names the projects that it leaves out', async () => {
  const { all, product } = fund();
  const due = all.liste.filter((r) => r.exercice.id === '2022-2023').map((r) => r.projet.id);
  const missing = due.slice(3, 5);
  const grants = product.octrois.filter((o) => {
    const projet = String(o['projet_id']);
    return due.includes(projet) && !missing.includes(projet);
  });
  const montant = sumOf(grants, 'montant_accorde');
  const row: ProductRow = {
    ...{ total_id: '2022-2023/fonds', exercice_id: '2022-2023', financement_id: 'fonds' },
    ...{ nombre_projets: grants.length, montant_confirme: montant },
  };
  const { absents } = await attackProduct({ ...product, totaux_financements: [row] });
  expect(absents).toEqual([{ nom: 'financements/2022-2023/fonds', projets: missing }]);
});

test('where one budget is missing, no total names its project', async () => {
  const { all, product } = fund();
  const own = all.liste.filter((r) => r.exercice.id === '2022-2023');
  const [missing] = own.filter((r) => r.recus.length === 0);
  const liste = own.filter((r) => r === missing || r.recus.length > 0);
  const ids = liste.map((r) => r.projet.id);
  const { totaux_financements } = productOf({ ...all, liste });
  const projets = product.projets.filter((p) => ids.includes(String(p['projet_id'])));
  const { absents } = await attackProduct({ ...product, projets, totaux_financements });
  expect(absents).toEqual([]);
  expect(totaux_financements.length).toBeGreaterThan(3);
});
