import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { canInstallPackages, installPackages } from './debian.mjs';
import { findExecutable, isExecutable } from './executable.mjs';

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
export const findChromium = () =>
  findExecutable({ given: process.env.CHROME_PATH, commands: COMMANDS, places: PLACES });

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
  if (!canInstallPackages()) return null;
  say('Installation de Chromium (paquet Debian)…');
  installPackages(['chromium']);
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
