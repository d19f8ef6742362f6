/** The board pack: what its PDF holds, and that it says what the site says. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { CahierAbsent, printCahier } from '../../pipelines/cahier/cahier';
import { ensureChromium } from '../../pipelines/programmes/chromium.mjs';
import { hasProgramme } from '../lib/programmes.mjs';
import { tempFolder } from '../lib/temp';
import { readFigures } from './lib/figures';
import { openSite } from './lib/harness';
import { pagesOf, program, undated } from './lib/pdf';
import { flat } from './lib/texte';

const site = openSite({ silent: true });
const folder = tempFolder();

let executablePath: string;
const poppler = hasProgramme('poppler');
beforeAll(async () => {
  executablePath = await ensureChromium(() => undefined);
});

async function print(page: string): Promise<{ bytes: Uint8Array; file: string }> {
  const bytes = await printCahier({ site: 'build', page, executablePath });
  const file = path.join(folder, `${page.replaceAll('/', '-')}.pdf`);
  await writeFile(file, bytes);
  return { bytes, file };
}

describe.skipIf(!poppler).each(sampleOf(['lanaudiere', 'demo'], 1))('%s', (fonds) => {
  it('is tagged, titled, outlined, numbered, and says its scope and day on each page', async () => {
    const { bytes, file } = await print(`/${fonds}/cahier`);
    const info = program('pdfinfo', file);
    expect(info).toMatch(/Tagged: +yes/);
    expect(info).toMatch(/Title: +Cahier du conseil/);
    expect(info).toMatch(/Page size: +612 x 792 pts/);
    const raw = Buffer.from(bytes).toString('latin1');
    expect(raw).toMatch(/\/Type \/Outlines/);
    expect(raw).toMatch(/\/StructTreeRoot/);
    expect(raw).toMatch(/\/Lang \(fr-CA\)/);
    expect(raw).not.toContain('localhost');
    const pages = pagesOf(file);
    pages.forEach((text, i) => {
      expect(text, `page ${i + 1}`).toContain(`page ${i + 1} de ${pages.length}`);
      expect(text, `page ${i + 1}`).toContain('tout le fonds, sans filtre. Données au');
      if (fonds === 'demo') expect(text).toContain('DONNÉES FICTIVES');
      else expect(text).not.toContain('FICTIVES');
    });
  });

  it('gives the amounts of the pages of the site', AU_COMPLET, async () => {
    const { file } = await print(`/${fonds}/cahier`);
    const text = pagesOf(file).join(' ');
    const { page } = site.opened;
    for (const suite of ['', '/territoires', '/priorites']) {
      await page.goto(`/${fonds}${suite}`);
      for (const { titre } of await readFigures(page)) {
        const amounts = flat(titre).match(/\d[\d ]*(?:,\d\d)? [$%]/g) ?? [];
        if (text.includes(flat(titre).slice(0, 30)))
          for (const amount of amounts) expect(text, titre).toContain(amount);
      }
    }
    await page.goto(`/${fonds}`);
    const board = (await readFigures(page)).find(({ id }) => id === 'enveloppe')!;
    for (const cell of board.lignes.flat().map(flat))
      if (/\d \$$/.test(cell)) expect(text).toContain(cell.split(' (')[0]);
  });

  it('is the same to the byte, apart from its own date', AU_COMPLET, async () => {
    const [a, b] = [await print(`/${fonds}/cahier`), await print(`/${fonds}/cahier`)];
    expect(undated(b.bytes) === undated(a.bytes)).toBe(true);
  });

  it('holds each territory on one page of Letter, as its own page prints', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto(`/${fonds}/territoires`);
    const links = await page
      .locator('[data-figure="territoire"] tbody a')
      .evaluateAll((all) => all.map((a) => a.getAttribute('href')!));
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) {
      await page.goto(link);
      await page.waitForLoadState('networkidle');
      const file = path.join(folder, 'territoire.pdf');
      await writeFile(file, await page.pdf({ format: 'Letter', preferCSSPageSize: true }));
      expect(program('pdfinfo', file), link).toMatch(/Pages: +1\n/);
    }
  });
});

it.skipIf(!poppler)(
  'tells of one territory when it is asked to, and of none that is not there',
  AU_COMPLET,
  async () => {
    const { file } = await print('/demo/cahier/vaubrume');
    const pages = pagesOf(file);
    for (const text of pages) expect(text).toContain('territoire : Vaubrume');
    expect(pages.length).toBeLessThan(12);
    await expect(print('/demo/cahier/ailleurs')).rejects.toThrow(CahierAbsent);
  },
);
