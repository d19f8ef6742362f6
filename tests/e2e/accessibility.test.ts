import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const PATHS = ['/', '/lanaudiere', '/nulle-part'];
const WIDTHS = [320, 768, 1280];

async function violations(path: string, width: number, colorScheme: 'light' | 'dark') {
  const opened = await harness.openPage({ width, colorScheme });
  const { page } = opened;
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  for (const details of await page.locator('details').all())
    await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const wide = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  await opened.close();
  return { violations: violations.map((v) => [v.id, v.nodes.map((n) => n.html)]), wide };
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
  expect(await page.locator('.figure svg:visible').count()).toBe(6);
  const pdf = await page.pdf({ format: 'Letter' });
  expect(pdf.length).toBeGreaterThan(20_000);
  await opened.close();
});
