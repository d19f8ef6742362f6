import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHROMIUM_FLAGS, ensureChromium } from '../../pipelines/programmes/chromium.mjs';
import { Fund } from '../pipeline/lib/fund';
import { PROJECT } from '../pipeline/lib/publication';
import { enFrancais, GRANDE, makeRegion, PETITE } from '../pipeline/lib/region';
import { tempFolder } from '../pipeline/lib/temp';

const COPIED = [
  'src',
  'static',
  'pipelines',
  'package.json',
  'package-lock.json',
  'svelte.config.js',
  'vite.config.ts',
  'tsconfig.json',
];
const regions = [PETITE, GRANDE].map((taille) => ({ taille, ...makeRegion(taille) }));
const root = tempFolder();
let program: ChildProcess;
let browser: Browser;
let url: string;
let said = '';

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

beforeAll(async () => {
  const made = path.join(PROJECT, 'static/donnees');
  for (const name of COPIED)
    cpSync(path.join(PROJECT, name), path.join(root, name), {
      recursive: true,
      filter: (source) => !source.startsWith(made),
    });
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(root, 'node_modules'));
  for (const { plan } of regions) new Fund(root, plan);
  const port = await freePort();
  url = `http://localhost:${port}`;
  program = spawn(process.execPath, ['pipelines/site/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), CI: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += String(chunk);
      if (said.includes('Le site est prêt')) resolve();
    };
    program.stdout?.on('data', hear);
    program.stderr?.on('data', hear);
    program.once('exit', (code) => reject(new Error(`npm start ended (${code}):\n${said}`)));
  });
  const executablePath = await ensureChromium(() => undefined);
  browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
});

afterAll(async () => {
  await browser?.close();
  program?.removeAllListeners('exit');
  program?.kill('SIGTERM');
  rmSync(root, { recursive: true, force: true });
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
      const territoire = plan.territoires[0]!;
      const cycle = plan.cycles[0]!;
      await page.goto(`${url}/${taille.id}?cycle=${cycle.id}&territoire=${territoire.id}`);
      const cents = accorde.get(`${cycle.id} ${territoire.id}`) ?? 0;
      const title = page.locator('#enveloppe h2');
      await expect
        .poll(async () => flat((await title.textContent()) ?? ''), { timeout: 120_000 })
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
