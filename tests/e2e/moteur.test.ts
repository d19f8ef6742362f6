/**
 * One engine a fund for the life of a tab.
 *
 * @module-tag complet
 */
import { expect, it } from 'vitest';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });

it('goes from page to page of a fund with the engine that is open', async () => {
  const { page } = site.opened;
  const opened: string[] = [];
  page.on('worker', (worker) => {
    if (worker.url().includes('duckdb')) opened.push(worker.url());
  });
  const choose = async (territoire: string) => {
    await page.getByLabel('Territoire', { exact: true }).selectOption({ label: territoire });
    await page.locator('#enveloppe h2', { hasText: territoire }).waitFor();
  };
  await page.goto('/lanaudiere');
  await choose('Joliette');
  const pages = page.getByRole('navigation', { name: 'Pages du fonds' });
  await pages.getByRole('link', { name: 'Redditions' }).click();
  await page.getByRole('heading', { level: 1, name: 'Redditions' }).waitFor();
  await pages.getByRole('link', { name: 'Aperçu' }).click();
  await choose('Montcalm');
  expect(opened).toHaveLength(1);
});
