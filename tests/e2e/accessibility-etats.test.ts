import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import { audit, CLEAN } from './lib/audit';
import { combinaisonsOf, ETATS, PAGES_FILTREES } from './lib/etats';
import { startHarness, type Harness } from './lib/harness';

let harness: Harness;

beforeAll(async () => {
  harness = await startHarness('build');
});
afterAll(() => harness.close());

describe.each(sampleOf(PAGES_FILTREES.toReversed(), 1).map((path, n) => [path, n] as const))(
  'the states of %s',
  (path, n) => {
    it.each(combinaisonsOf(n))('have no violation at $width px, $colorScheme', async (options) => {
      const opened = await harness.openPage(options);
      const { page } = opened;
      await page.goto(path);
      await page.waitForLoadState('networkidle');
      for (const [etat, reach] of ETATS) {
        await reach(page);
        expect(await audit(page), etat).toEqual(CLEAN);
      }
      for (const tableau of await page.getByRole('button', { name: 'Tableau' }).all())
        await tableau.click();
      expect(await audit(page), 'en tableaux').toEqual(CLEAN);
      await opened.close();
    });
  },
);
