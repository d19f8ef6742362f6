import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { startHarness, type Harness } from './lib/harness';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness('build');
});
afterAll(() => harness.close());

/** What a button of the envelope board gives, as bytes. */
async function download(format: string): Promise<{ name: string; bytes: Buffer }> {
  const opened = await harness.openPage();
  const { page } = opened;
  await page.goto('/lanaudiere');
  await page.waitForLoadState('networkidle');
  const button = page
    .locator('#enveloppe')
    .getByRole('button', { name: new RegExp(`en ${format}\\s:`) });
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const bytes = await readFile(await file.path());
  expect(opened.complaints).toEqual([]);
  expect(opened.foreign).toEqual([]);
  await opened.close();
  return { name: file.suggestedFilename(), bytes };
}

it('gives a CSV that Excel opens in French, with the numbers of the table', async () => {
  const { name, bytes } = await download('CSV');
  expect(name).toMatch(/\.csv$/);
  const text = bytes.toString('utf8');
  expect(text.startsWith('\ufeff')).toBe(true);
  expect(text).toContain('6063249');
  expect(text).toMatch(/4531979,71/);
});

it('gives an SVG and a PNG of the chart', async () => {
  const svg = await download('SVG');
  expect(svg.bytes.toString('utf8')).toContain('<svg');
  const png = await download('PNG');
  expect(png.bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThanOrEqual(1440);
});

it('copies a link to the figure, with the choices', AU_COMPLET, async () => {
  const opened = await harness.openPage();
  const { page } = opened;
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('/lanaudiere?cycle=2019-2024');
  await page.locator('#enveloppe h2', { hasText: '74,7' }).waitFor();
  await page
    .locator('#enveloppe')
    .getByRole('button', { name: /Copier le lien/ })
    .click();
  await page.getByText('Lien copié').first().waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toBe(`${new URL(page.url()).origin}/lanaudiere?cycle=2019-2024#enveloppe`);
  await opened.close();
});

it('leads from the foot of the page to files that are there, as they are described', async () => {
  const opened = await harness.openPage();
  const { page } = opened;
  await page.goto('/lanaudiere');
  await page.getByRole('link', { name: 'Données et méthode' }).click();
  const href = await page.getByRole('link', { name: /Data Package/ }).getAttribute('href');
  const address = new URL(href ?? '', page.url());
  const description = (await (await fetch(address)).json()) as {
    resources: { path: string; bytes: number }[];
  };
  expect(description.resources.length).toBeGreaterThan(20);
  for (const { path, bytes } of description.resources) {
    const answer = await fetch(new URL(path, address));
    expect((await answer.arrayBuffer()).byteLength, path).toBe(bytes);
  }
  await opened.close();
});
