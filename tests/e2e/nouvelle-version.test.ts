/** A reader who kept pages of one build meets the next: nothing is forced, mixed or lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { serve } from '../../pipelines/site/serve.mjs';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';
import { engineIsKept, filterByTerritoire, pageIsKept, visitAndKeep } from './lib/hors-connexion';
import { makeSecondBuild } from './lib/second-build';

const second = mkdtempSync(path.join(tmpdir(), 'retombees-second-'));
let harness: Harness;
let opened: OpenedPage;
let server: Awaited<ReturnType<typeof serve>> | null = null;

let nouvelle: string;

beforeAll(async () => {
  nouvelle = await makeSecondBuild('build', second);
});
afterAll(() => rmSync(second, { recursive: true, force: true }));

beforeEach(async () => {
  harness = await startHarness('build');
  opened = await harness.openPage({ horsConnexion: true });
});
afterEach(async () => {
  await opened.close();
  await server?.close();
  server = null;
  await harness.close();
});

/** The second build takes the place of the first, at the same address. */
async function publish(): Promise<void> {
  await harness.stopServer();
  server = await serve({ dir: second, port: Number(new URL(harness.url).port) });
}

async function cut(page: Page): Promise<void> {
  await server?.close();
  server = null;
  await page.context().setOffline(true);
}

/** Looks for a new build, as a browser does when the reader comes back to the tab. */
const lookAgain = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.serviceWorker.ready).update();
  });

const announced = (page: Page) => page.getByText('Une nouvelle version de ce site est disponible');

/** The build whose worker looks after the page. */
const controller = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        navigator.serviceWorker.controller!.postMessage({ type: 'version' }, [port2]);
      }),
  );

/** The build that a page was loaded from. */
const versionOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="version"]')!.content);

const chooseNew = (page: Page) =>
  Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Actualiser' }).click(),
  ]);

it('announces a new build, none where there is none, and takes it when the reader says so', async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo/projets');
  await visitAndKeep(page, '/demo');
  await lookAgain(page);
  await page.waitForLoadState('networkidle');
  expect(await announced(page).count()).toBe(0);
  await page.evaluate(() => Object.assign(window, { memePage: true }));
  await publish();
  await lookAgain(page);
  await announced(page).waitFor();
  expect(await page.evaluate(() => 'memePage' in window)).toBe(true);
  expect(await versionOf(page)).not.toBe(nouvelle);
  await chooseNew(page);
  expect(await versionOf(page)).toBe(nouvelle);
  expect(await controller(page)).toBe(nouvelle);
  expect(await announced(page).count()).toBe(0);
  await cut(page);
  await page.goto('/demo/projets');
  expect(await versionOf(page)).toBe(nouvelle);
  expect(new URL(page.url()).pathname).toBe('/demo/projets');
  await page.locator('select:not([disabled])').first().waitFor();
});

/** The code of the engine is kept, and one of its tables is not. */
async function loseOctrois(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const cache = await caches.open('retombees-fixes');
    for (const { url } of await cache.keys())
      if (url.includes('octrois.parquet')) await cache.delete(url);
  });
}

/** What is kept, once the worker that looks after the page is the only one. It is asked nothing: it stays as long as it answers. */
const keptAlone = (page: Page) =>
  page.evaluate(async () => {
    const { active, waiting } = await navigator.serviceWorker.ready;
    const alone = waiting === null && active === navigator.serviceWorker.controller;
    const names = await caches.keys();
    return alone ? names.filter((name) => name.startsWith('retombees-pages-')) : [];
  });

it(
  'gives an old page neither tables nor pages of the new build as its own',
  AU_COMPLET,
  async () => {
    const { page } = opened;
    await visitAndKeep(page, '/demo');
    await filterByTerritoire(page, 2);
    await engineIsKept(page, 'demo');
    await loseOctrois(page);
    await page.goto('/demo');
    await publish();
    await page.getByLabel('Territoire', { exact: true }).selectOption({ index: 1 });
    await page.getByText('n’a pas pu être chargé').first().waitFor();
    expect(await versionOf(page)).not.toBe(nouvelle);
    await page.getByRole('link', { name: 'Redditions', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: 'Redditions' }).waitFor();
    expect(await versionOf(page)).toBe(nouvelle);
  },
);

it(
  'a page of the new build works beside the old worker, which then gives way by itself',
  AU_COMPLET,
  async () => {
    const { page } = opened;
    await visitAndKeep(page, '/demo');
    await publish();
    await page.goto('/demo/projets');
    expect(await versionOf(page)).toBe(nouvelle);
    await filterByTerritoire(page, 1);
    await expect
      .poll(() => keptAlone(page), { interval: 500 })
      .toEqual([`retombees-pages-${nouvelle}`]);
    expect(await controller(page)).toBe(nouvelle);
    await pageIsKept(page, '/demo/projets');
    expect(await announced(page).count()).toBe(0);
  },
);

it(
  'leaves an open page its own data, and keeps again as they are now what was kept',
  AU_COMPLET,
  async () => {
    const { page } = opened;
    await visitAndKeep(page, '/demo');
    await filterByTerritoire(page, 1);
    await engineIsKept(page, 'demo');
    await visitAndKeep(page, '/demo/redditions');
    await page.goto('/demo');
    await publish();
    await lookAgain(page);
    await announced(page).waitFor();
    await filterByTerritoire(page, 2);
    expect(await versionOf(page)).not.toBe(nouvelle);
    await chooseNew(page);
    await cut(page);
    await page.goto('/demo/redditions');
    expect(await versionOf(page)).toBe(nouvelle);
    expect(new URL(page.url()).pathname).toBe('/demo/redditions');
    const styled = await page.evaluate(() => getComputedStyle(document.body).display);
    expect(styled).toBe('flex');
    await page.goto('/demo');
    await filterByTerritoire(page, 1);
    const names = await page.evaluate(() => caches.keys());
    expect(names.filter((name) => name.startsWith('retombees-pages-'))).toHaveLength(1);
  },
);

it('loses nothing when the network goes while a new build is fetched', AU_COMPLET, async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo');
  await publish();
  await page.context().route('**/_app/hors-connexion/**', (route) => route.abort());
  await lookAgain(page).catch(() => undefined);
  await cut(page);
  await page.goto('/demo');
  expect(await versionOf(page)).not.toBe(nouvelle);
});
