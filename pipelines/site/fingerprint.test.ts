import { mkdir, mkdtemp, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'fingerprint-'));
  await mkdir(join(root, 'data/made'), { recursive: true });
  await writeFile(join(root, 'data/a.csv'), 'a');
  await writeFile(join(root, 'data/made/b.csv'), 'b');
  await writeFile(join(root, 'lock.json'), '{}');
});

afterEach(() => rm(root, { recursive: true }));

const NAMES = ['data', 'lock.json', 'absent'];
const current = (): Promise<string> => fingerprint(root, NAMES, { except: ['data/made'] });

it('stays the same when only a date changes', async () => {
  const before = await current();
  await utimes(join(root, 'data/a.csv'), 1, 1);
  expect(await current()).toBe(before);
});

it('changes with bytes, names, and files added or moved', async () => {
  const seen = new Set([await current()]);
  await writeFile(join(root, 'data/a.csv'), 'A');
  seen.add(await current());
  await rename(join(root, 'data/a.csv'), join(root, 'data/c.csv'));
  seen.add(await current());
  await writeFile(join(root, 'data/d.csv'), '');
  seen.add(await current());
  await writeFile(join(root, 'lock.json'), '{"a":1}');
  seen.add(await current());
  expect(seen.size).toBe(5);
});

it('does not see what is left out', async () => {
  const before = await current();
  await writeFile(join(root, 'data/made/b.csv'), 'B');
  expect(await current()).toBe(before);
});

it('sees through links', async () => {
  await mkdir(join(root, 'elsewhere'));
  await writeFile(join(root, 'elsewhere/x'), '1');
  await symlink(join(root, 'elsewhere'), join(root, 'data/link'));
  const before = await current();
  await writeFile(join(root, 'elsewhere/x'), '2');
  expect(await current()).not.toBe(before);
});
