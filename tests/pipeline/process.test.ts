import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const MODULE = join(import.meta.dirname, '../../pipelines/site/process.mjs');

/** Starts a Node program that has `run`, `runMain` and StageError at hand. */
function start(body: string, { npm = false, shell = false } = {}) {
  const code = `import { run, runMain, StageError } from '${MODULE}';\n${body}`;
  const args = ['--input-type=module', '-e', code];
  const env = { ...process.env };
  delete env.npm_lifecycle_event;
  if (npm) env.npm_lifecycle_event = 'start';
  const command = shell ? 'sh' : process.execPath;
  const shellArgs = ['-c', '"$0" "$@"; exit $?', process.execPath, ...args];
  const child = spawn(command, shell ? shellArgs : args, { env });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return { child, output: () => output };
}

const codeOf = async (child: ChildProcess): Promise<unknown> => (await once(child, 'close'))[0];

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that ended stays in the list until its parent asks, where the first process of a container never does.
    return !/^\d+ \(.*\) Z/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

const SLEEPER = `runMain(async () => {
  const child = 'console.log("pid", process.pid); setTimeout(() => 0, 60000)';
  if ((await run(process.execPath, ['-e', child])) !== 0) throw new StageError('Échec.');
});`;
const SERVER = `runMain(async () => {
  const timer = setTimeout(() => 0, 60000);
  console.log('pid', process.pid);
  return async () => { clearTimeout(timer); console.log('stopped'); };
});`;

async function pidIn(output: () => string): Promise<number> {
  await expect.poll(output).toMatch(/pid \d+/);
  return Number(/pid (\d+)/.exec(output())![1]);
}

it.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('ends what it started on %s', async (signal, code) => {
  const { child, output } = start(SLEEPER);
  const pid = await pidIn(output);
  child.kill(signal);
  expect(await codeOf(child)).toBe(code);
  expect(isAlive(pid)).toBe(false);
  expect(output()).toBe(`pid ${pid}\n`);
});

it('ends well when what it serves knows how to stop', async () => {
  const { child, output } = start(SERVER);
  await pidIn(output);
  child.kill('SIGTERM');
  expect(await codeOf(child)).toBe(0);
  expect(output()).toContain('stopped');
});

it('ends when the shell that npm gave it dies', async () => {
  const { child, output } = start(SERVER, { npm: true, shell: true });
  const pid = await pidIn(output);
  child.kill('SIGKILL');
  await expect.poll(() => isAlive(pid)).toBe(false);
});

it('says in one line which step failed', async () => {
  const { child, output } = start(
    `runMain(async () => { throw new StageError('Rien à faire.'); });`,
  );
  expect(await codeOf(child)).toBe(1);
  expect(output()).toBe('\n✗ Rien à faire.\n');
});

it('shows where any other error comes from', async () => {
  const { child, output } = start(`runMain(async () => { throw new Error('bug'); });`);
  expect(await codeOf(child)).toBe(1);
  expect(output()).toMatch(/Error: bug\n\s+at /);
});
