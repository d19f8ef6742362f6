/** Every type of page, and the states that it may be in, for the checks that go through all of them. */
import type { Page } from 'playwright-core';
import { COMPLET } from '../../lib/ampleur';

export const PAGES_FILTREES = [
  '',
  '/territoires',
  '/territoires/vaubrume',
  '/priorites',
  '/priorites/logement',
  '/projets',
  '/organismes',
  '/organismes/ORG-003',
  '/appels',
].map((suite) => `/demo${suite}`);

export const PAGES_FIXES = [
  '/',
  '/lanaudiere',
  '/lanaudiere/territoires/les-moulins',
  '/lanaudiere/projets',
  '/lanaudiere/appels',
  '/lanaudiere/redditions',
  '/lanaudiere/resultats',
  '/demo/projets/P19-001',
  '/demo/redditions',
  '/demo/resultats',
  '/demo/donnees',
  '/demo/explorer',
  '/demo/figures/enveloppe',
  '/demo/cahier',
  '/demo/conseil',
  '/regles',
  '/accessibilite',
  '/nulle-part',
];

export const LARGEURS = [320, 768, 1280] as const;
export const SCHEMES = ['light', 'dark'] as const;

export interface Combinaison {
  readonly width: (typeof LARGEURS)[number];
  readonly colorScheme: (typeof SCHEMES)[number];
}

export const COMBINAISONS: readonly Combinaison[] = LARGEURS.flatMap((width) =>
  SCHEMES.map((colorScheme) => ({ width, colorScheme })),
);

/** Widths and schemes tried for the n-th page: one of six, so that all are met over the pages; all for each in the complete suite. */
export const combinaisonsOf = (n: number): readonly Combinaison[] =>
  COMPLET ? COMBINAISONS : [COMBINAISONS[n % 6]!];

export async function openDetails(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

export const settled = (page: Page): Promise<void> =>
  page.locator('.figures[aria-busy="false"]').waitFor({ state: 'attached' });

/** Lets go on what each page waits for. */
const letGo = new WeakMap<Page, () => void>();

/** States of a page with filters, one after the other, each named. */
export const ETATS: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  [
    'en échec',
    async (page) => {
      await page.route('**/*.wasm', (route) => route.abort());
      await page.getByLabel('Cycle', { exact: true }).selectOption({ index: 1 });
      await page.getByText('n’a pas pu être chargé').first().waitFor();
      await page.unroute('**/*.wasm');
    },
  ],
  [
    'en chargement',
    async (page) => {
      const wait = new Promise<void>((done) => letGo.set(page, done));
      await page.route('**/*.wasm', async (route) => {
        await wait;
        await route.continue();
      });
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await page.locator('.moteur progress').waitFor();
    },
  ],
  [
    'filtrée',
    async (page) => {
      letGo.get(page)!();
      await page.waitForURL(/cycle=/);
      await page.locator('.jetons').waitFor();
      await page.locator('.moteur progress').waitFor({ state: 'detached' });
      await settled(page);
      await page.unroute('**/*.wasm');
    },
  ],
  [
    'vide',
    async (page) => {
      await page.getByText('Remonter dans le temps').click();
      await page.getByLabel('Tel que décidé au', { exact: true }).fill('1950-01-01');
      await page.waitForURL(/au=1950/);
      await page.locator('.tete .au').waitFor();
      await settled(page);
    },
  ],
];
