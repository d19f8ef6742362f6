/** Two runs of one fund at once: one publishes, the other says to wait, and nothing is broken. */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
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
    expect(said).toContain('une autre publication est en cours');
    expect(said).toContain("attendez qu'elle finisse, puis relancez");
  });
  expect(publicationOf(root, id)).toBe(before);
  expect((await runFund(root, id)).ok).toBe(true);
});

/** A lock as another process left it. */
function leaveLock(root: string, tenant: Readonly<Record<string, string | number>>): void {
  new Fund(root);
  mkdirSync(path.dirname(lockOf(root)), { recursive: true });
  const own = { machine: hostname(), processus: process.pid, debut: '1' };
  writeFileSync(`${lockOf(root)}.3`, JSON.stringify({ ...own, ...tenant }));
}

test.each<[string, Readonly<Record<string, string | number>>]>([
  ['of a process that is gone', { processus: 999_999_999 }],
  ['of another process, that had the same number', {}],
])('a lock %s is taken over, and given back', async (_, tenant) => {
  const root = tempFolder();
  leaveLock(root, tenant);
  expect((await runFund(root, id)).ok).toBe(true);
  expect(readdirSync(path.dirname(lockOf(root)))).toEqual([id, `${id}.verrou.4`]);
  expect((await runFund(root, id)).ok).toBe(true);
});

test('a lock of another machine is respected, and named', async () => {
  const root = tempFolder();
  leaveLock(root, { machine: 'autre-poste' });
  await expect(runFund(root, id)).rejects.toThrow(
    /en cours \(le processus \d+ de autre-poste\).*supprimez .*verrou\.3/,
  );
});

test('runs started together, over a lock left behind, leave one whole publication', async () => {
  const root = tempFolder();
  leaveLock(root, { processus: 999_999_999 });
  const exits = await Promise.all(sampleOf([1, 2, 3, 4], 2).map(() => runCli(root, id)));
  expect(exits.filter(({ code }) => code === 0).length).toBeGreaterThan(0);
  for (const { code, said } of exits) if (code !== 0) expect(said).toContain('est en cours');
  expect(faultsOf(publicFolder(root, id))).toEqual([]);
  expect(readdirSync(path.join(root, '.publications', id)).length).toBe(1);
});
