/**
 * A sealed edition, opened, filtered and shut with a keyboard alone, on a phone and on a desk.
 *
 * @module-tag complet
 */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { audit, CLEAN } from './lib/audit';
import { COMBINAISONS } from './lib/etats';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });
const phrase = readFileSync('data/demo/prive/cles/conseil.txt', 'utf8').trim();

const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: one } = document;
    return one instanceof HTMLInputElement || one instanceof HTMLSelectElement
      ? (one.labels?.[0]?.textContent?.trim() ?? '')
      : (one?.textContent?.trim() ?? '');
  });

/** Goes from one thing to the next as a reader without a mouse does. */
async function tabTo(page: Page, nom: string, touche = 'Tab'): Promise<void> {
  for (let i = 0; i < 60 && (await focused(page)) !== nom; i++) await page.keyboard.press(touche);
  expect(await focused(page)).toBe(nom);
}

it('is opened, filtered and shut by keyboard, without violation nor sideways scroll', async () => {
  const { page } = site.opened;
  await page.setViewportSize({ width: 320, height: 900 });
  await page.goto('/demo/conseil');
  await page.getByRole('button', { name: 'Ouvrir' }).and(page.locator(':enabled')).waitFor();
  await tabTo(page, 'Phrase de passe');
  await page.keyboard.type(phrase);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Verrouiller' }).waitFor();
  expect(await focused(page)).toBe('Édition du conseil');
  const before = await page.locator('#redditions-suivies tbody tr').count();
  await tabTo(page, 'Exercice');
  await page.keyboard.press('ArrowDown');
  await expect
    .poll(() => page.locator('#redditions-suivies tbody tr').count())
    .toBeLessThan(before);
  expect(await focused(page)).toBe('Exercice');
  for (const { width, colorScheme } of COMBINAISONS) {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme });
    expect(await audit(page), `${width} ${colorScheme}`).toEqual(CLEAN);
  }
  await tabTo(page, 'Verrouiller', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await page.getByText('rien n’en reste dans cet onglet').waitFor();
  expect(await focused(page)).toBe('Phrase de passe');
});
