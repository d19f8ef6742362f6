import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Flags of a Chromium that works as root, without a display, and calls nobody. */
export const CHROMIUM_FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Path of a Chromium already on this machine, null if there is none.
 * @returns {string | null}
 */
export function findChromium() {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const candidates = [process.env.CHROME_PATH ?? '', ...onPath, ...PLACES];
  return candidates.find((path) => path !== '' && isExecutable(path)) ?? null;
}

/**
 * Path of a Chromium: found, else installed from Debian when possible, else downloaded by Playwright.
 * @param {(line: string) => void} say
 * @returns {Promise<string>}
 */
export async function ensureChromium(say) {
  const path = findChromium() ?? installFromDebian(say) ?? (await installFromPlaywright(say));
  if (path !== null) return path;
  throw new Error(
    'Aucun Chromium sur cette machine, et son installation a échoué. ' +
      'Installez Chromium ou Chrome, ou donnez son chemin dans CHROME_PATH.',
  );
}

/** @param {(line: string) => void} say */
function installFromDebian(say) {
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !existsSync('/usr/bin/apt-get')) return null;
  say('Installation de Chromium (paquet Debian)…');
  const run = (/** @type {string[]} */ args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  run(['update', '-q']);
  run(['install', '-y', '-q', '--no-install-recommends', 'chromium']);
  return findChromium();
}

/** @param {(line: string) => void} say */
async function installFromPlaywright(say) {
  const { chromium } = await import('playwright-core');
  if (!existsSync(chromium.executablePath())) {
    say('Téléchargement de Chromium par Playwright…');
    const cli = join(import.meta.dirname, '../../node_modules/playwright-core/cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit' });
  }
  return isExecutable(chromium.executablePath()) ? chromium.executablePath() : null;
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
