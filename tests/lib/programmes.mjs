import { canInstallPackages, installPackages } from '../../pipelines/programmes/debian.mjs';
import { findExecutable } from '../../pipelines/programmes/executable.mjs';

/**
 * Small programs that tests run, each with its commands, the Debian packages that hold them, and what is skipped
 * without them.
 */
const PROGRAMMES = {
  age: {
    commandes: ['age', 'script'],
    paquets: ['age', 'bsdutils'],
    sans: 'les essais des fichiers scellés par un autre programme',
  },
  faketime: {
    commandes: ['faketime'],
    paquets: ['faketime'],
    sans: 'les essais sur une horloge déréglée',
  },
  poppler: {
    commandes: ['pdfinfo', 'pdftotext'],
    paquets: ['poppler-utils'],
    sans: 'les essais qui lisent des PDF',
  },
  strace: {
    commandes: ['strace'],
    paquets: ['strace'],
    sans: 'les essais de fichiers abîmés, dont chaque accès est surveillé',
  },
};

/** @typedef {keyof typeof PROGRAMMES} Programme */

/** @type {readonly Programme[]} */
export const NOMS = /** @type {Programme[]} */ (Object.keys(PROGRAMMES));

/**
 * Whether a program is on this machine, whole.
 * @param {Programme} nom
 */
export const hasProgramme = (nom) =>
  PROGRAMMES[nom].commandes.every(
    (commande) => findExecutable({ commands: [commande], places: [] }) !== null,
  );

/**
 * A program: found, else installed from Debian when possible. Without it, what needs it is skipped.
 * @param {Programme} nom
 * @param {(line: string) => void} say
 * @returns {boolean}
 */
export function ensureProgramme(nom, say) {
  const { paquets, sans } = PROGRAMMES[nom];
  if (!hasProgramme(nom) && canInstallPackages()) {
    say(`Installation de ${nom} (Debian : ${paquets.join(', ')})…`);
    installPackages(paquets);
  }
  if (hasProgramme(nom)) return true;
  say(
    `${nom} est introuvable : ${sans} sont sautés. Installez-le (Debian : ${paquets.join(', ')}).`,
  );
  return false;
}
