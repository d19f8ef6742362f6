/** Counts of people over publications that follow each other, attacked by a model of its own. */
import { afterAll, expect, test } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { attack } from '../../pipelines/attaque/index';
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

/** A fund, and what three publications of it count: some reports come each time. */
function threeStates(graine: number, projets: number) {
  const drawn = drawFonds(graine, projets);
  const all = drawn.reddition_personnes;
  return { drawn, states: [without(without(all, 6, 1), 6, 4), without(all, 6, 4), all] };
}
type Fonds = ReturnType<typeof threeStates>;

/** Their products; `knows` is whether each knows those before. */
function productsOf({ drawn, states }: Fonds, knows: boolean): Product[] {
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

/** Number of a cell in a publication, from the answers. */
function truthIn({ drawn, states }: Fonds, rang: number, cell: string): number {
  const [question, portee, ...ids] = cell.split('/');
  const isIn = (reddition: ProductRow) => {
    const projet = drawn.projets.find((p) => p['projet_id'] === reddition['projet_id']);
    const priorites = drawn.projets_priorites
      .filter((l) => l['projet_id'] === reddition['projet_id'])
      .map((l) => l['priorite_id']);
    if (portee === 'exercice') return reddition['exercice_id'] === ids[0];
    if (projet?.['cycle_id'] !== ids[0]) return false;
    if (portee === 'priorite') return priorites.includes(ids[1] ?? '');
    return portee === 'cycle' || projet?.[`${portee}_id`] === ids[1];
  };
  const reports = new Set(drawn.redditions.filter(isIn).map((r) => r['reddition_id']));
  return (states[rang] ?? [])
    .filter((r) => r['question_id'] === question && reports.has(r['reddition_id'] ?? null))
    .reduce((a, r) => a + Number(r['nombre'] ?? 0), 0);
}

/**
 * Counts of 1 to 4, and moves by 1 to 4, that the model holds to fewer than four values, and marks that it knows to be
 * for nothing; `0>1/…` is a move.
 */
async function smallCountsHad(fonds: Fonds, knows: boolean): Promise<string[]> {
  const dossiers: string[] = [];
  for (const product of productsOf(fonds, knows)) dossiers.push(await writePublic(product));
  const { personnes, indecises } = await attaquer(dossiers, { plancher: 0 });
  expect(indecises).toEqual([]);
  return personnes.flatMap(({ nom, min, max }) => {
    const [when = '', ...cell] = nom.split('/');
    const [first = 0, last = first] = when.split('>').map(Number);
    const at = (rang: number) => truthIn(fonds, rang, cell.join('/'));
    const truth = when.includes('>') ? Math.abs(at(last) - at(first)) : at(first);
    const telling = (truth >= 1 && truth <= 4) || (!when.includes('>') && max === 0);
    return telling ? [`${nom} = ${truth}, ${min} to ${max}`] : [];
  });
}

/** The same counts and moves, as the attack of the gate has them of the last publication; by name. */
async function hadAtTheGate(fonds: Fonds, knows: boolean): Promise<string[]> {
  const dossiers: string[] = [];
  for (const product of productsOf(fonds, knows)) dossiers.push(await writePublic(product));
  const { percees, contredites } = await attack(dossiers.at(-1)!, dossiers.slice(0, -1));
  expect(contredites).toEqual([]);
  return percees.map(({ nom, min, max }) => `${nom}: ${min} to ${max}`);
}

const FONDS = [
  [2, 25],
  [5, 20],
  [6, 20],
] as const;

test.each(sampleOf(FONDS, 1))(
  'no small count is had from three publications of fund %i of %i projects',
  async (graine, projets) => {
    const fonds = threeStates(graine, projets);
    expect(await smallCountsHad(fonds, true)).toEqual([]);
    expect(await hadAtTheGate(fonds, true)).toEqual([]);
  },
);

test('where each publication is hidden alone, the same model has some', AU_COMPLET, async () => {
  expect((await smallCountsHad(threeStates(2, 25), false)).length).toBeGreaterThan(3);
});

test('so has the attack of the gate, and more than of the last publication alone', async () => {
  const fonds = threeStates(2, 25);
  const had = await hadAtTheGate(fonds, false);
  const moves = had.filter((nom) => nom.includes('depuis la publication précédente'));
  expect(moves.length).toBeGreaterThan(0);
  const last = await writePublic(productsOf(fonds, false).at(-1)!);
  expect((await attack(last)).percees).toEqual([]);
});

test('the same reports have the same masks, whatever else was looked for', () => {
  const drawn = drawFonds(3, 25);
  const personnes = drawn.reddition_personnes;
  const first = withPersonnes(drawn);
  const again = withPersonnes(drawn, { avant: [publieeOf(first, personnes)] });
  expect(again.comptes_personnes).toEqual(first.comptes_personnes);
  expect(again.totaux_reponses).toEqual(first.totaux_reponses);
});

test('a report that is taken away is not told by the cells that it was in', () => {
  const drawn = drawFonds(2, 25);
  const all = drawn.reddition_personnes;
  const before = withPersonnes(withTotals(drawn, all));
  const told = before.comptes_personnes.filter((r) => r['nombre'] !== null);
  const own = told.find((r) => r['portee'] === 'organisme' && r['question_id'] === 'personnes');
  const projets = drawn.projets.filter((p) => p['organisme_id'] === own?.['organisme_id']);
  const gone = new Set(
    drawn.redditions
      .filter((r) => projets.some((p) => p['projet_id'] === r['projet_id']))
      .map((r) => r['reddition_id'] ?? null),
  );
  // What the files that are there now say of the publication before: no more than they say of this one.
  const personnes = all.filter((r) => !gone.has(r['reddition_id'] ?? null));
  const now = withPersonnes(withTotals(drawn, personnes), {
    ...{ personnes, avant: [publieeOf(before, personnes)] },
  });
  const marked = new Set(
    now.comptes_personnes.filter((r) => r['nombre'] === null).map((r) => r['compte_id']),
  );
  expect(told.filter((r) => marked.has(r['compte_id'])).map((r) => r['compte_id'])).toEqual([]);
  const of = ({ comptes_personnes: rows }: Product, cycle: unknown) =>
    rows.filter((r) => r['question_id'] === 'personnes' && r['cycle_id'] === cycle).length;
  expect(of(before, own?.['cycle_id'])).toBeGreaterThan(3);
  expect(of(now, own?.['cycle_id'])).toBe(0);
});
