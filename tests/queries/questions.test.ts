import { cpSync } from 'node:fs';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { ask, type Question, type Schema } from '../../src/lib/data/question';
import { accordeByExercice } from '../../src/lib/data/queries/accorde-by-exercice';
import { accordeByPriorite } from '../../src/lib/data/queries/accorde-by-priorite';
import { accordeByPrioriteTerritoire } from '../../src/lib/data/queries/accorde-by-priorite-territoire';
import { enveloppeByTerritoire } from '../../src/lib/data/queries/enveloppe-by-territoire';
import { octroisByDate } from '../../src/lib/data/queries/octrois-by-date';
import { verseByExercice } from '../../src/lib/data/queries/verse-by-exercice';
import { type Choix, PARAMETRES, SANS_CHOIX } from '../../src/lib/domain/choix';
import { writeParquet } from '../lib/parquet-files';
import { mayBeEmpty, productOf, PRODUCTS, QUESTIONS } from '../lib/questions';
import { tempFolder } from '../lib/temp';

interface Money {
  readonly portee: string | null;
  readonly montant: number | null;
}

let product: string;
const askFor =
  <S extends Schema>(question: Question<S>) =>
  async (choix: Choix): Promise<Money[]> =>
    (await ask(engine, question, choix)) as unknown as Money[];

const SUMS: Record<string, (choix: Choix) => Promise<Money[]>> = {
  enveloppe: askFor(enveloppeByTerritoire),
  priorite: askFor(accordeByPriorite),
  exercice: askFor(accordeByExercice),
  trajectoire: askFor(octroisByDate),
  matrice: askFor(accordeByPrioriteTerritoire),
};

let engine: Engine;
let raw: DuckDBConnection;

const cents = (rows: readonly Money[], portee: string) =>
  rows
    .filter((row) => row.portee === portee && row.montant !== null)
    .reduce((total, row) => total + Math.round((row.montant ?? 0) * 100), 0);

/** Known and coarser money, by plain SQL that shares nothing with the questions. */
async function recompute(choix: Choix): Promise<{ connue: number; inconnue: number }> {
  const is = (value: string | null, column: string) =>
    value === null ? 'true' : `${column} = '${value.replaceAll("'", "''")}'`;
  const place = is(choix.territoire, 'territoire_id');
  const cause = is(choix.priorite, 'priorite_id');
  const who = is(choix.organisme, 'organisme_id');
  const reader = await raw.runAndReadAll(`
    SELECT sum(CASE WHEN (${place}) AND (${cause}) AND (${who}) THEN c ELSE 0 END)::BIGINT::VARCHAR AS connue,
           sum(CASE WHEN NOT ((${place}) AND (${cause}) AND (${who}))
                     AND ((${place}) OR territoire_id = 'non-ventile')
                     AND ((${cause}) OR priorite_id = 'non-publiee')
                     AND ((${who}) OR organisme_id = 'inconnu') THEN c ELSE 0 END)::BIGINT::VARCHAR AS inconnue
    FROM (
      SELECT o.territoire_id, v.priorite_id, CAST(v.montant_accorde * 100 AS BIGINT) AS c,
             coalesce((SELECT organisme_id FROM read_parquet('${product}/projets.parquet') p
                       WHERE p.projet_id = o.projet_id), 'inconnu') AS organisme_id
      FROM read_parquet('${product}/ventilations.parquet') v, read_parquet('${product}/octrois.parquet') o
      WHERE v.octroi_id = o.octroi_id AND ${is(choix.cycle, 'o.cycle_id')} AND ${is(choix.exercice, 'o.exercice_id')}
        AND coalesce(o.date_effet, DATE '1900-01-01') <= DATE '${choix.au ?? '9999-01-01'}'
    )`);
  const [row] = reader.getRowObjectsJson() as { connue: string | null; inconnue: string | null }[];
  return { connue: Number(row?.connue ?? 0), inconnue: Number(row?.inconnue ?? 0) };
}

