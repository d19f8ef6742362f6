import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import type { Engine, Row, Value } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { writeParquet } from '../lib/parquet-files';
import { copyEngineApp } from './lib/engine-app';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';

const TABLES = ['octrois', 'constats', 'projets'];
const WASM = /duckdb-eh-.*\.wasm$/;

const OCTROIS = `SELECT 'o' || lpad(i::VARCHAR, 5, '0') AS octroi_id,
    CASE WHEN i % 7 = 0 THEN NULL ELSE ((i - 1000) * 1.37)::DECIMAL(14,2) END AS montant_accorde,
    CASE WHEN i % 5 = 0 THEN NULL ELSE DATE '1960-02-29' + (i * 11)::INTEGER END AS date_annonce,
    CASE WHEN i % 3 = 0 THEN NULL ELSE i % 2 = 0 END AS derive,
    CASE WHEN i % 4 = 0 THEN NULL ELSE (i - 1000)::INTEGER END AS ordre
  FROM range(3000) t(i)`;

const QUERIES: readonly (readonly [string, string, Value[]])[] = [
  ['every type and null', 'SELECT * FROM octrois ORDER BY octroi_id', []],
  [
    'sums and counts',
    `SELECT sum(montant_accorde) AS s, avg(montant_accorde) AS a, count(*) AS n,
      sum(ordre) AS o, min(date_annonce) AS d FROM octrois`,
    [],
  ],
  [
    'a filter not chosen',
    `SELECT derive, sum(montant_accorde) AS s FROM octrois
      WHERE $1 IS NULL OR octroi_id = $1 GROUP BY ALL ORDER BY ALL`,
    [null],
  ],
  [
    'a filter chosen',
    `SELECT octroi_id, montant_accorde FROM octrois WHERE $1 IS NULL OR octroi_id = $1`,
    ['o00011'],
  ],
  [
    'numbers, booleans and dates bound',
    `SELECT octroi_id, $2 / 2 AS demi FROM octrois
      WHERE montant_accorde >= $1 AND ordre > $2 AND derive = $3 AND date_annonce < $4::DATE
      ORDER BY octroi_id LIMIT $5`,
    [50.69, -990, true, '2001-05-31', 7],
  ],
  [
    'text with accents, quotes and rare characters',
    `SELECT titre, length(titre) AS n, lower(titre) AS bas FROM projets
      WHERE titre = $1 OR titre LIKE '%œ%' ORDER BY titre`,
    ["L’été à l'Assomption — 100 % « ça »"],
  ],
  [
    'shares and windows',
    `SELECT ordre, montant_accorde / sum(montant_accorde) OVER () AS part,
      row_number() OVER (ORDER BY octroi_id) AS rang FROM octrois
      WHERE ordre BETWEEN 1 AND 9 ORDER BY ordre`,
    [],
  ],
  [
    'types of the columns, empty tables included',
    `SELECT table_name, column_name, data_type FROM information_schema.columns
      ORDER BY table_name, ordinal_position`,
    [],
  ],
  ['an empty table', 'SELECT count(*) AS n, sum(montant_accorde) AS s FROM constats', []],
];

let dir: string;
let harness: Harness;
let opened: OpenedPage;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'engine-app-'));
  await copyEngineApp(dir);
  const data = join(dir, 'donnees');
  await mkdir(data);
  await writeParquet(data, 'octrois', OCTROIS);
  await writeParquet(data, 'constats', `SELECT * FROM (${OCTROIS}) WHERE false`);
  await writeParquet(
    data,
    'projets',
    `SELECT * FROM (VALUES ('L’été à l''Assomption — 100 % « ça »'), ('Cœur 🍎'), (NULL)) t(titre)`,
  );
  harness = await startHarness(dir);
});

afterAll(async () => {
  await harness.close();
  await rm(dir, { recursive: true });
});

afterEach(() => expect(opened.foreign).toEqual([]));

async function openPage(): Promise<void> {
  opened = await harness.openPage();
  await opened.page.goto('/');
}

const open = (tables = TABLES): Promise<{ name: string; step: string; message: string }> =>
  opened.page.evaluate((names) => window.probe.openOutcome('/donnees', names), tables);

const query = (sql: string, values: Value[] = []): Promise<Row[]> =>
  opened.page.evaluate(([s, v]) => window.probe.query(s, v), [sql, values] as const);

const failure = (sql: string, values: Value[] = []) =>
  opened.page.evaluate(([s, v]) => window.probe.queryFailure(s, v), [sql, values] as const);

