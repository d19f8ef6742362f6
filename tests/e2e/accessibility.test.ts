import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import {
  COMBINAISONS,
  combinaisonsOf,
  ETATS,
  openDetails,
  PAGES_FILTREES,
  PAGES_FIXES,
} from './lib/etats';
import { startHarness, type Harness } from './lib/harness';

const AXE = await readFile('node_modules/axe-core/axe.min.js', 'utf8');
let harness: Harness;

beforeAll(async () => {
  harness = await startHarness('build');
});
afterAll(() => harness.close());

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

declare global {
  interface Window {
    axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
  }
}

const TOUTES = process.env['RETOMBEES_TOUT'] === '1';

async function audit(page: Page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  return { violations: violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), wide };
}

const CLEAN = { violations: [], wide: false };

describe.each([...PAGES_FIXES, ...PAGES_FILTREES].map((path, n) => [path, n] as const))(
  '%s',
  (path, n) => {
    it.each(combinaisonsOf(n, TOUTES))(
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
  },
);

describe.each(PAGES_FILTREES.map((path, n) => [path, n] as const))(
  'the states of %s',
  (path, n) => {
    it.each(TOUTES ? COMBINAISONS : [COMBINAISONS[(n * 5) % 6]!])(
      'have no violation at $width px, $colorScheme',
      async (options) => {
        const opened = await harness.openPage(options);
        const { page } = opened;
        await page.goto(path);
        await page.waitForLoadState('networkidle');
        for (const [etat, reach] of ETATS) {
          await reach(page);
          expect(await audit(page), etat).toEqual(CLEAN);
        }
        for (const tableau of await page.getByRole('button', { name: 'Tableau' }).all())
          await tableau.click();
        expect(await audit(page), 'en tableaux').toEqual(CLEAN);
        await opened.close();
      },
    );
  },
);

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
