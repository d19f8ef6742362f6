/** What the explorer offers to run, over each fund, with the native engine. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { EXEMPLES } from '../../src/lib/data/queries/exemples';
import { tablesPubliees } from '../../src/lib/data/queries/tables-publiees';
import { ask } from '../../src/lib/data/question';
import { sqlOf } from '../../src/lib/data/questions';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { mayBeEmpty, productOf, PRODUCTS, QUESTIONS } from '../lib/questions';

describe.each(PRODUCTS)('%s', (fonds, choices) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await openNodeEngine(productOf(fonds));
  });
  afterAll(() => engine.close());

  it.each(EXEMPLES.map(({ nom, sql }) => [nom, sql] as const))('answers %s', async (_, sql) => {
    const { lignes, total } = await engine.explore(sql, { limite: 1000 });
    expect(total).toBeGreaterThan(0);
    expect(lignes).toHaveLength(total);
  });

  it.each(QUESTIONS.map((q) => [q.nom, q] as const))(
    'opens the SQL of %s, which answers as the question does',
    async (nom, question) => {
      for (const choix of [SANS_CHOIX, choices.at(-1)!]) {
        const sql = sqlOf(nom, (dimension) => choix[dimension])!;
        expect(sql).toMatch(/^\S/);
        const { lignes } = await engine.explore(sql, { limite: 5000 });
        expect(lignes).toEqual(await ask(engine, question, choix));
        if (choix === SANS_CHOIX && !mayBeEmpty(fonds, nom)) expect(lignes).not.toEqual([]);
      }
    },
  );

  it('sums what the overview sums', async () => {
    const sums = await Promise.all(
      ['accorde-par-territoire', 'accorde-par-exercice', 'accorde-par-priorite'].map(
        async (nom) => {
          const { sql } = EXEMPLES.find((e) => e.nom === nom)!;
          const { lignes } = await engine.explore(sql, { limite: 1000 });
          return lignes.reduce(
            (sum, row) => sum + Math.round(Number(row['montant_accorde']) * 100),
            0,
          );
        },
      ),
    );
    const [row] = await engine.query(
      'SELECT sum(montant_accorde) * 100 AS cents FROM octrois JOIN bailleurs USING (bailleur_id) WHERE compte',
      [],
    );
    expect(sums).toEqual(Array(3).fill(Math.round(Number(row!['cents']))));
  });

  it('counts the rows of every published table', async () => {
    for (const { nom, lignes } of await ask(engine, tablesPubliees, SANS_CHOIX)) {
      const { total } = await engine.explore(`FROM ${nom}`, { limite: 0 });
      expect(total, nom).toBe(lignes);
    }
  });
});

it('knows no question of another name', () => {
  expect(sqlOf('nulle-part', () => null)).toBeNull();
});
