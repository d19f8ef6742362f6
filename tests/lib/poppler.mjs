import { canInstallPackages, installPackages } from '../../pipelines/programmes/debian.mjs';
import { findExecutable } from '../../pipelines/programmes/executable.mjs';

/** What to do when it is not there. */
export const WITHOUT_POPPLER =
  'Poppler est introuvable : les essais qui lisent des PDF sont sautés. ' +
  'Installez-le (Debian : poppler-utils).';

/** Whether `pdfinfo` and `pdftotext` are on this machine. */
export const findPoppler = () =>
  ['pdfinfo', 'pdftotext'].every(
    (command) => findExecutable({ given: undefined, commands: [command], places: [] }) !== null,
  );

/**
 * Poppler: found, else installed from Debian when possible. Without it, what needs it is skipped.
 * @param {(line: string) => void} say
 * @returns {boolean}
 */
export function ensurePoppler(say) {
  if (findPoppler()) return true;
  if (canInstallPackages()) {
    say('Installation de Poppler (paquet Debian)…');
    installPackages(['poppler-utils']);
  }
  if (!findPoppler()) say(WITHOUT_POPPLER);
  return findPoppler();
}
