/** A reader who kept pages of one build meets the next: nothing is forced, mixed or lost. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { serve } from '../../pipelines/site/serve.mjs';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';
import { engineIsKept, filterByTerritoire, pageIsKept, visitAndKeep } from './lib/hors-connexion';
import { makeSecondBuild, NOUVEAU } from './lib/second-build';

const second = mkdtempSync(path.join(tmpdir(), 'retombees-second-'));
let harness: Harness;
let opened: OpenedPage;
let server: Awaited<ReturnType<typeof serve>> | null = null;

beforeAll(() => makeSecondBuild('build', second));
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
const footer = (page: Page) => page.locator('.pied-site').innerText();

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

const versionOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLMetaElement>('meta[name="version"]')!.content);

const chooseNew = (page: Page) =>
  Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Actualiser' }).click(),
  ]);

it('announces a new build, none where there is none, and takes it when the reader says so', async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo');
  await lookAgain(page);
  await page.waitForLoadState('networkidle');
  expect(await announced(page).count()).toBe(0);
  await page.evaluate(() => Object.assign(window, { memePage: true }));
  await publish();
  await lookAgain(page);
  await announced(page).waitFor();
  expect(await page.evaluate(() => 'memePage' in window)).toBe(true);
  expect(await footer(page)).not.toContain(NOUVEAU);
  await chooseNew(page);
  expect(await footer(page)).toContain(NOUVEAU);
  expect(await controller(page)).toBe(await versionOf(page));
  expect(await announced(page).count()).toBe(0);
});

it('gives an old page neither tables nor pages of the new build as its own', async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo');
  await publish();
  await page.getByLabel('Territoire', { exact: true }).selectOption({ index: 1 });
  await page.getByText('n’a pas pu être chargé').first().waitFor({ timeout: 60_000 });
  expect(await footer(page)).not.toContain(NOUVEAU);
  await page.getByRole('link', { name: 'Redditions', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Redditions' }).waitFor();
  expect(await footer(page)).toContain(NOUVEAU);
});

it('a page of the new build works beside the old worker, which then gives way by itself', async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo');
  await publish();
  await page.goto('/demo/projets');
  expect(await footer(page)).toContain(NOUVEAU);
  await filterByTerritoire(page, 1);
  const version = await versionOf(page);
  await expect.poll(() => controller(page), { timeout: 60_000 }).toBe(version);
  await pageIsKept(page, '/demo/projets');
  expect(await announced(page).count()).toBe(0);
});

it('leaves an open page its own data, and keeps again as they are now what was kept', async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo');
  await filterByTerritoire(page, 1);
  await engineIsKept(page, 'demo');
  await visitAndKeep(page, '/demo/redditions');
  await page.goto('/demo');
  await publish();
  await lookAgain(page);
  await announced(page).waitFor({ timeout: 60_000 });
  await filterByTerritoire(page, 2);
  expect(await footer(page)).not.toContain(NOUVEAU);
  await chooseNew(page);
  await cut(page);
  await page.goto('/demo/redditions');
  expect(await footer(page)).toContain(NOUVEAU);
  const styled = await page.evaluate(() => getComputedStyle(document.body).display);
  expect(styled).toBe('flex');
  await page.goto('/demo');
  await filterByTerritoire(page, 1);
  const names = await page.evaluate(() => caches.keys());
  expect(names.filter((name) => name.startsWith('retombees-pages-'))).toHaveLength(1);
});

it('loses nothing when the network goes while a new build is fetched', async () => {
  const { page } = opened;
  await visitAndKeep(page, '/demo');
  await publish();
  await page.context().route('**/_app/hors-connexion/**', (route) => route.abort());
  await lookAgain(page).catch(() => undefined);
  await cut(page);
  await page.goto('/demo');
  expect(await footer(page)).not.toContain(NOUVEAU);
});