describe('the engine in a browser', () => {
  beforeAll(async () => {
    await openPage();
    expect(await open()).toMatchObject({ name: 'opened' });
  });
  afterAll(() => opened.close());

  it('answers as the engine of the build does', async () => {
    const node: Engine = await openNodeEngine(join(dir, 'donnees'));
    for (const [what, sql, values] of QUERIES) {
      const expected = await node.query(sql, values);
      expect(expected, what).not.toEqual([]);
      expect(await query(sql, values), what).toEqual(expected);
    }
    await node.close();
    expect(opened.complaints).toEqual([]);
  });

  it('keeps DECIMAL, DATE, BOOLEAN, INTEGER and VARCHAR', async () => {
    const sql = `SELECT data_type AS t FROM information_schema.columns
      WHERE table_name = 'constats' ORDER BY ordinal_position`;
    const types = (await query(sql)).map(({ t }) => t);
    expect(types).toEqual(['VARCHAR', 'DECIMAL(14,2)', 'DATE', 'BOOLEAN', 'INTEGER']);
  });

  it('says how many bytes came, of how many', async () => {
    const events = await opened.page.evaluate(() => window.probe.progress);
    const engine = events.filter(({ phase }) => phase === 'moteur');
    const data = events.filter(({ phase }) => phase === 'donnees');
    const wasm = opened.answers.filter(({ path }) => path.endsWith('.wasm'));
    const raw = await Promise.all(wasm.map(({ path }) => stat(join(dir, path))));
    expect(wasm).toHaveLength(1);
    expect(engine.at(-1)).toEqual({
      phase: 'moteur',
      received: raw.reduce((sum, { size }) => sum + size, 0),
      expected: raw.reduce((sum, { size }) => sum + size, 0),
    });
    expect(engine.length).toBeGreaterThan(5);
    expect(events.indexOf(data[0]!)).toBe(engine.length);
    const received = engine.map((event) => event.received);
    expect(received).toEqual([...received].sort((a, b) => a - b));
    const files = await Promise.all(TABLES.map((t) => stat(join(dir, 'donnees', `${t}.parquet`))));
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    expect(data.at(-1)).toEqual({ phase: 'donnees', received: bytes, expected: bytes });
  });

  it('runs workers that can reach no other origin', async () => {
    const scripts = opened.answers.filter(({ path }) => path.endsWith('.js'));
    expect(scripts.filter(({ path }) => path.includes('worker')).length).toBeGreaterThanOrEqual(3);
    for (const { headers } of scripts) {
      expect(headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self'/);
    }
    const [duckdb] = opened.page.workers();
    const reach = (url: string) => fetch(url).then(() => 'reached', String);
    expect(await duckdb!.evaluate(reach, 'https://example.org/')).toMatch(/Failed to fetch/);
    expect(await duckdb!.evaluate(reach, `${harness.url}/`)).toBe('reached');
  });

  it('keeps queries in: no file, no extension, no setting', async () => {
    for (const sql of [
      "SELECT * FROM read_csv('https://example.org/x.csv')",
      "SELECT * FROM 'https://example.org/x.parquet'",
      'LOAD httpfs',
      'LOAD json',
      'SET enable_external_access = true',
      "SET custom_extension_repository = 'https://example.org'",
    ]) {
      expect(await failure(sql), sql).toMatchObject({ name: 'QueryError', sql, values: [] });
    }
  });

  it('fails with the statement and its values, and goes on', async () => {
    const sql = 'SELECT nulle_part FROM octrois WHERE octroi_id = $1';
    expect(await failure(sql, ['o1'])).toMatchObject({ name: 'QueryError', sql, values: ['o1'] });
    expect(await query('SELECT 1 AS un')).toEqual([{ un: 1 }]);
  });
});

describe('an engine that is not open yet', () => {
  beforeEach(openPage);
  afterEach(() => opened.close());

  it('fetches nothing of itself before it is opened', async () => {
    await opened.page.waitForLoadState('networkidle');
    const paths = opened.answers.map(({ path }) => path);
    expect(paths.filter((path) => /wasm|worker|donnees/.test(path))).toEqual([]);
  });

  it('can be cancelled, then opened again', AU_COMPLET, async () => {
    await opened.page.route(WASM, () => undefined);
    const asked = opened.page.waitForRequest(WASM);
    const outcome = open();
    await asked;
    await opened.page.evaluate(() => window.probe.cancel());
    expect(await outcome).toMatchObject({ name: 'AbortError' });
    await expect.poll(() => opened.page.workers().length).toBe(0);
    await opened.page.unroute(WASM);
    expect(await open()).toMatchObject({ name: 'opened' });
    await opened.page.evaluate(() => window.probe.close());
    await expect.poll(() => opened.page.workers().length).toBe(0);
  });

  it.each(
    sampleOf(
      [
        ['DuckDB', WASM],
        ['the script of DuckDB', /duckdb-browser-eh\.worker-.*\.js$/],
        ['a worker', /\/duckdb\.worker-.*\.js$/],
      ] as const,
      1,
    ),
  )('says that it failed when %s is not found or not reached', async (_, url) => {
    await opened.page.route(url, (route) => route.fulfill({ status: 404, body: 'Not found' }));
    expect(await open()).toMatchObject({ name: 'EngineError', step: 'moteur' });
    await opened.page.unroute(url);
    await opened.page.route(url, (route) => route.abort());
    expect(await open()).toMatchObject({ name: 'EngineError', step: 'moteur' });
    await expect.poll(() => opened.page.workers().length).toBe(0);
  });

  it('says which file of data is missing', async () => {
    expect(await open([...TABLES, 'absente'])).toMatchObject({
      name: 'EngineError',
      step: 'donnees',
      message: expect.stringMatching(/404.*\/donnees\/absente\.parquet/),
    });
  });
});
