import { spawnSync } from 'node:child_process';

/**
 * Runs age, which reads a passphrase from a terminal and nowhere else.
 * @param {readonly string[]} args without spaces nor quotes
 * @param {readonly string[]} typed lines, as many as it asks
 */
export function runAge(args, typed) {
  const command = `age ${args.join(' ')}`;
  const input = typed.map((line) => `${line}\n`).join('');
  const { status, stdout } = spawnSync('script', ['-qec', command, '/dev/null'], {
    input,
    encoding: 'utf8',
  });
  return { status, said: stdout };
}
