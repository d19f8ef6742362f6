/** Sealed editions in a real browser: opened, read, filtered, shut, and nothing left of them anywhere. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { clearEdition, phraseOf } from '../lib/editions';
import { openPublication } from '../pipeline/lib/sql';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: true });
const FILE = '**/scelle/conseil.age';

async function unlock(page: Page, phrase: string): Promise<void> {
  await page.getByLabel('Phrase de passe').fill(phrase);
  await page.getByRole('button', { name: 'Ouvrir' }).click();
}

const locked = (page: Page) => page.getByLabel('Phrase de passe').waitFor();
const opened = (page: Page) => page.getByRole('button', { name: 'Verrouiller' }).waitFor();

const rowsOf = async (page: Page, id: string) =>
  (await page.locator(`#${id} tbody tr`).allTextContents()).map(flat);

/** Everything that the browser keeps for the site, as text; of the engine, that it is there. */
const keptBy = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const parts = [
      JSON.stringify({ ...localStorage }),
      JSON.stringify({ ...sessionStorage }),
      JSON.stringify(history.state),
      location.href,
      document.cookie,
      JSON.stringify(await indexedDB.databases()),
    ];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) {
        const response = await (await caches.open(name)).match(request);
        const isText = !request.url.endsWith('.wasm');
        parts.push(request.url, isText ? ((await response?.text()) ?? '') : '');
      }
    return parts.join('\n');
  });

/** Words of the board's edition that no public page has. */
async function secretsOf(): Promise<string[]> {
  const db = await openPublication(await clearEdition('conseil'), ['reddition_notes']);
  const rows = await db.rows(
    'SELECT DISTINCT valeur_texte AS t FROM reddition_notes WHERE length(valeur_texte) > 30',
  );
  db.close();
  return rows.map(({ t }) => t!);
}

const found = (secrets: readonly string[], text: string) => secrets.filter((s) => text.includes(s));

describe('the edition of the board', () => {
  it('opens with its passphrase, is filtered, is shut, and leaves nothing behind', async () => {
    const other = await site.harness.openPage({ horsConnexion: true });
    const { page } = other;
    await page.goto('/demo/conseil');
    await unlock(page, phraseOf('conseil').replaceAll('-', ' ').toUpperCase());
    await opened(page);
    const all = await rowsOf(page, 'redditions-suivies');
    expect(all.length).toBeGreaterThan(300);
    const secrets = sampleOf(await secretsOf(), 60);
    const shown = flat(await page.locator('main').innerText());
    expect(secrets.filter((s) => shown.includes(flat(s))).length).toBeGreaterThan(20);
    expect(shown).toContain('refusée');
    await page.getByLabel('Exercice', { exact: true }).selectOption({ label: '2024-2025' });
    await expect
      .poll(async () => (await rowsOf(page, 'redditions-suivies')).length)
      .toBe(all.filter((row) => row.includes('2024-2025')).length);
    expect(new URL(page.url()).search).toBe('');
    expect(found(secrets, await keptBy(page))).toEqual([]);
    await page.getByRole('button', { name: 'Verrouiller' }).click();
    await page.getByText('rien n’en reste dans cet onglet').waitFor();
    await locked(page);
    expect(found(secrets, (await page.content()) + (await keptBy(page)))).toEqual([]);
    expect(page.workers().filter((w) => /duckdb|parquet|sceau/.test(w.url()))).toEqual([]);
    expect(other.foreign).toEqual([]);
    await other.close();
  });

  it('is shut again by going elsewhere, and by coming back', AU_COMPLET, async () => {
    const { page } = site.opened;
    await page.goto('/demo/conseil');
    await unlock(page, phraseOf('conseil'));
    await opened(page);
    await page.getByRole('link', { name: 'Aperçu' }).first().click();
    await page.waitForURL(/\/demo$/);
    await page.goBack();
    await locked(page);
  });

  it(
    'shuts itself after fifteen minutes without anyone, whatever the clock says',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      await page.clock.install({ time: new Date('1999-12-31T12:00:00Z') });
      await page.goto('/demo/conseil');
      await unlock(page, phraseOf('conseil'));
      await expect.poll(() => page.getByRole('button', { name: 'Verrouiller' }).count()).toBe(1);
      await page.clock.fastForward('14:00');
      await page.keyboard.press('Shift');
      await page.clock.fastForward('14:00');
      expect(await page.getByRole('button', { name: 'Verrouiller' }).count()).toBe(1);
      await page.clock.fastForward('01:01');
      await page.getByText('après 15 minutes sans activité').waitFor();
      expect(await page.locator('.figure').count()).toBe(0);
    },
  );

  it('stays shut to a wrong passphrase, and to a file that is not what it should be', async () => {
    const { page } = site.opened;
    await page.goto('/demo/conseil');
    const bytes = readFileSync('build/donnees/demo/public/scelle/conseil.age');
    const altered = Buffer.from(bytes);
    altered[bytes.length - 1]! ^= 1;
    const ministry = readFileSync('build/donnees/demo/public/scelle/ministere.age');
    const cases: [string, Buffer | null, string, string][] = [
      ['another passphrase', null, phraseOf('ministere'), 'n’ouvre pas cette édition'],
      ['cut in its head', bytes.subarray(0, 40), phraseOf('conseil'), 'n’en est pas un'],
      ['altered', altered, phraseOf('conseil'), 'abîmé ou a été modifié'],
      ['another edition', ministry, phraseOf('ministere'), 'd’une autre édition'],
    ];
    for (const [what, body, phrase, said] of sampleOf(cases, 3)) {
      if (body) await page.route(FILE, (route) => route.fulfill({ body }));
      await unlock(page, phrase);
      await page.getByRole('alert').filter({ hasText: said }).waitFor();
      expect(await page.locator('.figure').count(), what).toBe(0);
      await page.unroute(FILE);
    }
  });

  it('says that WebAssembly is forbidden, and that the file is not there', AU_COMPLET, async () => {
    // What the engine says in the console of a page that forbids it is not of ours.
    const { page, close } = await site.harness.openPage();
    await page.goto('/demo/conseil');
    await page.route('**/*.wasm', (route) => route.abort());
    await unlock(page, phraseOf('conseil'));
    await page.getByRole('alert').filter({ hasText: 'WebAssembly' }).waitFor();
    await page.route(FILE, (route) => route.abort());
    await unlock(page, phraseOf('conseil'));
    await page.getByRole('alert').filter({ hasText: 'n’a pas pu être téléchargé' }).waitFor();
    await close();
  });
});

describe('the edition of the ministry', () => {
  it(
    'has reports and money by project, nothing of what is for the board, and opens on a full device',
    AU_COMPLET,
    async () => {
      const { page } = site.opened;
      const session = await page.context().newCDPSession(page);
      const origin = site.harness.url;
      await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
      await page.goto('/demo/ministere');
      await expect(
        page.evaluate(async () =>
          (await caches.open('plein')).put('/plein', new Response('x'.repeat(1e6))),
        ),
      ).rejects.toThrow('Quota');
      await unlock(page, phraseOf('ministere'));
      await opened(page);
      for (const id of [
        'redditions-suivies',
        'rapprochement',
        'personnes-projets',
        'couverture-edition',
      ])
        expect((await rowsOf(page, id)).length, id).toBeGreaterThan(0);
      const shown = flat(await page.locator('main').innerText());
      expect(found((await secretsOf()).map(flat), shown)).toEqual([]);
      expect(await page.locator('#demandes-recues, #notes').count()).toBe(0);
    },
  );
});
