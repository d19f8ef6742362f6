/** Runs once before all test files: what they and their programs write goes to one folder, taken away at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const DOSSIER = 'RETOMBEES_ESSAIS';

/** Programs that the tests started write a little after them: milliseconds between two tries, and tries. */
const [PAUSE, ESSAIS] = [250, 80];

async function remove(folder: string): Promise<void> {
  for (let left = ESSAIS; ; left -= 1)
    try {
      rmSync(folder, { recursive: true, force: true });
      return;
    } catch (error) {
      if (left === 0) return void process.stderr.write(`${folder} stays: ${String(error)}\n`);
      await setTimeout(PAUSE);
    }
}

/** Each project asks for it; the first makes the folder, and takes it away. */
export default function setup(): () => Promise<void> {
  if (process.env[DOSSIER] !== undefined) return () => Promise.resolve();
  const folder = mkdtempSync(path.join(tmpdir(), 'essais-'));
  process.env[DOSSIER] = process.env['TMPDIR'] = folder;
  return () => remove(folder);
}
