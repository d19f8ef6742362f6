/** Runs once before all test files: what they and their programs write goes to one folder, taken away at the end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export default function setup(): () => void {
  const folder = mkdtempSync(path.join(tmpdir(), 'essais-'));
  process.env['TMPDIR'] = folder;
  // Programs that the tests started end, and write, a little after them.
  return () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 });
}
