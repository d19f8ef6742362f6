import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
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

const PATHS = [
  '/',
  ...['/lanaudiere', '/demo'].flatMap((fonds) => [
    fonds,
    `${fonds}/redditions`,
    `${fonds}/resultats`,
  ]),
  ...['appels', 'territoires', 'priorites', 'territoires/vaubrume', 'projets/P19-003'].map(
    (page) => `/demo/${page}`,
  ),
  '/regles',
  '/nulle-part',
];
const WIDTHS = [320, 768, 1280];

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

async function violations(path: string, width: number, colorScheme: 'light' | 'dark') {
  const opened = await harness.openPage({ width, colorScheme });
  const { page } = opened;
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  for (const details of await page.locator('details').all())
    await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
  const found = await audit(page);
  await opened.close();
  return found;
}

describe.each(PATHS)('%s', (path) => {
  describe.each(WIDTHS)('at %i px', (width) => {
    it.each(['light', 'dark'] as const)(
      'has no violation in %s, nor sideways scroll',
      async (scheme) => {
        expect(await violations(path, width, scheme)).toEqual({ violations: [], wide: false });
      },
    );
  });
});

describe.each([320, 1280])('the other states at %i px', (width) => {
  it.each(['light', 'dark'] as const)('have no violation in %s', async (colorScheme) => {
    const opened = await harness.openPage({ width, colorScheme });
    const { page } = opened;
    await page.goto('/lanaudiere');
    await page.route('**/*.wasm', (route) => route.abort());
    await page.getByLabel('Territoire', { exact: true }).selectOption({ label: 'Les Moulins' });
    await page.getByText('n’a pas pu être chargé').first().waitFor();
    expect(await audit(page), 'failed').toEqual({ violations: [], wide: false });
    await page.unroute('**/*.wasm');
    await page.getByRole('button', { name: 'Réessayer' }).click();
    await page.locator('#enveloppe h2', { hasText: 'Les Moulins' }).waitFor({ timeout: 120_000 });
    expect(await audit(page), 'filtered').toEqual({ violations: [], wide: false });
    for (const tableau of await page.getByRole('button', { name: 'Tableau' }).all())
      await tableau.click();
    expect(await audit(page), 'tables').toEqual({ violations: [], wide: false });
    await opened.close();
  });
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
  expect(await page.locator('.figure svg:visible').count()).toBe(5);
  const pdf = await page.pdf({ format: 'Letter' });
  expect(pdf.length).toBeGreaterThan(20_000);
  await opened.close();
});
