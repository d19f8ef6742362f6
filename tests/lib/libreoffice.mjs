import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canInstallPackages, installPackages } from '../../pipelines/programmes/debian.mjs';
import { findExecutable } from '../../pipelines/programmes/executable.mjs';

/**
 * LibreOffice Calc and Writer, and a Python that can drive it.
 * @typedef {{ soffice: string, python: string }} LibreOffice
 */

const COMMANDS = ['soffice', 'libreoffice'];

const PLACES = [
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** What to do when there is none. */
export const WITHOUT_LIBREOFFICE =
  'LibreOffice est introuvable : les essais qui l’utilisent sont sautés. ' +
  'Installez LibreOffice Calc, Writer et son Python (Debian : libreoffice-calc, libreoffice-writer et python3-uno), ' +
  'ou donnez son chemin dans SOFFICE_PATH.';

/**
 * LibreOffice already on this machine, null if there is none, with Writer, that Python can drive.
 * @returns {LibreOffice | null}
 */
export function findLibreOffice() {
  const given = process.env.SOFFICE_PATH;
  const soffice = findExecutable({ given, commands: COMMANDS, places: PLACES });
  const python = soffice === null || !hasWriter(soffice) ? null : findPython(soffice);
  return soffice === null || python === null ? null : { soffice, python };
}

/**
 * LibreOffice: found, else installed from Debian when possible. Without it, what needs it is skipped.
 * @param {(line: string) => void} say
 * @returns {LibreOffice | null}
 */
export function ensureLibreOffice(say) {
  const found = findLibreOffice() ?? installFromDebian(say);
  if (found === null) say(WITHOUT_LIBREOFFICE);
  return found;
}

/** @param {(line: string) => void} say */
function installFromDebian(say) {
  if (!canInstallPackages()) return null;
  say('Installation de LibreOffice (paquets Debian)…');
  installPackages(['libreoffice-calc', 'libreoffice-writer', 'python3-uno']);
  return findLibreOffice();
}

const WRITER = ['swriter', 'swriter.exe', '../Frameworks/libswlo.dylib'];

/**
 * Whether Writer, which Debian packages apart, is there: Calc alone opens no document.
 * @param {string} soffice
 */
function hasWriter(soffice) {
  const program = dirname(realpathSync(soffice));
  return WRITER.some((name) => existsSync(join(program, name)));
}

/**
 * The Python that comes with LibreOffice, else the system's, where Debian puts its bridge.
 * @param {string} soffice
 */
function findPython(soffice) {
  const program = dirname(realpathSync(soffice));
  const own = [program, join(program, '../Resources')].flatMap((folder) => [
    join(folder, 'python'),
    join(folder, 'python.exe'),
  ]);
  const candidates = [...own, '/usr/bin/python3', 'python3'];
  return candidates.find((path) => canDrive(path)) ?? null;
}

/** @param {string} python */
const canDrive = (python) =>
  spawnSync(python, ['-c', 'import uno'], { stdio: 'ignore' }).status === 0;
