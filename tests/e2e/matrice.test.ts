/** The matrix of priorities and territories: a cell makes two choices at once. */
import { describe, expect, it } from 'vitest';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });

const search = () => new URL(site.opened.page.url()).search;
const cell = (name: RegExp) =>
  site.opened.page.locator('#matrice svg:visible').getByRole('button', { name });
const VAUBRUME = /^Filtrer : Lutte contre l’isolement, Vaubrume/;

describe('a cell of the matrix', () => {
  it('chooses its territory and its priority, and takes both back', async () => {
    const { page } = site.opened;
    await page.goto('/demo/priorites');
    await cell(VAUBRUME).click();
    await page.waitForURL(/territoire=vaubrume/, { timeout: 120_000 });
    expect(search()).toBe('?territoire=vaubrume&priorite=isolement');
    await expect
      .poll(() => cell(VAUBRUME).getAttribute('aria-pressed'), { timeout: 120_000 })
      .toBe('true');
    await cell(VAUBRUME).press('Enter');
    await expect.poll(search, { timeout: 120_000 }).toBe('');
  });

  it('is not pressed by one of its choices alone; its heading is', async () => {
    const { page } = site.opened;
    await page.goto('/demo/territoires?territoire=vaubrume');
    await expect
      .poll(() => cell(/^Filtrer : Vaubrume$/).getAttribute('aria-pressed'), { timeout: 120_000 })
      .toBe('true');
    expect(await cell(VAUBRUME).getAttribute('aria-pressed')).toBe('false');
  });
});
