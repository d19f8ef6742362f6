import { readFile } from 'node:fs/promises';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { REGLES } from '../../src/lib/domain/regles/index';
import { readShift } from './lib/audit';
import { PAGES_FILTREES, PAGES_FIXES } from './lib/etats';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });

/** The board pack is all of a fund at once, for paper; an unknown address has no file. */
const SANS_BUDGET = ['/demo/cahier', '/nulle-part'];

/** Text of a page as a reader without JavaScript gets it, spaces of every kind as one. */
async function textOf(path: string): Promise<string> {
  const html = await (await fetch(new URL(path, site.harness.url))).text();
  const body = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, '');
  return body.replace(/&nbsp;/g, ' ').replace(/[\s\u00a0]+/g, ' ');
}

describe('the prerendered pages', () => {
  it('hold the figures of the fund without JavaScript', async () => {
    const text = await textOf('/lanaudiere');
    for (const said of ['6 063 249 $', '3 421 915,48 $', '3 482 496 $', 'au plus 56,1 %'])
      expect(text).toContain(said);
    expect(text).toContain('1 220 130 $');
    expect(text).toContain('Priorité non publiée');
    expect(text).toContain('Aucune source ne donne la priorité');
    expect(await textOf('/lanaudiere/donnees')).toContain('23 851,79 $');
    expect(text).not.toContain('15 119 499');
  });

  it('open the front page on the fund and three doors that lead somewhere', async () => {
    await site.opened.page.goto('/');
    await site.opened.page.waitForLoadState('networkidle');
    expect(await site.opened.page.locator('.portes li').count()).toBe(3);
    for (const door of await site.opened.page.locator('.portes a').all()) {
      const [path = '', anchor] = ((await door.getAttribute('href')) ?? '').split('#');
      const answer = await fetch(new URL(path, site.harness.url));
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain(`id="${anchor ?? 'contenu'}"`);
    }
    const ministere = site.opened.page.locator('.portes li', { hasText: 'Ministère' });
    for (const page of ['redditions', 'resultats'])
      expect(await ministere.locator(`a[href="/lanaudiere/${page}"]`).count()).toBe(1);
  });

  it('show every rule on a page of its own, with what to do', async () => {
    const text = await textOf('/regles');
    const said = (words: string) => words.replace(/[\s\u00a0]+/g, ' ');
    for (const { titre, methode, aFaire } of Object.values(REGLES))
      for (const words of [titre, methode, aFaire])
        expect(text.includes(said(words)), words).toBe(true);
    await site.opened.page.goto('/lanaudiere');
    await site.opened.page.getByRole('link', { name: 'Règles de vérification' }).click();
    await site.opened.page
      .getByRole('heading', { level: 1, name: 'Règles de vérification' })
      .waitFor();
    expect(await site.opened.page.locator('article.regle').count()).toBe(
      Object.keys(REGLES).length,
    );
  });

  it('come with the licences of all that they ship', async () => {
    const { page } = site.opened;
    await page.goto('/demo/donnees');
    const href = await page.getByRole('link', { name: 'LICENCES.txt' }).getAttribute('href');
    const said = await (await fetch(new URL(href ?? '', page.url()))).text();
    const paquets = ['@duckdb/duckdb-wasm', 'hyparquet', 'apache-arrow', 'age-encryption'];
    for (const paquet of [...paquets, '@observablehq/plot', 'svelte', 'highs'])
      expect(said.includes(`\n${paquet} `), paquet).toBe(paquet !== 'highs');
    expect(said).toContain('SIL OPEN FONT LICENSE');
  });

  it('answer an unknown address with a page that leads back', async () => {
    const answer = await fetch(new URL('/nulle-part', site.harness.url));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Page introuvable');
  });

  it('show every figure with JavaScript off, table included', async () => {
    const plain = await site.harness.openPage({ javaScriptEnabled: false });
    await plain.page.goto('/lanaudiere');
    const figures = plain.page.locator('.figure');
    expect(await figures.count()).toBeGreaterThanOrEqual(5);
    for (const figure of await figures.all()) {
      expect(await figure.locator('tbody tr').count()).toBeGreaterThan(0);
      expect(await figure.locator('svg:visible').count()).toBe(1);
    }
    await plain.close();
  });
});

describe('the first view', () => {
  const PAGES = [...PAGES_FIXES, ...PAGES_FILTREES].filter((path) => !SANS_BUDGET.includes(path));

  it.each(sampleOf(PAGES, 4))('of %s keeps within its budgets', async (path) => {
    const { page, answers } = site.opened;
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    const shift = await readShift(page);
    const bytes = { text: 0, editor: 0, font: 0, wasm: 0, parquet: 0 };
    for (const { path: asked } of answers) {
      const file = asked === '/' ? 'index.html' : asked === path ? `${asked}.html` : asked;
      const content = await readFile(`build/${file}`);
      if (asked.endsWith('.woff2')) bytes.font += content.length;
      else if (asked.endsWith('.wasm')) bytes.wasm += content.length;
      else if (asked.endsWith('.parquet')) bytes.parquet += content.length;
      else if (content.includes('cm-editor')) bytes.editor += brotliCompressSync(content).length;
      else bytes.text += brotliCompressSync(content).length;
    }
    expect(bytes.text).toBeGreaterThan(10_000);
    expect(bytes.text).toBeLessThanOrEqual(100_000);
    expect(bytes.editor > 0).toBe(path.endsWith('/explorer'));
    expect(bytes.editor).toBeLessThanOrEqual(110_000);
    expect(bytes.font).toBeLessThanOrEqual(80_000);
    expect(bytes.wasm).toBe(0);
    expect(bytes.parquet).toBe(0);
    // A font that comes just in time moves a few letters by a pixel or so.
    expect(shift).toBeLessThan(0.001);
    expect(await page.context().cookies()).toEqual([]);
  });
});
