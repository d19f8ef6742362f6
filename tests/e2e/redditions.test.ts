/** The pages of reports and results, as a reader gets them. */
import { readFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { productOf } from '../lib/questions';
import { NAVIGATION } from '../../src/lib/texte/navigation';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: true });

const PAGES = ['redditions', 'resultats'];

async function recompute(sql: string): Promise<Record<string, unknown>> {
  const connection = await (await DuckDBInstance.create()).connect();
  const [row] = (await connection.runAndReadAll(sql)).getRowObjectsJson();
  connection.closeSync();
  return row as Record<string, unknown>;
}

describe.each(sampleOf(PAGES, 1))('%s', (page) => {
  it('is full for the demonstration, without JavaScript', async () => {
    const plain = await site.harness.openPage({ javaScriptEnabled: false });
    await plain.page.goto(`/demo/${page}`);
    const figures = plain.page.locator('.figure');
    const count = await figures.count();
    expect(count).toBeGreaterThanOrEqual(3);
    for (const figure of await figures.all()) {
      expect(await figure.locator('tbody tr').count()).toBeGreaterThan(0);
      expect(await figure.locator('.sous-titre').innerText()).toContain('DONNÉES FICTIVES');
    }
    expect(await plain.page.locator('.figure svg:visible').count()).toBe(count);
    await plain.close();
  });

  it('says calmly that the real fund has nothing yet, and what will be there', async () => {
    await site.opened.page.goto(`/lanaudiere/${page}`);
    expect(await site.opened.page.locator('.figure').count()).toBe(0);
    expect(await site.opened.page.locator('main svg').count()).toBe(0);
    expect(await site.opened.page.locator('.avenir li').count()).toBeGreaterThan(2);
    await site.opened.page.locator('.avenir a').click();
    await site.opened.page.waitForURL(`**/demo/${page}`);
    expect(await site.opened.page.locator('.figure').count()).toBeGreaterThan(2);
  });

  it('marks itself among the pages of the fund, at 320 px too', async () => {
    const narrow = await site.harness.openPage({ width: 320 });
    await narrow.page.goto(`/demo/${page}`);
    const nav = narrow.page.getByRole('navigation', { name: 'Pages du fonds' });
    expect(await nav.getByRole('link').allInnerTexts()).toEqual(
      NAVIGATION.pages.map(({ texte }) => texte),
    );
    const current = nav.locator('[aria-current="page"]');
    expect(await current.count()).toBe(1);
    expect(await current.getAttribute('href')).toBe(`/demo/${page}`);
    const tops = await nav
      .getByRole('link')
      .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().top)));
    expect(new Set(tops).size).toBeLessThanOrEqual(4);
    await nav.getByRole('link', { name: 'Aperçu' }).click();
    await narrow.page.waitForURL('**/demo');
    expect(await nav.locator('[aria-current="page"]').innerText()).toBe('Aperçu');
    await narrow.close();
  });

  it('gives its figures as CSV, SVG and PNG, without the engine', async () => {
    await site.opened.page.goto(`/demo/${page}`);
    await site.opened.page.waitForLoadState('networkidle');
    const figure = site.opened.page.locator('.figure').first();
    const download = async (format: string) => {
      const button = figure.getByRole('button', { name: new RegExp(`en ${format}\\s:`) });
      const [file] = await Promise.all([site.opened.page.waitForEvent('download'), button.click()]);
      return readFile(await file.path());
    };
    const rows = (await download('CSV')).toString('utf8').trim().split('\r\n');
    expect(rows).toHaveLength(await figure.locator('tr').count());
    for (const row of rows.slice(1)) expect(row).toMatch(/;DONNÉES FICTIVES$/);
    const svg = (await download('SVG')).toString('utf8').replace(/<[^>]*>/g, ' ');
    expect(svg).toContain('DONNÉES FICTIVES');
    expect((await download('PNG')).subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(site.opened.answers.filter(({ path }) => /wasm|parquet/.test(path))).toEqual([]);
  });
});

it('shows in its tables the numbers of its charts', async () => {
  await site.opened.page.goto('/demo/redditions');
  for (const id of ['etats', 'territoires']) {
    const figure = site.opened.page.locator(`#${id}`);
    const cells = (await figure.locator('td.nombre').allTextContents()).map(flat);
    const drawn = (await figure.locator('.large .g-valeur text').allTextContents()).flatMap(
      (text) => flat(text).match(/\d+/g) ?? [],
    );
    expect(drawn.length).toBeGreaterThan(2);
    for (const n of drawn) expect(cells, id).toContain(n);
  }
});

it('titles what SQL finds in the published files', async () => {
  const comptes = `read_parquet('${productOf('demo')}/comptes_redditions.parquet')`;
  const { recues, dues } = await recompute(`
    SELECT sum(nombre)::INT AS dues,
           sum(nombre) FILTER (NOT contains(etat, 'attendue') AND etat <> 'en-retard')::INT AS recues
    FROM ${comptes} WHERE portee = 'territoire'`);
  await site.opened.page.goto('/demo/redditions');
  expect(flat(await site.opened.page.locator('#couverture h2').innerText())).toContain(
    `${recues} des ${dues} redditions dues sont reçues`,
  );
  const { attendues } = await recompute(`
    SELECT sum(nombre)::INT AS attendues FROM ${comptes} WHERE exercice_id = '2026-2027'`);
  const clock = flat(await site.opened.page.locator('.tete .phrase').first().innerText());
  expect(clock).toContain('sont dues le 1er juin 2027, dans 213 jours');
  expect(clock).toContain(`${attendues} redditions attendues`);

  const { total } = await recompute(`
    SELECT sum(montant_depense)::VARCHAR AS total
    FROM read_parquet('${productOf('demo')}/totaux_depenses.parquet')
    GROUP BY exercice_id ORDER BY exercice_id DESC LIMIT 1`);
  await site.opened.page.goto('/demo/resultats');
  const title = flat(await site.opened.page.locator('#depenses h2').innerText());
  expect(title.replace(/(\d) (?=\d)/g, '$1').replaceAll(',', '.')).toContain(`${total} $`);
});

it('prints every figure with its table, and folded testimonies as a count', async () => {
  const { page } = site.opened;
  await page.goto('/demo/resultats');
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.pages-fonds:visible').count()).toBe(0);
  expect(await page.locator('.figure button:visible').count()).toBe(0);
  const figures = await page.locator('.figure').count();
  expect(await page.locator('.figure svg:visible').count()).toBe(figures);
  expect(await page.locator('.figure table:visible').count()).toBe(figures);
  const folded = page.locator('.section-temoignages details').first();
  expect(await folded.locator('summary').isVisible()).toBe(true);
  expect(await folded.locator('li').first().isVisible()).toBe(false);
});
