/** The page of findings in a real browser: read by anyone, on a telephone, on a screen, on paper. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleOf, ATTENTE } from '../../lib/ampleur';
import { CHROMIUM_FLAGS, ensureChromium } from '../../../pipelines/programmes/chromium.mjs';
import { type Outcome, PROJECT, runFund } from '../lib/publication';
import { RegistreFund } from '../lib/registre';
import { tempFolder } from '../../lib/temp';
import { csvRows, reportOf } from './refus';
import { touffu } from './touffu';

const AXE = readFileSync(path.join(PROJECT, 'node_modules/axe-core/axe.min.js'), 'utf8');

interface Axe {
  run(context: Document, options: object): Promise<{ violations: { id: string }[] }>;
}

const fund = new RegistreFund(tempFolder(), null);
let outcome: Outcome;
let browser: Browser;

beforeAll(async () => {
  fund.receiveWorkbook(touffu());
  outcome = await runFund(fund.root, fund.id);
  const executablePath = await ensureChromium(() => undefined);
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
});
afterAll(() => browser.close());

async function openReport(width: number): Promise<Page> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, bypassCSP: true });
  page.setDefaultTimeout(ATTENTE);
  await page.setContent(reportOf(fund, 'constats.html'));
  return page;
}

/** Elements that stick out of the page. */
const wide = (page: Page) =>
  page.evaluate(() => {
    const { clientWidth } = document.documentElement;
    return [...document.querySelectorAll('main *:not(thead, thead *)')]
      .filter((e) => e.getBoundingClientRect().right > clientWidth + 0.5)
      .map((e) => `${e.tagName} ${(e.textContent ?? '').slice(0, 40)}`);
  });

describe.each(sampleOf([320, 768, 1280], 1))('at %i px', (width) => {
  test('axe finds nothing, and nothing sticks out', async () => {
    const page = await openReport(width);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: Axe };
      const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
      return (await axe.run(document, { runOnly })).violations.map((v) => v.id);
    });
    expect(violations).toEqual([]);
    expect(await wide(page)).toEqual([]);
    await page.close();
  });
});

test('where columns do not fit, each cell bears the title of its own', async () => {
  const page = await openReport(320);
  const titles = await page
    .locator('#valeur-inconnue tbody tr:not(.lieu)')
    .first()
    .locator('td')
    .evaluateAll((cells) => cells.map((c) => getComputedStyle(c, '::before').content));
  expect(titles).toEqual(['"Cellule"', '"Valeur lue"', '"Constat"']);
  await page.close();
});

test('on paper, columns keep their titles and no row is cut by the edge of the sheet', async () => {
  const page = await openReport(768);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width: 703, height: 943 });
  expect(await wide(page)).toEqual([]);
  expect(
    await page
      .locator('thead')
      .first()
      .evaluate((e) => getComputedStyle(e).position),
  ).toBe('static');
  const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true });
  const sheets = [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[0 0 612 792\]/g)];
  expect(sheets.length).toBeGreaterThan(2);
  expect(sheets.length).toBeLessThan(9);
  await page.close();
});

/** Rules whose cell is a heading or stands for several rows. */
const NO_ROW = ['colonne-non-lue', 'colonnes-masquees', 'lignes-masquees'];

test('rows said to break a rule are those of the CSV, over the rows that the terminal counts', () => {
  const { document } = parseHTML(reportOf(fund, 'constats.html'));
  const rows = csvRows(fund);
  const rules = [...new Set(rows.map((r) => r['Code'] ?? ''))];
  expect(rows.length).toBeGreaterThan(39);
  for (const rule of rules) {
    const own = rows.filter((r) => r['Code'] === rule);
    const sheets = new Set(own.map((r) => `${r['Fichier']}!${r['Feuille']}`));
    const lines = new Set(own.map((r) => `${r['Feuille']} ${r['Cellule']?.replace(/\D/g, '')}`));
    const read = outcome.comptes
      .filter((c) => sheets.has(c.fichier))
      .reduce((sum, c) => sum + c.lues, 0);
    const said = document.querySelector(`#${rule} .etat`)?.textContent ?? '';
    expect(said, rule).toContain(` · ${own.length} constat`);
    if (NO_ROW.includes(rule)) expect(said, rule).not.toContain('ligne');
    else expect(said, rule).toMatch(new RegExp(` · ${lines.size} lignes? sur ${read}$`));
  }
});
