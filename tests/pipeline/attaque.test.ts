/** Whoever has only what is published cannot work out a count of 1 to 4 people. */
import { expect, test } from 'vitest';
import { AU_COMPLET, COMPLET } from '../lib/ampleur';
import { attack } from '../../pipelines/attaque/index';
import { groupBy } from '../../pipelines/lib/group';
import { suppressSmall } from '../../pipelines/lib/suppression/index';
import type { Product } from '../../pipelines/steps/link/rows';
import { type Hide, withPersonnes } from '../../pipelines/steps/redditions/personnes';
import { drawFonds } from '../lib/hasard-personnes';
import { attaquer } from '../lib/modele/index';
import { attackProduct, writePublic } from './lib/attaque';

const sumOf = (unites: Parameters<Hide>[0], cle: string) =>
  unites.reduce((a, u) => a + (u.cellules.includes(cle) ? u.valeur : 0), 0);

type Cellules = Parameters<Hide>[1];
const hide = (cellules: Cellules) => ({
  cachees: new Set(cellules.map((c) => c.cle)),
  exposees: new Set<string>(),
});

const nothing: Hide = (_, cellules) => hide(cellules.filter((c) => c.tue));
const onlySmall: Hide = (unites, cellules) =>
  hide(
    cellules.filter(({ cle, tue }) => tue || (sumOf(unites, cle) > 0 && sumOf(unites, cle) < 5)),
  );

/** Hides the whole row of a margin, question by question, where one of its cells is small. */
const wholeRow: Hide = (unites, cellules) => {
  const small = onlySmall(unites, cellules);
  const rowOf = (cle: string) => cle.split('/').slice(0, -1).join('/');
  const rows = new Set([...small.cachees].map(rowOf));
  return hide(cellules.filter((c) => rows.has(rowOf(c.cle))));
};

/** Cells of people that are told, and the people that they tell. */
function measure(product: Product) {
  const rows = product.comptes_personnes;
  const told = rows.filter((r) => r['masque'] === false);
  return {
    pleines: told.length,
    cellules: rows.length,
    cachees: rows.length - told.length,
    dites: told.reduce((a, r) => a + Number(r['nombre']), 0),
  };
}

/** Seeds and numbers of projects. */
const FONDS = [
  [1, 6],
  [2, 25],
  [3, 70],
  [4, 200],
] as const;

test.each(COMPLET ? FONDS : FONDS.slice(0, 2))(
  'nothing small is had from fund %i of %i projects',
  async (graine, nombre) => {
    const drawn = drawFonds(graine, nombre);
    const product = withPersonnes(drawn);
    const { essayees, cachees, percees } = await attackProduct(product);
    expect(percees).toEqual([]);
    expect(essayees).toBeGreaterThan(cachees);
    const rangees = withPersonnes(drawn, { hide: wholeRow });
    const [own, row] = [measure(product), measure(rangees)];
    // Rows alone are not always enough, for cells or for the answer of a report, where the same margins are told.
    if (own.cellules === row.cellules && own.pleines < row.pleines) {
      const dossier = [await writePublic(rangees)];
      const cells = await attaquer(dossier, { plancher: 0 });
      const answers = await attaquer(dossier, { plancher: 0, seules: true });
      expect([...cells.personnes, ...answers.personnes]).not.toEqual([]);
    }
    const all = measure(withPersonnes(drawn, { hide: nothing })).dites;
    process.stdout.write(
      `${nombre} projets : ${own.cachees} cellules cachées sur ${own.cellules} (rangées entières : ${row.cachees}), ` +
        `${own.dites} personnes dites sur ${all} (rangées entières : ${row.dites})\n`,
    );
  },
);

test('with no suppression, the same attack reads every small count', async () => {
  const drawn = drawFonds(2, 25);
  const product = withPersonnes(drawn, { hide: nothing });
  const small = product.comptes_personnes
    .filter((r) => Number(r['nombre']) > 0 && Number(r['nombre']) < 5)
    .map((r) => r['compte_id']);
  const { percees } = await attackProduct(product);
  expect(small.length).toBeGreaterThan(5);
  expect(percees.map((p) => p.nom)).toEqual(expect.arrayContaining(small));
});

