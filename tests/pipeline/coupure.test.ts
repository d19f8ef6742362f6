/** Kills spread over a run: what is published is the old version or the new one, whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Fund } from './lib/fund';
import { petitPlan, type Plan } from './lib/plan';
import {
  cliArgs,
  faultsOf,
  linkCode,
  publicationOf,
  publicFolder,
  publishedBytes,
  runFund,
} from './lib/publication';
import { tempFolder } from './lib/temp';

/** A hundred by `npm run test:coupures`. */
const KILLS = process.env['RETOMBEES_TOUT'] === '1' ? 100 : 16;
const { id } = petitPlan;

const VERSIONS: readonly Plan[] = [
  petitPlan,
  {
    ...petitPlan,
    projets: petitPlan.projets.map((p) => ({ ...p, titre: `${p.titre}, revu` })),
  },
];

/** Seeded fractions of a phase, one in each slice of it, so that none of it is left out. */
function fractions(count: number): number[] {
  let state = 20_251_122;
  return Array.from({ length: count }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (i + state / 2 ** 32) / count;
  });
}

/** The last line that a run prints before it writes anything. */
const BEFORE_WRITING = /suppress .* lignes/;

interface Life {
  readonly killed: boolean;
  /** Milliseconds until the first write, and from there to the end. */
  readonly reading: number;
  readonly writing: number;
}

/** When to kill: milliseconds after the start, or after the last line that comes before any write. */
type Death = { readonly reading: number } | { readonly writing: number } | null;

/** Runs the command line in a process group of its own, and kills the group at the moment given. */
function live(root: string, death: Death): Promise<Life> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(process.execPath, cliArgs(id), {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const timers: NodeJS.Timeout[] = [];
    const killIn = (milliseconds: number) =>
      timers.push(setTimeout(() => killGroup(child), milliseconds));
    let [said, wrote] = ['', 0];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (wrote > 0 || !BEFORE_WRITING.test(said)) return;
      wrote = performance.now();
      if (death !== null && 'writing' in death) killIn(death.writing);
    });
    if (death !== null && 'reading' in death) killIn(death.reading);
    child.once('error', reject);
    child.once('exit', (_, signal) => {
      timers.forEach(clearTimeout);
      const end = performance.now();
      resolve({ killed: signal === 'SIGKILL', reading: wrote - start, writing: end - wrote });
    });
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL');
}

/** Moments of a whole run: a quarter before the first write, the others from it to the end. */
const MOMENTS: readonly ((whole: Life) => Death)[] = [
  ...fractions(KILLS / 4).map((f) => ({ reading }: Life) => ({ reading: f * reading })),
  ...fractions((KILLS * 3) / 4).map((f) => ({ writing }: Life) => ({ writing: f * writing })),
];

test('kills leave the old publication or the new one, never a part of either', async () => {
  const root = tempFolder();
  const own = path.join(root, '.publications', id);
  linkCode(root);
  const published = () => JSON.stringify(publishedBytes(publicFolder(root, id)));
  const digests: string[] = [];
  let whole: Life = { killed: false, reading: 0, writing: 0 };
  for (const plan of VERSIONS) {
    new Fund(root, plan);
    whole = await live(root, null);
    digests.push(published());
  }
  expect(digests[0]).not.toBe(digests[1]);

  let current = 1;
  const seen = { killed: 0, midway: 0, old: 0 };
  for (const momentOf of MOMENTS) {
    const next = 1 - current;
    new Fund(root, VERSIONS[next]);
    const death = momentOf(whole);
    const life = await live(root, death);
    if (life.killed) seen.killed++;
    // The machine has become faster: the next deaths come sooner.
    else whole = life;
    if (readdirSync(own).length > 1) seen.midway++;
    expect(faultsOf(publicFolder(root, id)), JSON.stringify(death)).toEqual([]);
    const found = digests.indexOf(published());
    expect(found, JSON.stringify(death)).toBeGreaterThanOrEqual(0);
    if (found === current) seen.old++;
    current = found;
  }
  expect(seen.killed).toBeGreaterThan(KILLS / 2);
  expect(seen.old).toBeGreaterThan(0);
  expect(seen.midway).toBeGreaterThan(0);

  new Fund(root, VERSIONS[0]);
  expect((await live(root, null)).killed).toBe(false);
  expect(published()).toBe(digests[0]);
  expect(readdirSync(own)).toHaveLength(1);
  expect(readdirSync(path.join(root, 'static', 'donnees', id))).toEqual(['public']);
}, 600_000);

test('what a kill may leave beside the publication is cleared by the next run', async () => {
  const fund = new Fund(tempFolder());
  await runFund(fund.root, id);
  const before = publicationOf(fund.root, id);
  const beside = path.join(fund.root, 'static', 'donnees', id);
  const own = path.join(fund.root, '.publications', id);
  symlinkSync('../../../.publications/vallee/public-perdu', path.join(beside, 'public.4242'));
  writeFileSync(path.join(own, 'public-perdu'), '');
  await runFund(fund.root, id);
  expect(readdirSync(beside)).toEqual(['public']);
  expect(readdirSync(own)).toHaveLength(1);
  expect(publicationOf(fund.root, id).split(' ')[1]).toBe(before.split(' ')[1]);
});
