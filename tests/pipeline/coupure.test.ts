/** Kills spread over a run: what is published is the old version or the new one, whole. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMPLET, spread, TOUT } from '../lib/ampleur';
import { Fund } from './lib/fund';
import { petitPlan, type Plan } from './lib/plan';
import {
  cliArgs,
  faultsOf,
  publicationOf,
  publicFolder,
  publishedBytes,
  runFund,
} from './lib/publication';
import { tempFolder } from '../lib/temp';

const { id } = petitPlan;

const VERSIONS: readonly Plan[] = [
  petitPlan,
  {
    ...petitPlan,
    projets: petitPlan.projets.map((p) => ({ ...p, titre: `${p.titre}, revu` })),
  },
];

/** Where a run is: what it said, and how many files it wrote of the publication that is not in place yet. */
interface Etat {
  readonly dit: string;
  readonly ecrits: number;
}

/** Moments of a run, in their order, each a state at which it is killed: steps that were said, then files written. */
const MOMENTS: readonly ((etat: Etat) => boolean)[] = [
  ...['Fonds', 'read', 'link', 'check', 'suppress'].map(
    (etape) =>
      ({ dit }: Etat) =>
        dit.includes(etape),
  ),
  ...Array.from(
    { length: 95 },
    (_, i) =>
      ({ ecrits }: Etat) =>
        ecrits > i % 37,
  ),
];

/** Runs the command line in a process group of its own, and kills the group in the state given; whether it was. */
async function live(root: string, dies: ((etat: Etat) => boolean) | null): Promise<boolean> {
  const args = await cliArgs(id);
  const own = path.join(root, '.publications', id);
  const before = new Set(existsSync(own) ? readdirSync(own) : []);
  /** Files of the folder that this run makes: another may come and go while they are counted. */
  const written = (): number => {
    try {
      const [made] = readdirSync(own).filter((name) => !before.has(name));
      return made === undefined ? 0 : readdirSync(path.join(own, made)).length;
    } catch {
      return 0;
    }
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      detached: true,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let dit = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => void (dit += text));
    const look = (): void => {
      if (child.exitCode !== null || child.signalCode !== null || dies === null) return;
      if (dies({ dit, ecrits: written() })) killGroup(child);
      else setTimeout(look, 1);
    };
    look();
    child.once('error', reject);
    child.once('exit', (_, signal) => resolve(signal === 'SIGKILL'));
  });
}

function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
    process.kill(-child.pid, 'SIGKILL');
}

test('kills leave the old publication or the new one, never a part of either', async () => {
  const root = tempFolder();
  const own = path.join(root, '.publications', id);
  const published = () => JSON.stringify(publishedBytes(publicFolder(root, id)));
  const digests: string[] = [];
  for (const plan of VERSIONS) {
    new Fund(root, plan);
    expect((await runFund(root, id)).ok).toBe(true);
    digests.push(published());
  }
  expect(digests[0]).not.toBe(digests[1]);

  let current = 1;
  const seen = { killed: 0, midway: 0, old: 0 };
  for (const [i, dies] of spread(MOMENTS, TOUT ? 100 : COMPLET ? 16 : 3).entries()) {
    const next = 1 - current;
    new Fund(root, VERSIONS[next]);
    if (await live(root, dies)) seen.killed++;
    if (readdirSync(own).length > 1) seen.midway++;
    expect(faultsOf(publicFolder(root, id)), `moment ${i}`).toEqual([]);
    const found = digests.indexOf(published());
    expect(found, `moment ${i}`).toBeGreaterThanOrEqual(0);
    if (found === current) seen.old++;
    current = found;
  }
  expect(seen.killed).toBeGreaterThan(0);
  expect(seen.old).toBeGreaterThan(0);
  expect(seen.midway).toBeGreaterThan(0);

  new Fund(root, VERSIONS[0]);
  expect(await live(root, null)).toBe(false);
  expect(published()).toBe(digests[0]);
  expect(readdirSync(own)).toHaveLength(1);
  expect(readdirSync(path.join(root, 'static', 'donnees', id))).toEqual(['public']);
});

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
