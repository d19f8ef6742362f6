import { spawnSync } from 'node:child_process';
import { canInstallPackages, installPackages } from '../../pipelines/programmes/debian.mjs';
import { findExecutable } from '../../pipelines/programmes/executable.mjs';

/** What to do when it is not there. */
export const WITHOUT_AGE =
  'age est introuvable, ou script qui lui donne un terminal : les essais qui l’utilisent sont sautés. ' +
  'Installez-les (Debian : age et bsdutils).';

/** Whether `age` is on this machine, with `script`, which gives it the terminal that it asks. */
export const findAge = () =>
  ['age', 'script'].every(
    (command) => findExecutable({ given: undefined, commands: [command], places: [] }) !== null,
  );

/**
 * age: found, else installed from Debian when possible. Without it, what needs it is skipped.
 * @param {(line: string) => void} say
 * @returns {boolean}
 */
export function ensureAge(say) {
  if (!findAge() && canInstallPackages()) {
    say('Installation de age (paquet Debian)…');
    installPackages(['age', 'bsdutils']);
  }
  if (!findAge()) say(WITHOUT_AGE);
  return findAge();
}

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
