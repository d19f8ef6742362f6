/** @module-tag complet */
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ATTENTE } from '../lib/ampleur';
import { CHROMIUM_FLAGS, ensureChromium } from '../../pipelines/programmes/chromium.mjs';
import { Fund } from '../pipeline/lib/fund';
import { enFrancais, GRANDE, makeRegion, PETITE } from '../pipeline/lib/region';
import type { Server } from './lib/harness';
import { startNewSite } from './lib/new-site';

const regions = [PETITE, GRANDE].map((taille) => ({ taille, ...makeRegion(taille) }));
let site: Server;
let browser: Browser;
let url: string;

beforeAll(async () => {
  site = await startNewSite((root) => {
    for (const { plan } of regions) new Fund(root, plan);
  });
  url = site.url;
  const executablePath = await ensureChromium(() => undefined);
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
});

afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

describe.each(regions)(
  'a fund of $taille.territoires territories made from data alone',
  (region) => {
    const { taille, plan, accorde, enveloppe } = region;

    it('is built and served, with its own totals and no one else’s', async () => {
      const html = await (await fetch(`${url}/${taille.id}`)).text();
      const text = flat(html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ''));
      for (const cents of enveloppe.values())
        expect(text).toContain(flat(enFrancais(cents)).replace(',00 $', ' $'));
      for (const cycle of plan.cycles) {
        const total = [...accorde]
          .filter(([key]) => key.startsWith(`${cycle.id} `))
          .reduce((sum, [, cents]) => sum + cents, 0);
        expect(text).toContain(flat(enFrancais(total)).replace(',00 $', ' $'));
      }
      for (const { nom } of plan.territoires.filter((t) => t.nature === 'mrc'))
        expect(text).toContain(flat(nom));
      expect(text).not.toMatch(/lanaudi/i);
    });

    it('answers a choice of territory in the browser, to the cent', async () => {
      const page = await browser.newPage();
      page.setDefaultTimeout(ATTENTE);
      const territoire = plan.territoires[0]!;
      const cycle = plan.cycles[0]!;
      await page.goto(`${url}/${taille.id}?cycle=${cycle.id}&territoire=${territoire.id}`);
      const cents = accorde.get(`${cycle.id} ${territoire.id}`) ?? 0;
      const title = page.locator('#enveloppe h2');
      await expect
        .poll(async () => flat((await title.textContent()) ?? ''))
        .toContain(flat(enFrancais(cents)).replace(',00 $', ' $'));
      expect(flat((await title.textContent()) ?? '')).toContain(flat(territoire.nom));
      await page.close();
    });
  },
);

it('opens on the first fund in order, and leads to the other', async () => {
  const html = await (await fetch(url)).text();
  for (const { taille } of regions) expect(html).toContain(`/${taille.id}`);
});