/** Payments that the choices hold, before any split by priority. */
async function recomputeVerse(choix: Choix): Promise<number> {
  const is = (value: string | null, column: string) =>
    value === null ? 'true' : `${column} = '${value.replaceAll("'", "''")}'`;
  const reader = await raw.runAndReadAll(`
    SELECT sum(CAST(v.montant_verse * 100 AS BIGINT))::BIGINT::VARCHAR AS cents
    FROM read_parquet('${product}/versements.parquet') v
    JOIN read_parquet('${product}/projets.parquet') p USING (projet_id)
    WHERE ${is(choix.cycle, 'v.cycle_id')} AND ${is(choix.territoire, 'v.territoire_id')}
      AND ${is(choix.exercice, 'v.exercice_id')} AND ${is(choix.organisme, 'p.organisme_id')}
      AND v.date_versement <= DATE '${choix.au ?? '9999-01-01'}'`);
  return Number((reader.getRowObjectsJson()[0] as { cents: string | null }).cents ?? 0);
}

describe.each(PRODUCTS)('%s', (fonds, choices) => {
  beforeAll(async () => {
    product = productOf(fonds);
    engine = await openNodeEngine(product);
    raw = await (await DuckDBInstance.create()).connect();
  });

  afterAll(async () => {
    await engine.close();
    raw.closeSync();
  });

  describe('every question', () => {
    it.each(QUESTIONS.map((q) => [q.nom, q] as const))(
      '%s binds and gives rows',
      async (_, question) => {
        const rows = await ask(engine, question, SANS_CHOIX);
        if (!mayBeEmpty(fonds, question.nom)) expect(rows.length).toBeGreaterThan(0);
      },
    );
  });

  describe('sums', () => {
    it('are the same in every figure and as recomputed, for every choice', async () => {
      for (const choix of choices) {
        const expected = await recompute(choix);
        for (const [figure, rowsFor] of Object.entries(SUMS)) {
          const rows = await rowsFor(choix);
          const got = { connue: cents(rows, 'connue'), inconnue: cents(rows, 'inconnue') };
          expect(got, `${figure} ${JSON.stringify(choix)}`).toEqual(expected);
        }
      }
    });

    it('add up grants that no figure tells apart', async () => {
      const folder = tempFolder();
      cpSync(product, folder, { recursive: true, dereference: true });
      const once = `FROM read_parquet('${product}/ventilations.parquet')`;
      await writeParquet(folder, 'ventilations', `${once} UNION ALL ${once}`);
      const twice = await openNodeEngine(folder);
      const sum = async (from: Engine) =>
        cents((await ask(from, accordeByExercice, SANS_CHOIX)) as unknown as Money[], 'connue');
      expect(await sum(twice)).toBe(2 * (await sum(engine)));
      await twice.close();
    });

    it('of payments are those of the file, for every choice, and lose no cent among priorities', async () => {
      const reader = await raw.runAndReadAll(
        `SELECT priorite_id FROM read_parquet('${product}/priorites.parquet')`,
      );
      const priorites = reader.getRowObjectsJson().map((row) => String(row['priorite_id']));
      const sum = async (choix: Choix) =>
        cents(await ask(engine, verseByExercice, choix), 'connue');
      for (const choix of choices.filter((c) => c.priorite === null)) {
        const expected = await recomputeVerse(choix);
        expect(await sum(choix), JSON.stringify(choix)).toBe(expected);
        const parts = await Promise.all(priorites.map((priorite) => sum({ ...choix, priorite })));
        expect(
          parts.reduce((a, b) => a + b, 0),
          JSON.stringify(choix),
        ).toBe(expected);
      }
      expect((await sum(SANS_CHOIX)) > 0).toBe(fonds === 'demo');
    });

    it('move when any one dimension is chosen', async () => {
      const whole = await recompute(SANS_CHOIX);
      const chosen: Choix = {
        cycle: '2019-2024',
        territoire: fonds === 'demo' ? 'vaubrume' : 'les-moulins',
        priorite: 'reussite-educative',
        exercice: '2022-2023',
        organisme: fonds === 'demo' ? 'ORG-003' : 'le-neo',
        au: fonds === 'demo' ? '2022-06-30' : '2021-12-31',
      };
      for (const dimension of PARAMETRES) {
        const choix = { ...SANS_CHOIX, [dimension]: chosen[dimension] };
        for (const [figure, rowsFor] of Object.entries(SUMS)) {
          const rows = await rowsFor(choix);
          expect(cents(rows, 'connue'), `${figure} ${dimension}`).not.toBe(whole.connue);
        }
      }
    });
  });
});
