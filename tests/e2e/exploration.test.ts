/** Free SQL in the engine of the browser: it reads, it stops, and it survives. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { writeParquet } from '../lib/parquet-files';
import { HOSTILES } from '../lib/requetes-hostiles';
import { copyEngineApp } from './lib/engine-app';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';

const OCTROIS = `SELECT 'o' || i AS octroi_id, (i * 1.37)::DECIMAL(14,2) AS montant_accorde,
  DATE '2025-10-15' AS date_annonce FROM range(3000) t(i)`;
const TYPES = `SELECT octroi_id, montant_accorde, date_annonce, [1, 2] AS liste, {'a': 1} AS fiche,
  TIMESTAMP '2025-10-15 12:00:00' AS instant, 12345678901234567890::HUGEINT AS grand, INTERVAL 3 DAY AS duree,
  NULL AS rien, true AS vrai, 'x'::BLOB AS octets, octroi_id, 1::UTINYINT AS petit FROM octrois ORDER BY 1`;

let dir: string;
let harness: Harness;
let opened: OpenedPage;
let native: Engine;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'exploration-'));
  await copyEngineApp(dir);
  await mkdir(join(dir, 'donnees'));
  await writeParquet(join(dir, 'donnees'), 'octrois', OCTROIS);
  native = await openNodeEngine(join(dir, 'donnees'));
  harness = await startHarness(dir);
  opened = await harness.openPage();
  await opened.page.goto('/');
  await open();
});

afterAll(async () => {
  await native.close();
  await harness.close();
  await rm(dir, { recursive: true });
});

const open = () => opened.page.evaluate(() => window.probe.open('/donnees', ['octrois']));
const explore = (sql: string, limite = 10, delay?: number) =>
  opened.page.evaluate(([s, l, d]) => window.probe.explore(s, l, d), [sql, limite, delay] as const);
const count = async () =>
  (
    await opened.page.evaluate(() => window.probe.query('SELECT count(*) AS n FROM octrois', []))
  )[0]?.['n'];

afterEach(() => {
  expect(opened.foreign).toEqual([]);
  expect(opened.complaints).toEqual([]);
});

it('answers as the native engine does, whatever the types', async () => {
  expect(await explore(TYPES)).toEqual({ answer: await native.explore(TYPES, { limite: 10 }) });
});

it('counts every row and keeps the first', AU_COMPLET, async () => {
  const { answer } = (await explore('FROM octrois ORDER BY octroi_id; -- fin', 3)) as never;
  expect(answer).toMatchObject({ total: 3000, lignes: [{ octroi_id: 'o0' }, {}, {}] });
});

it('refuses all that is not one reading statement, and stays as it was', async () => {
  const wrong: unknown[] = [];
  for (const [sql, natures] of HOSTILES) {
    const given = await explore(sql);
    const nature = 'refusal' in given ? given.refusal.nature : 'answered';
    if (!natures.includes(nature)) wrong.push([sql, given]);
  }
  expect(wrong).toEqual([]);
  expect(await count()).toBe(3000);
  expect(await explore('SELECT count(*) AS n FROM octrois')).toMatchObject({
    answer: { lignes: [{ n: 3000 }] },
  });
  const tables = 'SELECT table_name FROM information_schema.tables';
  expect(await explore(tables)).toMatchObject({ answer: { lignes: [{ table_name: 'octrois' }] } });
});

describe('a statement without end', () => {
  it.each(
    sampleOf(
      [
        ['rows that are counted', 'SELECT count(*) FROM range(1000000000000) a, octrois b'],
        ['rows that keep coming', 'SELECT a.range FROM range(1000000000000) a'],
        [
          'a join of endless rows',
          'SELECT count(*) FROM range(1000000000000) a CROSS JOIN range(1000000000000) b',
        ],
      ],
      1,
    ),
  )('stops: %s', async (_, sql) => {
    expect(await explore(sql, 10, 700)).toMatchObject({ refusal: { name: 'AbortError' } });
    // On a machine that is busy it may be ended with its engine, as one that does not stop is.
    const next = await explore('SELECT 1 AS un');
    if ('refusal' in next) {
      expect(next.refusal.message).toContain('The statement was cancelled');
      await open();
    }
    expect(await explore('SELECT 1 AS un')).toMatchObject({ answer: { lignes: [{ un: 1 }] } });
    expect(await count()).toBe(3000);
  });
});

it('says that memory ran out, and goes on', AU_COMPLET, async () => {
  const given = await explore('SELECT len(list(i)) FROM range(1000000000) t(i)');
  expect(given).toMatchObject({ refusal: { nature: 'memoire' } });
  expect(await count()).toBe(3000);
});

it('ends an engine that a statement broke, and can be opened again', AU_COMPLET, async () => {
  const given = await explore('SELECT list_sum(range(1000000000))');
  expect(given).toMatchObject({ refusal: { name: 'EngineError' } });
  await open();
  expect(await count()).toBe(3000);
});