test('where only small counts are hidden, it finds some by difference, at their true value', async () => {
  const drawn = drawFonds(2, 25);
  const { percees } = await attackProduct(withPersonnes(drawn, { hide: onlySmall }));
  const truth = new Map(
    withPersonnes(drawn, { hide: nothing }).comptes_personnes.map((r) => [
      r['compte_id'],
      r['nombre'],
    ]),
  );
  const exact = percees.filter(({ nom, min, max }) => min === max && truth.has(nom));
  expect(exact.length).toBeGreaterThan(0);
  for (const { nom, min } of exact) expect(truth.get(nom) ?? 0, nom).toBe(min);
});

/** Hides what each question needs, whatever the others tell. */
const eachAlone: Hide = (unites, cellules) => ({
  exposees: new Set(),
  cachees: new Set(
    [...groupBy(cellules, ({ cle }) => cle.split('/')[0] ?? '')].flatMap(([question, own]) => {
      const isOwn = (cle: string) => cle.startsWith(`${question}/`);
      const counted = unites.map((u) => ({ ...u, cellules: u.cellules.filter(isOwn) }));
      return [...suppressSmall(counted, own).cachees];
    }),
  ),
});

test('a part is had from the whole and the other parts where each question is hidden alone', async () => {
  const found = await attackProduct(withPersonnes(drawFonds(2, 25), { hide: eachAlone }));
  expect(found.percees.map((p) => p.nom.split('/')[0])).toContain('enfants');
});

test('nothing small is had from the demonstration fund', AU_COMPLET, async () => {
  const { essayees, cachees, ...found } = await attack('static/donnees/demo/public');
  expect(Object.values(found).flat()).toEqual([]);
  expect(cachees).toBeGreaterThan(50);
  process.stdout.write(`démonstration : ${cachees} sommes cachées sur ${essayees}\n`);
});

test('a state of few reports, told beside its total, is found', async () => {
  const rows = Array.from({ length: 8 }, (_, i) => ({
    projet_id: `P-${i}`,
    ...{ cycle_id: '2019-2024', territoire_id: 't1', debut: '2019-05-01', fin: '2020-03-01' },
  }));
  const compte = (etat: string, nombre: number) => ({
    ...{ compte_id: `exercice/2019-2020/${etat}`, portee: 'exercice', exercice_id: '2019-2020' },
    ...{ territoire_id: null, date_echeance: '2020-06-01', etat, nombre },
  });
  const product = (comptes: Product['comptes_redditions']) => ({
    ...drawFonds(1, 0),
    projets: rows,
    comptes_redditions: comptes,
  });
  const kept = await attackProduct(
    product([compte('en-retard+attendue+recue+incomplete+complete+acceptee', 8)]),
  );
  expect(kept.percees).toEqual([]);
  const given = await attackProduct(
    product([compte('en-retard+attendue', 2), compte('complete+acceptee', 6)]),
  );
  expect(given.percees).toContainEqual({
    nom: 'redditions/exercice/2019-2020/en-retard+attendue',
    ...{ min: 2, max: 2 },
  });
});

test('of an organisation, its groups are neither told nor marked; a margin that would mostly be hidden is not there', () => {
  const drawn = drawFonds(2, 25);
  const everything = withPersonnes(drawn, { hide: () => hide([]) }).comptes_personnes;
  const organismes = everything.filter((r) => r['portee'] === 'organisme');
  expect(new Set(organismes.map((r) => r['question_id']))).toEqual(new Set(['personnes']));
  const hidesMost: Hide = (_, cellules) =>
    hide(cellules.filter(({ cle }) => cle.includes('/territoire/')));
  const { comptes_personnes } = withPersonnes(drawn, { hide: hidesMost });
  const without = everything.filter((r) => r['portee'] !== 'territoire');
  expect(comptes_personnes.map((r) => r['compte_id'])).toEqual(without.map((r) => r['compte_id']));
});

test('a question of which a count cannot be kept by hiding has no margin, exercices included', () => {
  const drawn = drawFonds(2, 25);
  const exposes: Hide = (unites, cellules) => ({
    cachees: suppressSmall(unites, cellules).cachees,
    exposees: new Set(
      cellules.filter((c) => !c.tue && c.cle.startsWith('enfants/cycle/')).map(({ cle }) => cle),
    ),
  });
  const left = withPersonnes(drawn, { hide: exposes });
  const asked = (rows: Product['comptes_personnes']) => new Set(rows.map((r) => r['question_id']));
  const others = new Set(['personnes', 'personnes_pauvrete', 'adultes']);
  expect(asked(withPersonnes(drawn).totaux_reponses)).toEqual(new Set([...others, 'enfants']));
  expect(asked(left.comptes_personnes)).toEqual(others);
  expect(asked(left.totaux_reponses)).toEqual(others);
});
