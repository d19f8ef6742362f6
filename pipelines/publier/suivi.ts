/** What is private is tracked nowhere. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Controle } from './publiable';

const git = promisify(execFile);

export const suivi: Controle = {
  nom: 'aucun fichier de prive/ dans le dépôt',
  async check({ racine }) {
    const { stdout } = await git('git', ['ls-files', '-z'], { cwd: racine, maxBuffer: 1e8 });
    // The demonstration fund is all fiction.
    const own = stdout
      .split('\0')
      .filter((file) => /(^|\/)prive\//.test(file) && !file.startsWith('data/demo/prive/'));
    return own.map((file) => `${file} est suivi par git : retirez-le du dépôt (git rm --cached).`);
  },
};
