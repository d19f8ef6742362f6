/** What is promised without a network works, with the server stopped; what is not promised says so. */
import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { AU_COMPLET } from '../lib/ampleur';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';
import { engineIsKept, filterByTerritoire, pageIsKept, visitAndKeep } from './lib/hors-connexion';
import { flat } from './lib/texte';

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

const visit = (path: string): Promise<void> => visitAndKeep(opened.page, path);

/** The server is gone, and the network with it. */
async function cut(): Promise<void> {
  await harness.stopServer();
  await opened.page.context().setOffline(true);
}

const title = (page: Page) => page.locator('h1').first().innerText();

const filter = (page: Page): Promise<void> => filterByTerritoire(page, 1);

/** Addresses of all that is kept. */
const keptUrls = (page: Page): Promise<string[]> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const lists = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return lists.flat().map(({ url }) => url);
  });

/** Bytes of what is kept of a fund, as the server sends them, weighed from the files themselves. */
async function sentBytes(page: Page): Promise<number> {
  const kept = (await keptUrls(page)).map((url) => new URL(url).pathname);
  const files = kept
    .filter((path) => /^\/(_app\/immutable|donnees|demo)/.test(path))
    .map((path) => (path.includes('.') ? `build${path}` : `build${path}.html`));
  const sizes = files.map((file) => readFile(`${file}.br`).catch(() => readFile(file)));
  return (await Promise.all(sizes)).reduce((sum, { length }) => sum + length, 0);
}

const absent = (page: Page) =>
  page.getByRole('heading', { level: 1, name: 'Cette page n’a pas été gardée' });

const engineIsAbsent = (page: Page): Promise<void> =>
  page.getByText('n’a pas pu être chargé').first().waitFor();

async function explore(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Exécuter' }).click();
  await page.locator('.reponse table').waitFor();
}

it(
  'pages that were opened work with no network, come to directly or by a link',
  AU_COMPLET,
  async () => {
    const { page } = opened;
    await visit('/demo');
    const text = flat(await page.locator('main').innerText());
    await page.getByRole('link', { name: 'Redditions', exact: true }).click();
    await page.waitForURL('**/demo/redditions');
    await pageIsKept(page, '/demo/redditions');
    await cut();
    await page.goto('/demo');
    expect(flat(await page.locator('main').innerText())).toBe(text);
    await page.getByRole('button', { name: 'Tableau' }).first().click();
    expect(await page.locator('#enveloppe table').isVisible()).toBe(true);
    await page.getByRole('link', { name: 'Redditions', exact: true }).click();
    await page.waitForURL('**/demo/redditions');
    expect(await title(page)).toBe('Redditions de comptes');
    await page.reload();
    expect(await title(page)).toBe('Redditions de comptes');
  },
);

it(
  'what was not opened says so, page or engine, and leads to what is kept',
  AU_COMPLET,
  async () => {
    const { page } = opened;
    await visit('/demo/figures/enveloppe');
    await visit('/demo');
    const kept = await keptUrls(page);
    expect(kept.filter((url) => /\.(wasm|parquet)|worker/.test(url))).toEqual([]);
    await cut();
    await page.getByRole('link', { name: 'Priorités', exact: true }).click();
    await absent(page).waitFor();
    await page.goto('/demo/projets?cycle=2019-2024');
    await absent(page).waitFor();
    expect(await page.locator('main code').innerText()).toBe('/demo/projets?cycle=2019-2024');
    await page.locator('.pages-gardees a[href="/demo/figures/enveloppe"]').click();
    await page.waitForURL('**/demo/figures/enveloppe');
    await page.locator('#enveloppe svg:visible').waitFor();
    await page.goto('/demo');
    await page.getByLabel('Territoire', { exact: true }).selectOption({ index: 1 });
    await engineIsAbsent(page);
  },
);

it(
  'filters and the explorer work with no network once the engine was loaded',
  AU_COMPLET,
  async () => {
    const { page } = opened;
    await visit('/demo/explorer');
    await visit('/demo');
    await filter(page);
    await engineIsKept(page, 'demo');
    const chosen = flat(await page.locator('#enveloppe h2').innerText());
    await cut();
    await page.goto('/demo');
    await filter(page);
    expect(flat(await page.locator('#enveloppe h2').innerText())).toBe(chosen);
    await page.goto('/demo/explorer');
    await explore(page);
  },
);

it('keeps a fund for who asks, with its filters, and forgets it as easily', async () => {
  const { page } = opened;
  await visit('/demo/donnees');
  const button = page.getByRole('button', { name: /Rendre disponible hors connexion/ });
  await button.filter({ hasText: 'environ' }).waitFor();
  const [said = '0'] = /\d+,\d(?= Mo)/.exec(flat(await button.innerText())) ?? [];
  await button.click();
  await page.getByText(/^C’est fait/).waitFor();
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

it('says that the device is full, and goes on', AU_COMPLET, async () => {
  const { page } = opened;
  await visit('/demo/donnees');
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: harness.url, quotaSize: 5e6 });
  await page.getByRole('button', { name: /Rendre disponible hors connexion/ }).click();
  await page.getByText('l’espace manque sur cet appareil').waitFor();
  await page.goto('/demo');
  await filter(page);
});

it(
  'says that a browser without service workers keeps nothing, and shows the pages',
  AU_COMPLET,
  async () => {
    const { page, complaints } = opened;
    await page.addInitScript(() => {
      delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker;
    });
    await page.goto('/demo/donnees');
    await page.getByText('Ce navigateur ne permet pas de garder des pages').waitFor();
    await page.goto('/demo');
    await filter(page);
    expect(complaints).toEqual([]);
  },
);

it('can be installed', AU_COMPLET, async () => {
  const { page } = opened;
  await visit('/demo');
  const session = await page.context().newCDPSession(page);
  const { errors, url } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(new URL(url).pathname).toBe('/manifest.webmanifest');
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
});
