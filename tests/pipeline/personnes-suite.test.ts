/** Counts of people over publications that follow each other, attacked by a model of its own. */
import { afterAll, expect, test } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { attaquer } from '../lib/modele/index';
import { drawFonds } from '../lib/hasard-personnes';
import { removeTempFolders } from '../lib/temp';
import type { Product, ProductRow } from '../../pipelines/steps/link/rows';
import { type Publiee, withPersonnes } from '../../pipelines/steps/redditions/personnes';
import { writePublic } from './lib/attaque';

afterAll(removeTempFolders);

/** Cells of people of a product, as a publication before the next one. */
function publieeOf(product: Product, personnes: readonly ProductRow[]): Publiee {
  const cells = product.comptes_personnes.map(
    (r) => [String(r['compte_id']), r['masque'] === true ? null : Number(r['nombre'])] as const,
  );
  const totals = product.totaux_reponses.map(
    (r) =>
      [
        `${String(r['question_id'])}/exercice/${String(r['exercice_id'])}`,
        Number(r['total_nombre']),
      ] as const,
  );
  return { personnes, dits: new Map([...cells, ...totals]) };
}

/** Answers less those of some reports, one in `pas` from a rank on. */
const without = (rows: readonly ProductRow[], pas: number, rang: number) => {
  const reports = [...new Set(rows.map((r) => r['reddition_id'] ?? null))];
  const out = new Set(reports.filter((_, i) => i % pas === rang));
  return rows.filter((r) => !out.has(r['reddition_id'] ?? null));
};

/** Totals of exercices that the rows add up to, as the fund tells them. */
function withTotals(drawn: Product, rows: readonly ProductRow[]): Product {
  const sum = (question: unknown, exercice: unknown) =>
    rows
      .filter((r) => r['question_id'] === question)
      .filter((r) => String(r['reddition_id']).endsWith(String(exercice)))
      .reduce((a, r) => a + Number(r['nombre'] ?? 0), 0);
  const totaux = drawn.totaux_reponses
    .map((t) => ({ ...t, total_nombre: sum(t['question_id'], t['exercice_id']) }))
    .filter((t) => t.total_nombre === 0 || t.total_nombre >= 5);
  return { ...drawn, totaux_reponses: totaux };
}

/** Products of three publications: some reports come each time; `knows` is whether each knows those before. */
function three(graine: number, projets: number, knows: boolean): Product[] {
  const drawn = drawFonds(graine, projets);
  const all = drawn.reddition_personnes;
  const states = [without(without(all, 6, 1), 6, 4), without(all, 6, 4), all];
  const avant: Publiee[] = [];
  return states.map((personnes) => {
    const product = withPersonnes(withTotals(drawn, personnes), {
      personnes,
      avant: knows ? avant : [],
    });
    avant.push(publieeOf(product, personnes));
    return product;
  });
}

const attack = async (products: readonly Product[]) => {
  const dossiers: string[] = [];
  for (const product of products) dossiers.push(await writePublic(product));
  return attaquer(dossiers, { plancher: 0 });
};

test('far less is had where each publication knows those before it', AU_COMPLET, async () => {
  const [apart, together] = [await attack(three(2, 25, false)), await attack(three(2, 25, true))];
  process.stdout.write(
    `${apart.personnes.length} nombres seuls, ${together.personnes.length} suivis\n`,
  );
  expect(together.personnes.length).toBeLessThan(apart.personnes.length / 2);
});

test('the same reports have the same masks, whatever else was looked for', () => {
  const drawn = drawFonds(3, 25);
  const personnes = drawn.reddition_personnes;
  const first = withPersonnes(drawn);
  const again = withPersonnes(drawn, { avant: [publieeOf(first, personnes)] });
  expect(again.comptes_personnes).toEqual(first.comptes_personnes);
  expect(again.totaux_reponses).toEqual(first.totaux_reponses);
});
