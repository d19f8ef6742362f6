import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runs } from '../../../tests/lib/ampleur';
import { writeParquet } from '../../../tests/lib/parquet-files';
import { HOSTILES } from '../../../tests/lib/requetes-hostiles';
import type { Engine } from './engine';
import { ExplorationError } from './exploration-error';
import { openNodeEngine } from './node-engine';

let dir: string;
let engine: Engine;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'exploration-'));
  await writeParquet(
    dir,
    'octrois',
    `SELECT 'o' || i AS octroi_id, i AS "numéro" FROM range(9) t(i)`,
  );
  engine = await openNodeEngine(dir);
});

afterAll(async () => {
  await engine.close();
  await rm(dir, { recursive: true });
});

const refusal = async (sql: string): Promise<ExplorationError> => {
  const error: unknown = await engine.explore(sql, { limite: 5 }).catch((e: unknown) => e);
  if (error instanceof ExplorationError) return error;
  throw new Error(`${sql} was not refused: ${JSON.stringify(error)}`);
};

it('reads one statement, whatever follows it', async () => {
  const answer = await engine.explore('FROM octrois ORDER BY ALL; -- fin', { limite: 2 });
  expect(answer).toEqual({
    colonnes: [
      { nom: 'octroi_id', type: 'VARCHAR' },
      { nom: 'numéro', type: 'BIGINT' },
    ],
    lignes: [
      { octroi_id: 'o0', numéro: 0 },
      { octroi_id: 'o1', numéro: 1 },
    ],
    total: 9,
  });
});

it('gives every column a name of its own, and text for what rows cannot hold', async () => {
  const sql =
    "SELECT 1 AS a, 2 AS a, [1, 2] AS l, NULL AS rien, TIMESTAMP '2025-10-15 12:00:00' AS t";
  const { lignes } = await engine.explore(sql, { limite: 1 });
  expect(lignes).toEqual([{ a: 1, a_1: 2, l: '[1, 2]', rien: null, t: '2025-10-15 12:00:00' }]);
});

it.each(HOSTILES)('refuses %j', async (sql, natures) => {
  expect(natures).toContain((await refusal(sql)).nature);
  const { lignes } = await engine.explore('SELECT count(*) AS n FROM octrois', { limite: 1 });
  expect(lignes).toEqual([{ n: 9 }]);
});

it.each([
  ['SELECT zz FROM octrois', 'colonne', 'zz', 'zz'],
  ['SELECT * FROM octroi', 'table', 'octroi', 'octroi'],
  ['SELECT somme(1)', 'fonction', 'somme', 'somme'],
  ['SELECT 1 FRM octrois', 'syntaxe', 'octrois', 'octrois'],
  ['SELECT $1 FROM octrois', 'parametre', '$1', '$1'],
  ['SELECT octroi_id::INTEGER FROM octrois', 'valeur', null, '::INTEGER'],
] as const)('places the fault of %j', async (sql, nature, sujet, word) => {
  const error = await refusal(sql);
  expect(error).toMatchObject({ nature, sujet });
  expect(error.endroit).toEqual({
    index: sql.indexOf(word),
    ligne: 1,
    colonne: sql.indexOf(word) + 1,
  });
});

it('suggests names that are close', async () => {
  expect((await refusal('SELECT octroi FROM octrois')).proches).toContain('octroi_id');
});

const rare = fc.array(fc.constantFrom('é', '🍎', 'a', '\n', ' ', '日'), { maxLength: 12 });
it.each([
  ['a column', (text: string) => `SELECT '${text}' AS "numéro ${text.trim()}",\n zzz FROM octrois`],
  ['a word', (text: string) => `SELECT '${text}' AS x FROM octrois\nWHERE é = 1 zzz`],
])('places %s after any text', async (_, write) => {
  await fc.assert(
    fc.asyncProperty(rare, async (pieces) => {
      const sql = write(pieces.join(''));
      const { endroit } = await refusal(sql);
      expect(sql.slice(endroit!.index)).toMatch(/^zzz/);
      const before = sql.slice(0, endroit!.index).split('\n');
      expect(endroit!.ligne).toBe(before.length);
      expect(endroit!.colonne).toBe([...before.at(-1)!].length + 1);
    }),
    runs(15, 60),
  );
});

it('stops when it is told to', async () => {
  const abort = new AbortController();
  const endless = 'SELECT count(*) FROM range(1000000000000) a, range(1000) b';
  const work = engine.explore(endless, { limite: 1, signal: abort.signal });
  abort.abort();
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect((await engine.explore('SELECT 1 AS un', { limite: 1 })).lignes).toEqual([{ un: 1 }]);
});
