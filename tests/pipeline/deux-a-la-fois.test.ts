/** Two runs of one fund at once: one publishes, the other says to wait, and nothing is broken. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { withLock } from '../../pipelines/lib/verrou';
import { Fund } from './lib/fund';
import { petitPlan } from './lib/plan';
import { faultsOf, publicationOf, publicFolder, runCli, runFund } from './lib/publication';
import { tempFolder } from '../lib/temp';

const { id } = petitPlan;
const lockOf = (root: string) => path.join(root, '.publications', `${id}.verrou`);

test('a second run refuses while another publishes, and leaves what was published', async () => {
  const root = tempFolder();
  new Fund(root);
  await runFund(root, id);
  const before = publicationOf(root, id);
  await withLock(lockOf(root), async () => {
    const { code, said } = await runCli(root, id);
    expect(code).toBe(1);
    expect(said).toContain('une autre publication de ce fonds est en cours');
    expect(said).toContain("attendez qu'elle finisse, puis relancez");
  });
  expect(publicationOf(root, id)).toBe(before);
  expect((await runFund(root, id)).ok).toBe(true);
});

test('a lock left by a run that is gone is taken over', async () => {
  const root = tempFolder();
  new Fund(root);
  mkdirSync(path.dirname(lockOf(root)), { recursive: true });
  writeFileSync(lockOf(root), '999999999');
  expect((await runFund(root, id)).ok).toBe(true);
  expect(readdirSync(path.dirname(lockOf(root)))).toEqual([id]);
});

test('runs started together leave one whole publication', async () => {
  const root = tempFolder();
  new Fund(root);
  const exits = await Promise.all(sampleOf([1, 2, 3, 4], 2).map(() => runCli(root, id)));
  expect(exits.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
  for (const { code, said } of exits) if (code !== 0) expect(said).toContain('est en cours');
  expect(faultsOf(publicFolder(root, id))).toEqual([]);
  expect(readdirSync(path.join(root, '.publications', id)).length).toBe(1);
});
