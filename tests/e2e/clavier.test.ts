/** The tasks of the three readers, by keyboard alone: no pointer, no focus set by a program. */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { AU_COMPLET } from '../lib/ampleur';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: true });

/** Name of what has the focus, and whether it can be seen. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement!;
    const { top, bottom } = element.getBoundingClientRect();
    const label = element.id ? document.querySelector(`label[for="${element.id}"]`) : null;
    const name =
      element.getAttribute('aria-label') ?? label?.textContent ?? element.textContent ?? '';
    return { name: name.trim(), seen: bottom > 0 && top < window.innerHeight };
  });

/** Presses Tab until what has the focus is named so; every stop on the way can be seen. */
async function tabTo(page: Page, name: RegExp, most = 120): Promise<void> {
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const here = await focused(page);
    expect(here.seen, here.name).toBe(true);
    if (name.test(flat(here.name))) return;
  }
  throw new Error(`Tab does not reach ${String(name)} in ${most} steps`);
}

async function open(page: Page, path: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(path);
  await page.waitForLoadState('networkidle');
}

const settled = (page: Page) => page.locator('.figures[aria-busy="false"]').waitFor();

describe('a board member', () => {
  it('goes from the front page to the sheet of a territory', async () => {
    const { page } = site.opened;
    await open(page, '/');
    await tabTo(page, /Voir la page de ma MRC/);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/lanaudiere/territoires');
    await page.waitForLoadState('networkidle');
    await tabTo(page, /^Joliette$/, 25);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/lanaudiere/territoires/joliette');
    expect(await page.locator('h1').innerText()).toBe('Joliette');
  });

  it(
    'filters by a mark of a chart, hears what it gives, and takes the filter back',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await open(page, '/demo');
      await tabTo(page, /^Filtrer : Grisombre$/);
      await page.keyboard.press('ArrowDown');
      expect(flat((await focused(page)).name)).toBe('Filtrer : Haute-Sarcelle');
      await page.keyboard.press('Enter');
      await page.waitForURL(/territoire=haute-sarcelle/);
      await settled(page);
      const said = await page.locator('.filtres [role="status"]').innerText();
      expect(flat(said)).toMatch(/accordés ; \d+ projets nommés/);
      await open(page, page.url());
      await settled(page);
      await tabTo(page, /Retirer le filtre Territoire : Haute-Sarcelle/);
      await page.keyboard.press('Enter');
      await page.waitForURL((url) => url.search === '');
    },
  );

  it('rewinds the fund to a day of decision', AU_COMPLET, async () => {
    const { page } = site.opened;
    await open(page, '/demo');
    await tabTo(page, /Remonter dans le temps/);
    await page.keyboard.press('Enter');
    await tabTo(page, /D’une décision à l’autre/);
    await page.keyboard.press('Home');
    await page.waitForURL(/au=\d{4}/);
    await page.locator('.tete .au').waitFor();
  });
});

describe('a representative of the ministry', () => {
  it(
    'reads the state of reports, then what was found, from the front page',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await open(page, '/');
      await tabTo(page, /Voir les contrôles et les constats/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/lanaudiere/donnees#constats');
      await open(page, '/demo/redditions');
      await tabTo(page, /Télécharger en XLSX/);
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.keyboard.press('Enter'),
      ]);
      expect(file.suggestedFilename()).toMatch(/\.xlsx$/);
    },
  );
});

describe('a citizen or a journalist', () => {
  it(
    'finds a project whatever the accents, opens it, and sees where a number comes from',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await open(page, '/demo/projets');
      await tabTo(page, /Chercher un projet/);
      await page.keyboard.type("VOISINS ATTENTIFS d'ombreval");
      await page.getByText(/Projets 1 à 1 sur 1/).waitFor();
      await tabTo(page, /^Voisins attentifs d’Ombreval$/);
      await page.keyboard.press('Enter');
      await page.waitForURL('**/demo/projets/P19-001');
      await page.waitForLoadState('networkidle');
      await tabTo(page, /D’où vient ce chiffre/);
      await page.keyboard.press('Enter');
      expect(await page.locator('.provenance[open] code').first().innerText()).toContain(
        'registre',
      );
    },
  );
});
