/** Prints the page of a board pack to PDF: tagged, with its outline, its pages numbered. */
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { CHROMIUM_FLAGS } from '../programmes/chromium.mjs';
import { serve } from '../site/serve.mjs';

/** A paper in HTML that the site has not: what stands in place of the page that it is printed from. */
export interface Papier {
  readonly head: string;
  readonly body: string;
}

export interface CahierDemande {
  /** Folder of the built site. */
  readonly site: string;
  /** Page to print, as `/demo/cahier`. */
  readonly page: string;
  readonly executablePath: string;
  /** Laid in the page, of which it takes the style sheets: it is written nowhere but in the PDF. */
  readonly papier?: Papier;
}

/** Printed in the margins: Chromium gives these templates no style sheet of ours. */
const STYLE =
  'font: 8px Arial, sans-serif; color: #545b64; width: 100%; padding: 0 0.7in; display: flex; justify-content: space-between;';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const head = (reserve: string, mention: string) =>
  `<div style="${STYLE}"><strong>${escape(reserve)}</strong><strong>${escape(mention)}</strong></div>`;

const foot = (pied: string) =>
  `<div style="${STYLE}"><span>${escape(pied)}</span><span>page <span class="pageNumber"></span> de <span class="totalPages"></span></span></div>`;

/** A page that the site has not. */
export class CahierAbsent extends Error {
  override readonly name = 'CahierAbsent';
}

/**
 * Links to pages lead to the address that the site was built for; without one, they are words: the paper may
 * not name the port of this machine.
 */
const leadElsewhere = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const built = document.querySelector('meta[property="og:url"]')?.getAttribute('content');
    const origin = built ? new URL(built).origin : location.origin;
    for (const link of document.querySelectorAll('a[href]')) {
      const href = link.getAttribute('href') ?? '';
      if (!href.startsWith('/')) continue;
      if (new URL(origin).hostname === 'localhost') link.removeAttribute('href');
      else link.setAttribute('href', new URL(href, origin).href);
    }
  });

/** Puts a paper in place of the pack that the page shows, and its title in place of the other. */
const layPapier = (page: Page, papier: Papier): Promise<void> =>
  page.evaluate(({ head, body }) => {
    document.title = new DOMParser().parseFromString(head, 'text/html').title;
    document.querySelector('.cahier')!.outerHTML = body;
  }, papier);

async function print(browser: Browser, url: string, papier?: Papier): Promise<Uint8Array> {
  const page = await browser.newPage({ javaScriptEnabled: false });
  const answer = await page.goto(url);
  if (answer?.status() !== 200) throw new CahierAbsent(url);
  if (papier) await layPapier(page, papier);
  const face = '400 16px "Radio Canada Big"';
  await page.evaluate(async (font) => void (await document.fonts.load(font)), face);
  await leadElsewhere(page);
  const said = (name: string) =>
    page
      .locator('.couverture')
      .getAttribute(`data-${name}`)
      .then((text) => text ?? '');
  return page.pdf({
    format: 'Letter',
    printBackground: true,
    tagged: true,
    outline: true,
    displayHeaderFooter: true,
    headerTemplate: head(await said('reserve'), await said('mention')),
    footerTemplate: foot(await said('pied')),
    margin: { top: '0.7in', bottom: '0.7in', left: '0.7in', right: '0.7in' },
  });
}

/**
 * Tags are numbered by Chromium's count of the nodes it made so far, which differs from run to run: they are
 * numbered from one, in the same order and with as many digits, so that nothing else moves.
 */
function numberTags(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const found = [...new Set(text.match(/\(node\d{8}\)/g))].sort();
  const numbers = new Map(found.map((tag, i) => [tag, `(node${String(i + 1).padStart(8, '0')})`]));
  const renumbered = text.replace(/\(node\d{8}\)/g, (tag) => numbers.get(tag)!);
  return Buffer.from(renumbered, 'latin1');
}

/** The bytes of the PDF. @throws CahierAbsent when the site has no such page. */
export async function printCahier({
  site,
  page,
  executablePath,
  papier,
}: CahierDemande): Promise<Uint8Array> {
  const server = await serve({ dir: site, port: 0 });
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    return numberTags(await print(browser, new URL(page, server.url).href, papier));
  } finally {
    await browser.close();
    await server.close();
  }
}
