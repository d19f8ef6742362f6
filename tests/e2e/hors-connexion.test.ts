/** What is promised without a network works, with the server stopped; what is not promised says so. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';

let harness: Harness;
let opened: OpenedPage;

beforeEach(async () => {
  harness = await startHarness('build');
  opened = await harness.openPage({ horsConnexion: true });
});
afterEach(async () => {
  await opened.close();
  await harness.close();
});

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** Opens a page, and waits until it and what it uses are kept. */
async function visit(path: string): Promise<void> {
  const { page } = opened;
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.evaluate(async (wanted) => {
    await navigator.serviceWorker.ready;
    const kept = async (url: string) => (await caches.match(url)) !== undefined;
    const used = performance.getEntriesByType('resource').map(({ name }) => name);
    const urls = [wanted, ...used.filter((url) => url.includes('/_app/immutable/'))];
    while (!(await Promise.all(urls.map(kept))).every(Boolean))
      await new Promise((done) => setTimeout(done, 50));
  }, path);
}

/** The server is gone, and the network with it. */
async function cut(): Promise<void> {
  await harness.stopServer();
  await opened.page.context().setOffline(true);
}

const title = (page: Page) => page.locator('h1').first().innerText();

async function filter(page: Page): Promise<void> {
  await page.getByLabel('Territoire', { exact: true }).selectOption({ index: 1 });
  await page.locator('.jetons').waitFor();
  await page.locator('.filtres .resultat:not(:empty)').waitFor({ timeout: 120_000 });
}

describe('after a first visit', () => {
  it('a page works with no network, its figures and fonts with it', async () => {
    const { page } = opened;
    await visit('/demo');
    const text = flat(await page.locator('main').innerText());
    await cut();
    await page.goto('/demo');
    expect(flat(await page.locator('main').innerText())).toBe(text);
    await page.getByRole('button', { name: 'Tableau' }).first().click();
    expect(await page.locator('#enveloppe table').isVisible()).toBe(true);
  });

  it('a page that was not opened says so, and leads to those that are kept', async () => {
    const { page } = opened;
    await visit('/demo');
    await visit('/demo/figures/enveloppe');
    await cut();
    await page.goto('/demo/projets');
    expect(await title(page)).toBe('Cette page n’a pas été gardée');
    await page.goto('/demo/figures/enveloppe');
    await page.locator('#enveloppe').waitFor();
  });

  it('links lead to kept pages, and to the page that says that another is not', async () => {
    const { page } = opened;
    await visit('/demo/redditions');
    await visit('/demo');
    await cut();
    await page.goto('/demo');
    await page.getByRole('link', { name: 'Redditions', exact: true }).click();
    await page.waitForURL('**/demo/redditions');
    expect(await title(page)).toContain('Redditions');
    await page.getByRole('link', { name: 'Priorités', exact: true }).click();
    await page.getByText('Cette page n’a pas été gardée').waitFor();
  });

  it('filters work with no network once the engine was loaded', async () => {
    const { page } = opened;
    await visit('/demo');
    await page.reload();
    await filter(page);
    const chosen = flat(await page.locator('#enveloppe h2').innerText());
    await cut();
    await page.goto('/demo');
    await filter(page);
    expect(flat(await page.locator('#enveloppe h2').innerText())).toBe(chosen);
  });

  it('filters say that the engine is not there, where it never was', async () => {
    const { page } = opened;
    await visit('/demo');
    await cut();
    await page.goto('/demo');
    await page.getByLabel('Territoire', { exact: true }).selectOption({ index: 1 });
    await page.getByText('n’a pas pu être chargé').first().waitFor({ timeout: 60_000 });
  });
});

it('keeps a fund for who asks, with its filters, and forgets it as easily', async () => {
  const { page } = opened;
  await visit('/demo/donnees');
  const button = page.getByRole('button', { name: /Rendre disponible hors connexion/ });
  expect(flat(await button.innerText())).toMatch(/\(environ \d,\d Mo\)/);
  await button.click();
  await page.getByText(/^C’est fait/).waitFor({ timeout: 180_000 });
  await cut();
  await page.goto('/demo/territoires/vaubrume');
  expect(await title(page)).toBe('Vaubrume');
  await page.goto('/demo');
  await filter(page);
  await page.goto('/demo/donnees');
  await page.getByRole('button', { name: 'Retirer de cet appareil' }).click();
  await page.getByText('Rien de ce site n’est plus gardé').waitFor();
  await expect(page.goto('/demo/territoires/vaubrume')).rejects.toThrow();
});

it('announces a new version, and takes it when the reader says so', async () => {
  const { page } = opened;
  await visit('/demo');
  await page.reload();
  await page.evaluate(async () => {
    const registration = (await navigator.serviceWorker.getRegistration())!;
    await navigator.serviceWorker.register(`${registration.active!.scriptURL}?nouvelle`, {
      type: 'module',
    });
  });
  await page.getByText('Une nouvelle version de ce site est disponible').waitFor();
  await page.evaluate(() => Object.assign(window, { memePage: true }));
  await page.getByText('Graphique').first().waitFor();
  expect(await page.evaluate(() => 'memePage' in window)).toBe(true);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Actualiser' }).click(),
  ]);
  expect(await page.evaluate(() => 'memePage' in window)).toBe(false);
});
