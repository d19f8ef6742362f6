/** What a reader does before the network goes. */
import type { Page } from 'playwright-core';

/** Opens a page, and waits until it is looked after and kept with all that it used. */
export async function visitAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(async (wanted) => {
    if (navigator.serviceWorker.controller === null) return false;
    const used = performance.getEntriesByType('resource').map(({ name }) => name);
    const urls = [wanted, ...used.filter((url) => url.includes('/_app/immutable/'))];
    const kept = await Promise.all(urls.map((url) => caches.match(url)));
    return kept.every((answer) => answer !== undefined);
  }, path);
}

/** Chooses the n-th territory, and waits until the engine has answered and what it is made of is kept. */
export async function filterByTerritoire(page: Page, index: number): Promise<void> {
  await page.getByLabel('Territoire', { exact: true }).selectOption({ index });
  await page.locator('.jetons').waitFor();
  await page.locator('.figures[aria-busy="false"]').waitFor({ state: 'attached' });
  await page.locator('.filtres .resultat:not(:empty)').waitFor({ timeout: 120_000 });
}

/** Waits until the engine and the tables of a fund are kept. */
export async function engineIsKept(page: Page, fonds: string): Promise<void> {
  await page.waitForFunction(
    async (id) => {
      const kept = await (await caches.open('retombees-fixes')).keys();
      const count = (part: RegExp) => kept.filter(({ url }) => part.test(url)).length;
      return count(/\.wasm$/) === 2 && count(new RegExp(`/donnees/${id}/.*parquet`)) > 20;
    },
    fonds,
    { timeout: 120_000 },
  );
}
