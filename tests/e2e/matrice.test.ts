/** The matrix of priorities and territories: a cell makes two choices at once. */
import { describe, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: true });

const search = () => new URL(site.opened.page.url()).search;
const settled = () => site.opened.page.locator('.figures[aria-busy="false"]').waitFor();
const cell = (name: RegExp) =>
  site.opened.page.locator('#matrice svg:visible').getByRole('button', { name });
const VAUBRUME = /^Filtrer : Lutte contre l’isolement, Vaubrume/;

describe('a cell of the matrix', () => {
  it('chooses its territory and its priority, and takes both back', async () => {
    const { page } = site.opened;
    await page.goto('/demo/priorites');
    await cell(VAUBRUME).click();
    await page.waitForURL(/territoire=vaubrume/);
    expect(search()).toBe('?territoire=vaubrume&priorite=isolement');
    await expect.poll(() => cell(VAUBRUME).getAttribute('aria-pressed')).toBe('true');
    await cell(VAUBRUME).press('Enter');
    await expect.poll(search).toBe('');
    await settled();
    const focused = page.locator('svg:visible .g-prise :focus');
    expect(flat((await focused.getAttribute('aria-label')) ?? '')).toMatch(VAUBRUME);
    expect(await focused.getAttribute('aria-pressed')).toBe('false');
  });

  it('is not pressed by one of its choices alone; its heading is', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/demo/territoires?territoire=vaubrume');
    await expect.poll(() => cell(/^Filtrer : Vaubrume$/).getAttribute('aria-pressed')).toBe('true');
    expect(await cell(VAUBRUME).getAttribute('aria-pressed')).toBe('false');
  });
});

describe('after a choice', () => {
  const images = (kind: 'etroite' | 'large') =>
    site.opened.page.locator(`.figure .${kind} svg`).count();

  it(
    'draws the images that the screen shows; the others when it, or paper, needs them',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await page.goto('/demo/priorites?territoire=vaubrume');
      await expect.poll(() => images('etroite')).toBe(0);
      const wide = await images('large');
      expect(wide).toBeGreaterThan(1);
      await page.setViewportSize({ width: 320, height: 700 });
      await expect.poll(() => images('etroite')).toBe(wide);
      expect(await images('large')).toBe(0);
      expect(await page.locator('.figure .images svg:visible').count()).toBe(wide);
      expect(await cell(VAUBRUME).getAttribute('aria-pressed')).toBe('false');
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      expect([await images('etroite'), await images('large')]).toEqual([wide, wide]);
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await expect.poll(() => images('large')).toBe(0);
    },
  );
});
