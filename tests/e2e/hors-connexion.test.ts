/** What is promised without a network works, with the server stopped; what is not promised says so. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';
import { engineIsKept, filterByTerritoire, visitAndKeep } from './lib/hors-connexion';

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

const visit = (path: string): Promise<void> => visitAndKeep(opened.page, path);

/** The server is gone, and the network with it. */
async function cut(): Promise<void> {
  await harness.stopServer();
  await opened.page.context().setOffline(true);
}

const title = (page: Page) => page.locator('h1').first().innerText();

const filter = (page: Page): Promise<void> => filterByTerritoire(page, 1);

/** Bytes of what is kept of a fund, as the server sends them, weighed from the files themselves. */
async function sentBytes(page: Page): Promise<number> {
  const kept = await page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => new URL(url).pathname);
  });
  const files = kept
    .filter((path) => /^\/(_app\/immutable|donnees|demo)/.test(path))
    .map((path) => (path.includes('.') ? `build${path}` : `build${path}.html`));
  const sizes = files.map((file) => readFile(`${file}.br`).catch(() => readFile(file)));
  return (await Promise.all(sizes)).reduce((sum, { length }) => sum + length, 0);
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
    expect(await page.locator('main code').innerText()).toBe('/demo/projets');
    await page.locator('.pages-gardees a[href="/demo/figures/enveloppe"]').click();
    await page.locator('#enveloppe svg').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/demo/figures/enveloppe');
  });

  it('links lead to kept pages, and to the page that says that another is not', async () => {
    const { page } = opened;
    await visit('/demo/redditions');
    await visit('/demo');
    await cut();
    await page.goto('/demo');
    await page.getByRole('link', { name: 'Redditions', exact: true }).click();
    await page.waitForURL('**/demo/redditions');
    expect(await title(page)).toBe('Redditions');
    await page.getByRole('link', { name: 'Priorités', exact: true }).click();
    await page.getByText('Cette page n’a pas été gardée').waitFor();
  });

  it('filters work with no network once the engine was loaded', async () => {
    const { page } = opened;
    await visit('/demo');
    await filter(page);
    await engineIsKept(page, 'demo');
    const chosen = flat(await page.locator('#enveloppe h2').innerText());
    await cut();
    await page.goto('/demo');
    await filter(page);
    expect(flat(await page.locator('#enveloppe h2').innerText())).toBe(chosen);
  });

  it('a page that was come to from another one works too, whole', async () => {
    const { page } = opened;
    await visit('/demo');
    await page.getByRole('link', { name: 'Redditions', exact: true }).click();
    await page.waitForURL('**/demo/redditions');
    await page.waitForFunction(() => caches.match('/demo/redditions'));
    await cut();
    await page.reload();
    expect(await title(page)).toBe('Redditions');
  });

  it('the explorer answers with no network once it was used', async () => {
    const { page } = opened;
    await visit('/demo/explorer');
    await page.getByRole('button', { name: 'Exécuter' }).click();
    await page.locator('.reponse table').waitFor({ timeout: 120_000 });
    await engineIsKept(page, 'demo');
    await cut();
    await page.goto('/demo/explorer');
    await page.getByRole('button', { name: 'Exécuter' }).click();
    await page.locator('.reponse table').waitFor({ timeout: 120_000 });
  });

  it('nothing of the engine was fetched, nor of the data', async () => {
    await visit('/demo');
    const kept = await opened.page.evaluate(async () => {
      const names = await caches.keys();
      const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return lists.flat().map(({ url }) => url);
    });
    expect(kept.some((url) => url.endsWith('/demo'))).toBe(true);
    expect(kept.filter((url) => /\.(wasm|parquet)|worker/.test(url))).toEqual([]);
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
  await button.filter({ hasText: 'environ' }).waitFor();
  const [said = '0'] = /\d+,\d(?= Mo)/.exec(flat(await button.innerText())) ?? [];
  await button.click();
  await page.getByText(/^C’est fait/).waitFor({ timeout: 180_000 });
  expect(Math.abs(Number(said.replace(',', '.')) * 1e6 - (await sentBytes(page)))).toBeLessThan(
    1e5,
  );
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

it('says that the device is full, and goes on', async () => {
  const { page } = opened;
  await visit('/demo/donnees');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: harness.url, quotaSize: 5e6 });
  await page.getByRole('button', { name: /Rendre disponible hors connexion/ }).click();
  await page.getByText('l’espace manque sur cet appareil').waitFor({ timeout: 180_000 });
  await page.goto('/demo');
  await filter(page);
});

it('says that a browser without service workers keeps nothing, and shows the pages', async () => {
  const { page, complaints } = opened;
  await page.addInitScript(() => {
    delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
  });
  await page.goto('/demo/donnees');
  await page.getByText('Ce navigateur ne permet pas de garder des pages').waitFor();
  await page.goto('/demo');
  await filter(page);
  expect(complaints).toEqual([]);
});

it('can be installed', async () => {
  const { page } = opened;
  await visit('/demo');
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(new URL(url).pathname).toBe('/manifest.webmanifest');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});
