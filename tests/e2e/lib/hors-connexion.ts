/** What a reader does before the network goes. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Waits for what the page has to ask its browser: `waitForFunction` takes a promise for an answer. */
export async function until<T>(
  page: Page,
  predicate: (arg: T) => Promise<boolean>,
  arg: T,
): Promise<void> {
  const look = () => page.evaluate(predicate as (arg: unknown) => Promise<boolean>, arg);
  await expect.poll(look, { interval: 50 }).toBe(true);
}

/** Waits until a page is kept. */
export const pageIsKept = (page: Page, path: string): Promise<void> =>
  until(page, async (wanted) => (await caches.match(wanted)) !== undefined, path);

/** Opens a page, and waits until it is looked after and kept with all that it used. */
export async function visitAndKeep(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const isKept = async (wanted: string) => {
    if (navigator.serviceWorker.controller === null) return false;
    const used = performance.getEntriesByType('resource').map(({ name }) => name);
    const urls = [wanted, ...used.filter((url) => url.includes('/_app/immutable/'))];
    const kept = await Promise.all(urls.map((url) => caches.match(url)));
    return kept.every((answer) => answer !== undefined);
  };
  await until(page, isKept, path);
}

/** Chooses the n-th territory, and waits until the engine has answered and what it is made of is kept. */
export async function filterByTerritoire(page: Page, index: number): Promise<void> {
  await page.getByLabel('Territoire', { exact: true }).selectOption({ index });
  await page.locator('.jetons').waitFor();
  const answered = page.locator('.figures[aria-busy="false"]');
  await answered.waitFor({ state: 'attached' });
  await page.locator('.filtres .resultat:not(:empty)').waitFor();
}

/** Waits until the engine and the tables of a fund are kept. */
export async function engineIsKept(page: Page, fonds: string): Promise<void> {
  const isKept = async (id: string) => {
    const kept = await (await caches.open('retombees-fixes')).keys();
    const count = (part: RegExp) => kept.filter(({ url }) => part.test(url)).length;
    return count(/\.wasm$/) === 1 && count(new RegExp(`/donnees/${id}/.*parquet`)) > 20;
  };
  await until(page, isKept, fonds);
}
