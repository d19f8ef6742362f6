/** The register that the bench measures is one that no rule has anything to say of. */
import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { run } from '../../pipelines/run';
import { openPublication } from './lib/sql';
import { writeFund } from '../bench/registre';
import { tempFolder } from '../lib/temp';

test('it has as many projects, grants and payments as asked for, and gives no finding', async () => {
  const racine = tempFolder();
  const files = writeFund(racine, 50);
  for (const file of files) expect(existsSync(file)).toBe(true);
  const octrois = files.find((f) => f.endsWith('octrois.csv')) ?? '';
  expect(readFileSync(octrois, 'utf8').trim().split('\r\n')).toHaveLength(51);
  const output = { write: () => undefined, isTTY: false };
  const { ok, journal } = await run({ racine, fonds: 'vallee', output });
  expect({ ok, constats: journal.all }).toEqual({ ok: true, constats: [] });
  const folder = `${racine}/static/donnees/vallee/public`;
  const db = await openPublication(folder, ['projets', 'octrois', 'versements']);
  for (const table of ['projets', 'octrois', 'versements'])
    expect(await db.rows(`SELECT count(*)::INT AS n FROM ${table}`)).toEqual([{ n: '50' }]);
  db.close();
});
