/** Runs once before all test files: what they and their programs write goes to one folder, taken away at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const DOSSIER = 'RETOMBEES_ESSAIS';

/** Each project asks for it; the first makes the folder, and takes it away. */
export default function setup(): () => void {
  if (process.env[DOSSIER] !== undefined) return () => undefined;
  const folder = mkdtempSync(path.join(tmpdir(), 'essais-'));
  process.env[DOSSIER] = process.env['TMPDIR'] = folder;
  return () => {
    try {
      // Programs that the tests started end, and write, a little after them.
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
    } catch (error) {
      process.stderr.write(`${folder} stays: ${String(error)}\n`);
    }
  };
}
