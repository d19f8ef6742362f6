/** The demonstration fund is fiction, and says so wherever it is shown and in each file that it gives. */
import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { openSite } from './lib/harness';

const MENTION = 'DONNÉES FICTIVES';
const site = openSite({ silent: true });

async function download(format: string): Promise<string> {
  const button = site.opened.page
    .locator('#enveloppe')
    .getByRole('button', { name: new RegExp(`en ${format}\\s:`) });
  const [file] = await Promise.all([site.opened.page.waitForEvent('download'), button.click()]);
  return readFile(await file.path(), 'utf8');
}

it('says so at the head of its page and in every figure; the real fund does not', async () => {
  const { page } = site.opened;
  await page.goto('/demo');
  expect(await page.locator('header .fictif').innerText()).toContain(MENTION);
  const figures = page.locator('.figure');
  expect(await figures.count()).toBeGreaterThanOrEqual(5);
  for (const figure of await figures.all())
    expect(await figure.locator('.sous-titre').innerText()).toContain(MENTION);
  await page.goto('/lanaudiere');
  expect(await page.locator('.figure', { hasText: MENTION }).count()).toBe(0);
  expect(await page.locator('header .fictif').count()).toBe(0);
});

it('says so in each row of a CSV, in an SVG and in the description of its files', async () => {
  await site.opened.page.goto('/demo');
  await site.opened.page.waitForLoadState('networkidle');
  const rows = (await download('CSV')).trim().split('\r\n');
  expect(rows.length).toBeGreaterThan(10);
  for (const row of rows.slice(1)) expect(row).toMatch(new RegExp(`;${MENTION}$`));
  expect((await download('SVG')).replace(/<[^>]*>/g, ' ')).toContain(MENTION);
  const description = await fetch(
    new URL('/donnees/demo/public/datapackage.json', site.harness.url),
  );
  expect(await description.text()).toContain(MENTION);
});

it('shows each value changed by hand beside the one received, with who, when and why', async () => {
  await site.opened.page.goto('/demo/donnees');
  const rows = await site.opened.page.locator('#corrections tbody tr').allInnerTexts();
  const lines = (await readFile('data/demo/corrections/corrections.csv', 'utf8'))
    .trim()
    .split('\n');
  const open = lines.slice(1);
  expect(open.length).toBeGreaterThan(0);
  expect(rows).toHaveLength(open.length);
  for (const line of open) {
    const [, id = '', , valeur = '', auteur = ''] = line.split(',');
    const row = rows.find((text) => text.includes(id)) ?? '';
    expect(row).toContain(valeur);
    expect(row).toContain(auteur);
  }
});

it('answers the filters, still saying so', AU_COMPLET, async () => {
  const { page } = site.opened;
  await page.goto('/demo?territoire=vaubrume');
  const title = page.locator('#enveloppe h2');
  await page.waitForFunction(
    () => document.querySelector('#enveloppe h2')?.textContent.includes('Vaubrume') ?? false,
    undefined,
  );
  expect((await title.innerText()).replace(/[\s\u00a0]+/g, ' ')).toContain('703 773,99 $');
  expect(await page.locator('#enveloppe .sous-titre').innerText()).toContain(MENTION);
});
