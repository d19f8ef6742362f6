/** Folders of the tests, below that of the run, which goes with it. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { ATTENTE } from './ampleur';

const made: string[] = [];

/** An empty folder that lives as long as the test file that asks for it. */
export function tempFolder(): string {
  const folder = runFolder();
  made.push(folder);
  return folder;
}

/** An empty folder that lives as long as the run: what several test files share is made there once. */
export const runFolder = (): string => mkdtempSync(path.join(tmpdir(), 'retombees-'));

export function removeTempFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/**
 * The folder of something that is made once a run, by the first test that needs it in whichever process; the others
 * wait for it.
 * @throws when it could not be made, in each test that needs it
 */
export async function onceARun(
  name: string,
  make: (folder: string) => Promise<void>,
): Promise<string> {
  const folder = path.join(tmpdir(), name);
  const made = `${folder}.fait`;
  // Of all those that ask for it, one alone makes the folder: `undefined` says that it was there.
  if (mkdirSync(folder, { recursive: true }) !== undefined) {
    const outcome = await make(folder).then(() => '', String);
    writeFileSync(`${made}.tmp`, outcome);
    renameSync(`${made}.tmp`, made);
  }
  await vi.waitUntil(() => existsSync(made), { timeout: ATTENTE, interval: 50 });
  const failure = readFileSync(made, 'utf8');
  if (failure !== '') throw new Error(`${name}: ${failure}`);
  return folder;
}
