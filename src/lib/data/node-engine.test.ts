import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeParquet } from '../../../tests/lib/parquet-files';
import type { Engine } from './engine';
import { EngineError, QueryError } from './errors';
import { openNodeEngine } from './node-engine';

let dir: string;
let engine: Engine;

const OCTROIS = `SELECT * FROM (VALUES
  ('o1', 3421915.48::DECIMAL(14,2), DATE '2025-10-15', true, 3::INTEGER),
  ('o2', NULL, NULL, NULL, NULL),
  ('o3', -0.10, DATE '1969-12-31', false, -7)
) t(octroi_id, montant_accorde, date_annonce, fictif, ordre)`;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'node-engine-'));
  await writeParquet(dir, 'octrois', OCTROIS);
  await writeParquet(dir, 'versions', 'SELECT 1 AS not_of_the_product');
  await writeParquet(dir, 'constats', `SELECT * FROM (${OCTROIS}) WHERE false`);
  engine = await openNodeEngine(dir);
});

afterAll(async () => {
  await engine.close();
  await rm(dir, { recursive: true });
});

describe('openNodeEngine', () => {
  it('gives decimals as numbers, dates as ISO text and nulls as null', async () => {
    expect(await engine.query('SELECT * FROM octrois ORDER BY octroi_id', [])).toEqual([
      {
        octroi_id: 'o1',
        montant_accorde: 3421915.48,
        date_annonce: '2025-10-15',
        fictif: true,
        ordre: 3,
      },
      { octroi_id: 'o2', montant_accorde: null, date_annonce: null, fictif: null, ordre: null },
      {
        octroi_id: 'o3',
        montant_accorde: -0.1,
        date_annonce: '1969-12-31',
        fictif: false,
        ordre: -7,
      },
    ]);
  });

  it('sums decimals and counts to plain numbers', async () => {
    const sql = 'SELECT sum(montant_accorde) AS total, count(*) AS n, sum(ordre) AS s FROM octrois';
    expect(await engine.query(sql, [])).toEqual([{ total: 3421915.38, n: 3, s: -4 }]);
  });

  it('binds values, null included, each as often as it is named', async () => {
    const sql = `SELECT octroi_id FROM octrois
      WHERE ($1 IS NULL OR octroi_id = $1) AND ($2 IS NULL OR ordre = $2) AND octroi_id <> $3
      ORDER BY octroi_id`;
    expect(await engine.query(sql, [null, 3, "l'autre"])).toEqual([{ octroi_id: 'o1' }]);
    expect(await engine.query(sql, ['o2', null, ''])).toEqual([{ octroi_id: 'o2' }]);
  });

  it('binds every number as DOUBLE, as the browser does', async () => {
    const sql = 'SELECT typeof($1) AS entier, typeof($2) AS decimal, typeof($3) AS texte';
    expect(await engine.query(sql, [3, 1.5, 'x'])).toEqual([
      { entier: 'DOUBLE', decimal: 'DOUBLE', texte: 'VARCHAR' },
    ]);
  });

  it('keeps the types of an empty table', async () => {
    const sql = `SELECT column_name AS c, data_type AS t FROM information_schema.columns
      WHERE table_name = 'constats' ORDER BY ordinal_position`;
    expect((await engine.query(sql, [])).map(({ t }) => t)).toEqual([
      'VARCHAR',
      'DECIMAL(14,2)',
      'DATE',
      'BOOLEAN',
      'INTEGER',
    ]);
    expect(await engine.query('SELECT * FROM constats', [])).toEqual([]);
  });

  it('loads only the tables of the product', async () => {
    const sql = 'SELECT table_name AS t FROM information_schema.tables ORDER BY t';
    expect(await engine.query(sql, [])).toEqual([{ t: 'constats' }, { t: 'octrois' }]);
  });

  it('answers many queries at once', async () => {
    const many = Array.from({ length: 20 }, (_, n) => engine.query('SELECT $1::INTEGER AS n', [n]));
    expect((await Promise.all(many)).flat().map(({ n }) => n)).toEqual([...Array(20).keys()]);
  });

  it('reads no file once open, and stays so', async () => {
    const file = join(dir, 'octrois.parquet');
    await expect(engine.query(`FROM read_parquet('${file}')`, [])).rejects.toThrow(QueryError);
    for (const setting of ['enable_external_access = true', 'autoload_known_extensions = true']) {
      await expect(engine.query(`SET ${setting}`, [])).rejects.toThrow(QueryError);
    }
  });

  it('fails with the statement, the values and the cause', async () => {
    const failure = engine.query('SELECT $1 FROM nulle_part', ['x']);
    await expect(failure).rejects.toMatchObject({
      name: 'QueryError',
      sql: 'SELECT $1 FROM nulle_part',
      values: ['x'],
      cause: expect.any(Error),
    });
  });

  it('refuses a type that rows cannot hold', async () => {
    await expect(engine.query('SELECT [1, 2] AS liste', [])).rejects.toThrow(/liste/);
  });

  it('refuses a folder without a product', async () => {
    await expect(openNodeEngine(join(dir, 'vide'))).rejects.toThrow(EngineError);
  });
});
