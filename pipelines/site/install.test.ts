import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { missingPackages } from './install.mjs';

const MACHINE = { process: { platform: 'linux', arch: 'x64' }, libc: 'glibc' };
const NATIVE = { version: '1.0.0', optional: true, os: ['linux'], cpu: ['x64'] };
const LOCK = {
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a/node_modules/b': { version: '2.0.0' },
  'node_modules/native': NATIVE,
  'node_modules/native-musl': { ...NATIVE, libc: ['musl'] },
  'node_modules/native-mac': { ...NATIVE, os: ['darwin'] },
  'node_modules/maybe': { version: '1.0.0', optional: true },
};
const INSTALLED = ['node_modules/a', 'node_modules/a/node_modules/b', 'node_modules/native'];

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'install-'));
  await writeLock('package-lock.json', LOCK);
});

afterEach(() => rm(root, { recursive: true }));

async function writeLock(path: string, packages: object): Promise<void> {
  await writeFile(join(root, path), JSON.stringify({ packages }));
}

async function writeInstalled(changes: object = {}): Promise<void> {
  for (const path of INSTALLED) {
    await mkdir(join(root, path), { recursive: true });
    await writeFile(join(root, path, 'package.json'), '{}');
  }
  const packages = Object.fromEntries(INSTALLED.map((path) => [path, { version: '1.0.0' }]));
  packages['node_modules/a/node_modules/b'] = { version: '2.0.0' };
  await writeLock('node_modules/.package-lock.json', { ...packages, ...changes });
}

const missing = (): string[] => missingPackages(root, MACHINE);

it('misses everything meant for this machine when nothing is installed', () => {
  expect(missing()).toEqual(INSTALLED);
});

it('misses nothing when what is installed is what the lock asks for', async () => {
  await writeInstalled();
  expect(missing()).toEqual([]);
});

it('misses a package of another version', async () => {
  await writeInstalled({ 'node_modules/a': { version: '0.9.0' } });
  expect(missing()).toEqual(['node_modules/a']);
});

it('misses a package whose folder was deleted', async () => {
  await writeInstalled();
  await rm(join(root, 'node_modules/a/node_modules/b'), { recursive: true });
  expect(missing()).toEqual(['node_modules/a/node_modules/b']);
});

it('takes an installation that was interrupted for none', async () => {
  await writeInstalled();
  await rm(join(root, 'node_modules/.package-lock.json'));
  expect(missing()).toEqual(INSTALLED);
});

it('misses native code after a move to another machine', async () => {
  await writeInstalled();
  const mac = { process: { platform: 'darwin', arch: 'x64' }, libc: null };
  expect(missingPackages(root, mac)).toEqual(['node_modules/native-mac']);
});
