/**
 * Each type of page as it was last looked at, on a phone and on a desk. After a change that is meant,
 * `npm run visuel` writes the pictures again, to look at before committing. A picture is the same when its
 * shapes are: text that another version of Chromium smooths otherwise is no difference.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ATTENTE, sampleOf } from '../lib/ampleur';
import { HORS_LIGNE } from '../../src/lib/texte/hors-connexion';
import { serve } from '../../pipelines/site/serve.mjs';
import { DEJAVU, hasProgramme } from '../lib/programmes.mjs';
import { tempFolder } from '../lib/temp';
import { PAGES_FILTREES, PAGES_FIXES } from './lib/etats';
import { launchBrowser } from './lib/harness';

const ECRIRE = process.env['RETOMBEES_VISUEL'] === 'ecrire';
const FOLDER = path.join(import.meta.dirname, '../visuel/pages');
const EXPLORER = '/demo/explorer';
const HORS_CONNEXION = '/hors-connexion';
const PAGES = [...PAGES_FIXES, ...PAGES_FILTREES, HORS_CONNEXION];

/** The top of a long list says how the rest looks. */
const HAUTEUR_MAX = 5000;
/** Share of the cells of four pixels by four that may differ by more than a fifth of the scale. */
const TOLERANCE = 0.001;

const ECRANS = [
  { nom: 'telephone', width: 320, colorScheme: 'dark', deviceScaleFactor: 0.75 },
  { nom: 'bureau', width: 1280, colorScheme: 'light', deviceScaleFactor: 0.6 },
] as const;
type Ecran = (typeof ECRANS)[number];

const fileOf = (chemin: string, { nom }: Ecran) =>
  `${chemin.slice(1).replaceAll('/', '_') || 'accueil'}-${nom}.jpg`;

/** Signs that the font of the site has not, and code, come from DejaVu, and not from what this machine has. */
function withDejaVu(): Record<string, string> {
  const folder = tempFolder();
  for (const font of DEJAVU) symlinkSync(font, path.join(folder, path.basename(font)));
  const file = path.join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<fontconfig><dir>${folder}</dir><cachedir>${folder}/cache</cachedir>
    <match><edit name="hintstyle" mode="append"><const>hintslight</const></edit></match>
    <alias><family>monospace</family><prefer><family>DejaVu Sans Mono</family></prefer></alias>
    </fontconfig>`,
  );
  return { ...(process.env as Record<string, string>), FONTCONFIG_FILE: file };
}

let site: Awaited<ReturnType<typeof serve>>;
let browser: Browser;
let compare: Page;

beforeAll(async () => {
  if (!hasProgramme('dejavu')) return;
  if (ECRIRE) rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  site = await serve({ dir: 'build', port: 0 });
  browser = await launchBrowser(withDejaVu());
  compare = await browser.newPage();
  compare.setDefaultTimeout(ATTENTE);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A reader whose font comes late keeps the other one; a picture waits for it. */
async function showFont(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = (await response.text()).replaceAll('font-display:optional', 'font-display:block');
  await route.fulfill({ response, body });
}

async function take(chemin: string, ecran: Ecran): Promise<Buffer> {
  const { width, colorScheme, deviceScaleFactor } = ecran;
  const opened = await browser.newContext({
    ...{ colorScheme, deviceScaleFactor, viewport: { width, height: 900 } },
    ...{ locale: 'fr-CA', serviceWorkers: 'block' },
  });
  opened.setDefaultTimeout(ATTENTE);
  try {
    const page = await opened.newPage();
    await page.route('**/*.css', showFont);
    await page.goto(site.url + chemin, { waitUntil: 'networkidle' });
    if (chemin === EXPLORER) await page.locator('.cm-content').waitFor();
    if (chemin === HORS_CONNEXION) await page.getByText(HORS_LIGNE.aucune).waitFor();
    await page.evaluate(() => document.fonts.ready);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.min(height, HAUTEUR_MAX) });
    await page.evaluate(() => document.fonts.ready);
    return await page.screenshot({ type: 'jpeg', quality: 60 });
  } finally {
    await opened.close();
  }
}

/** Sizes of two pictures, and the share of their cells that differ. */
const differenceOf = (a: Buffer, b: Buffer) =>
  compare.evaluate(
    async (sources) => {
      const CELLULE = 4;
      const cells = await Promise.all(
        sources.map(async (base64) => {
          const image = new Image();
          image.src = `data:image/jpeg;base64,${base64}`;
          await image.decode();
          const width = Math.ceil(image.width / CELLULE);
          const height = Math.ceil(image.height / CELLULE);
          const context = new OffscreenCanvas(width, height).getContext('2d')!;
          context.imageSmoothingQuality = 'high';
          context.drawImage(image, 0, 0, width, height);
          const { data } = context.getImageData(0, 0, width, height);
          return { taille: [image.width, image.height], data };
        }),
      );
      const [one, other] = cells as [(typeof cells)[0], (typeof cells)[0]];
      const far = one.data.filter((v, i) => Math.abs(v - (other.data[i] ?? 0)) > 51).length;
      return { tailles: cells.map((c) => c.taille), part: far / one.data.length };
    },
    [a.toString('base64'), b.toString('base64')],
  );

async function look(chemin: string, ecran: Ecran): Promise<void> {
  const file = path.join(FOLDER, fileOf(chemin, ecran));
  const picture = await take(chemin, ecran);
  if (ECRIRE) writeFileSync(file, picture);
  expect(existsSync(file), 'no picture: npm run visuel, then look at it').toBe(true);
  const { tailles, part } = await differenceOf(readFileSync(file), picture);
  expect(tailles[1], ecran.nom).toEqual(tailles[0]);
  expect(part, ecran.nom).toBeLessThanOrEqual(TOLERANCE);
}

it.skipIf(!hasProgramme('dejavu')).each(ECRIRE ? PAGES : sampleOf(PAGES, 3))(
  '%s looks as it was last looked at',
  async (chemin) => {
    await Promise.all(ECRANS.map((ecran) => look(chemin, ecran)));
  },
);

it('keeps no picture of a page that is no more', () => {
  const wanted = ECRANS.flatMap((ecran) => PAGES.map((chemin) => fileOf(chemin, ecran)));
  expect(readdirSync(FOLDER).sort()).toEqual(wanted.sort());
});
