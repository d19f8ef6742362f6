/** The explorer's page for who reads it on a small screen, by keyboard or by ear. */
import { describe, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { audit, CLEAN, readShift } from './lib/audit';
import { ask, editorOf, linkOf } from './lib/explorer';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });

it.each([320, 1280])('nothing moves when the editor comes, at %i px', AU_COMPLET, async (width) => {
  const opened = await site.harness.openPage({ width });
  await opened.page.goto('/demo/explorer');
  await opened.page.locator('.cm-content').waitFor();
  await opened.page.waitForLoadState('networkidle');
  const shift = await readShift(opened.page);
  // A font that comes just in time moves a few letters by a pixel or so.
  expect(shift).toBeLessThan(0.001);
  await opened.close();
});

describe('the keyboard', () => {
  it('goes in and out of the editor', async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere/explorer');
    await page.locator('.cm-content').focus();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Exécuter');
    await page.keyboard.press('Shift+Tab');
    expect(await editorOf(page).evaluate((e) => e === document.activeElement)).toBe(true);
  });

  it('is offered the names of tables and columns', async () => {
    const { page } = site.opened;
    await page.goto('/lanaudiere/explorer');
    await page.locator('.cm-content').fill('SELECT montant_ FROM octrois');
    await page.keyboard.press('Home');
    for (let i = 0; i < 15; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+Space');
    const offered = page.getByRole('listbox', { name: 'Suggestions' });
    await offered.getByRole('option', { name: /montant_accorde/ }).waitFor();
  });
});

describe.each([320, 768, 1280])('at %i px', (width) => {
  it.each(['light', 'dark'] as const)(
    'nothing is wrong nor scrolls sideways, in %s',
    AU_COMPLET,
    async (colorScheme) => {
      const opened = await site.harness.openPage({ width, colorScheme });
      const { page } = opened;
      await page.goto(
        linkOf(
          'SELECT titre, montant FROM octrois WHERE un_nom_tres_long_sans_espace_aucun = 1',
          'demo',
        ),
      );
      await page.locator('.cm-content').waitFor();
      await page.getByRole('alert').waitFor();
      for (const details of await page.locator('details').all())
        await details.evaluate((element: HTMLDetailsElement) => (element.open = true));
      expect(await audit(page), 'refused').toEqual(CLEAN);
      await ask(
        page,
        'SELECT p.titre, x.* FROM octrois x JOIN projets p USING (projet_id) LIMIT 30',
      );
      await page.getByRole('button', { name: 'Tracer en barres' }).click();
      await page.locator('#figure-requete svg:visible').waitFor();
      expect(await audit(page), 'answered').toEqual(CLEAN);
      await page.locator('.cm-content').fill('SELECT mon');
      await page.keyboard.press('Control+Space');
      await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
      expect(await audit(page), 'suggestions').toEqual(CLEAN);
      await opened.close();
    },
  );
});
