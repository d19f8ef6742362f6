/** The program of a fresh clone, over funds of one's own: it builds their site, and serves it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { spend } from '../../lib/depenses';
import { PROJECT } from '../../pipeline/lib/publication';
import { tempFolder } from '../../lib/temp';
import type { Server } from './harness';

const COPIED = [
  'src',
  'static',
  'pipelines',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** Puts the funds in an empty copy of the project, then starts it as a stranger does. */
export async function startNewSite(
  putFunds: (root: string) => void | Promise<void>,
): Promise<Server> {
  const root = tempFolder();
  const made = path.join(PROJECT, 'static/donnees');
  for (const name of COPIED)
    cpSync(path.join(PROJECT, name), path.join(root, name), {
      recursive: true,
      filter: (source) => !source.startsWith(made),
    });
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(root, 'node_modules'));
  await putFunds(root);
  const port = await freePort();
  const program = spawn(process.execPath, ['pipelines/site/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), CI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await spend('sites', untilReady(program));
  return {
    url: `http://localhost:${port}`,
    async close() {
      program.removeAllListeners('exit');
      program.kill('SIGTERM');
      rmSync(root, { recursive: true, force: true });
    },
  };
}

function untilReady(program: ChildProcess): Promise<void> {
  let said = '';
  return new Promise((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('Le site est prêt')) resolve();
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', (code) => reject(new Error(`npm start ended (${code}):\n${said}`)));
  });
}
