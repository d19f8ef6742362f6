import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { audit, CLEAN } from './lib/audit';
import { combinaisonsOf, openDetails, PAGES_FILTREES, PAGES_FIXES } from './lib/etats';
import { startHarness, type Harness } from './lib/harness';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness('build');
});
afterAll(() => harness.close());

const PAGES = sampleOf([...PAGES_FIXES, ...PAGES_FILTREES.toReversed()], 4);

describe.each(PAGES.map((path, n) => [path, n] as const))('%s', (path, n) => {
  it.each(combinaisonsOf(n))(
    'has no violation at $width px, $colorScheme, nor sideways scroll',
    async (options) => {
      const opened = await harness.openPage(options);
      await opened.page.goto(path);
      await opened.page.waitForLoadState('networkidle');
      await openDetails(opened.page);
      expect(await audit(opened.page)).toEqual(CLEAN);
      await opened.close();
    },
  );
});

it('is operated by keyboard alone: skip link, filters, chart and table', async () => {
  const opened = await harness.openPage();
  const { page } = opened;
  await page.goto('/lanaudiere');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Aller au contenu');
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('contenu');
  const table = page.locator('#enveloppe').getByRole('button', { name: 'Tableau' });
  await table.focus();
  await page.keyboard.press('Enter');
  expect(await page.locator('#enveloppe table').isVisible()).toBe(true);
  expect(await table.getAttribute('aria-pressed')).toBe('true');
  await opened.close();
});

it('prints every figure with its table of numbers, without what only a screen can do', async () => {
  const opened = await harness.openPage({ width: 768 });
  const { page } = opened;
  await page.goto('/lanaudiere');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('select:visible').count()).toBe(0);
  expect(await page.locator('.figure button:visible').count()).toBe(0);
  const figures = await page.locator('.figure').count();
  expect(await page.locator('.figure svg:visible').count()).toBe(figures);
  const pdf = await page.pdf({ format: 'Letter' });
  expect(pdf.length).toBeGreaterThan(20_000);
  await opened.close();
});
