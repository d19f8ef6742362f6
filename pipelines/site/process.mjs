import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A step that failed, said in words that an operator can act on. No stack is shown for it. */
export class StageError extends Error {
  /** @override */
  name = 'StageError';
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

/**
 * Runs a command in the project, its output shown as it comes.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} the exit code
 */
export function run(command, args, { env = process.env, shell = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, env, shell, stdio: 'inherit' });
    children.add(child);
    child.once('error', reject);
    child.once('close', (code) => {
      children.delete(child);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a script of an installed package with this same Node.
 * @param {string} script path inside node_modules
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function runPackage(script, args, env) {
  const path = join(ROOT, 'node_modules', script);
  return run(process.execPath, [path, ...args], env === undefined ? {} : { env });
}

/**
 * Runs a main function. A failed step is shown in one line, any other error with its stack. On
 * Ctrl-C, what was started is ended first; a main that gave back how to stop it then ends well.
 * @param {() => Promise<void | (() => Promise<void>)>} main
 */
export async function runMain(main) {
  /** @type {void | (() => Promise<void>)} */
  let stop;
  let ending = false;
  const end = async (/** @type {NodeJS.Signals} */ signal) => {
    ending = true;
    await Promise.all([...children].map((child) => endChild(child, signal)));
    await stop?.();
    process.exit(stop ? 0 : signal === 'SIGINT' ? 130 : 143);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
  watchParent(() => void end('SIGTERM'));
  try {
    stop = await main();
  } catch (error) {
    if (ending) return;
    console.error(error instanceof StageError ? `\n✗ ${error.message}` : error);
    process.exit(1);
  }
}

/**
 * npm gives SIGTERM to the shell it started, which dies without passing it on: what runs under it
 * would go on, alone. Without npm, a lost parent means nothing.
 * @param {() => void} onLost
 */
function watchParent(onLost) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onLost();
  }, 250);
  timer.unref();
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function endChild(child, signal) {
  return new Promise((resolve) => {
    child.once('close', resolve);
    child.kill(signal);
  });
}
