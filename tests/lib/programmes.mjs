import { existsSync } from 'node:fs';
import { canInstallPackages, installPackages } from '../../pipelines/programmes/debian.mjs';
import { findExecutable } from '../../pipelines/programmes/executable.mjs';

/** Fonts of Debian's package `fonts-dejavu-core`. */
export const DEJAVU = [
  'DejaVuSans',
  'DejaVuSans-Bold',
  'DejaVuSansMono',
  'DejaVuSansMono-Bold',
].map((nom) => `/usr/share/fonts/truetype/dejavu/${nom}.ttf`);

/**
 * Small programs that tests run, and fonts, each with its commands or files, the Debian packages that hold them, and
 * what is skipped without them.
 * @type {Record<'age' | 'coquille' | 'dejavu' | 'faketime' | 'poppler' | 'strace', Programme>}
 */
const PROGRAMMES = {
  age: {
    commandes: ['age', 'script'],
    paquets: ['age', 'bsdutils'],
    sans: 'les essais des fichiers scellés par un autre programme',
  },
  coquille: {
    commandes: ['chromium-headless-shell'],
    paquets: ['chromium-headless-shell'],
    sans: 'les essais rapides dans le navigateur nu',
  },
  dejavu: {
    fichiers: DEJAVU,
    paquets: ['fonts-dejavu-core'],
    sans: 'les essais qui comparent des images de pages',
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

/** @typedef {{ commandes?: readonly string[], fichiers?: readonly string[], paquets: readonly string[], sans: string }} Programme */
/** @typedef {keyof typeof PROGRAMMES} Nom */

/** @type {readonly Nom[]} */
export const NOMS = /** @type {Nom[]} */ (Object.keys(PROGRAMMES));

/**
 * Whether a program is on this machine, whole.
 * @param {Nom} nom
 */
export function hasProgramme(nom) {
  const { commandes = [], fichiers = [] } = PROGRAMMES[nom];
  const found = commandes.map((commande) => findExecutable({ commands: [commande], places: [] }));
  return !found.includes(null) && fichiers.every((fichier) => existsSync(fichier));
}

/**
 * A program: found, else installed from Debian when possible. Without it, what needs it is skipped.
 * @param {Nom} nom
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
