/** What breaks between the server and the engine: the page keeps what it shows, says so, and takes up again. */
import type { Page, Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: false });
const [TABLE, WORKERS] = ['**/octrois.parquet*', /worker.*\.js/];

const titles = async (page: Page) => (await page.locator('.figure h2').allTextContents()).map(flat);

const choose = (page: Page, territoire: string) =>
  page.getByLabel('Territoire', { exact: true }).selectOption({ label: territoire });

/** Answers with what the server gave, changed. */
const alter = (change: (bytes: Buffer) => Buffer) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({ response, body: change(await response.body()) });
};

const PANNES: readonly (readonly [
  nom: string,
  cible: string | RegExp,
  answer: (route: Route) => Promise<void>,
])[] = [
  ['a file cut short', TABLE, alter((bytes) => bytes.subarray(0, bytes.length - 100))],
  [
    'a file with one byte changed',
    TABLE,
    alter((bytes) => Buffer.from(bytes.map((b, i) => (i === 40 ? b ^ 1 : b)))),
  ],
  ['a file replaced by a page', TABLE, alter(() => Buffer.from('<html>Connectez-vous</html>'))],
  ['a download that breaks', TABLE, (route) => route.abort('connectionreset')],
  ['a server in trouble', TABLE, (route) => route.fulfill({ status: 503, body: '' })],
  [
    'a browser that forbids WebAssembly',
    WORKERS,
    async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-security-policy': "script-src 'self'" };
      await route.fulfill({ response, headers });
    },
  ],
];

it('says that the engine did not load, whatever broke it, and loads it when asked again', async () => {
  const { page } = site.opened;
  await page.goto('/lanaudiere');
  const before = await titles(page);
  const failed = page.getByText('n’a pas pu être chargé').first();
  const again = page.getByRole('button', { name: 'Réessayer' }).first();
  for (const [i, [nom, cible, answer]] of sampleOf(PANNES, 1).entries()) {
    await page.route(cible, answer);
    await (i === 0 ? choose(page, 'Joliette') : again.click());
    await page.getByText('Chargement du moteur').first().waitFor();
    await failed.waitFor();
    await page.getByText('restent ceux sans filtre').first().waitFor();
    expect(await titles(page), nom).toEqual(before);
    await page.unroute(cible);
  }
  await again.click();
  await page.getByText('Joliette : au moins').first().waitFor();
});

it('tells that the engine died under the page, and opens another', AU_COMPLET, async () => {
  const { page } = site.opened;
  await page.goto('/lanaudiere');
  await choose(page, 'Joliette');
  await page.getByText('Joliette : au moins').first().waitFor();
  const [worker] = page.workers();
  await worker!.evaluate(() => void setTimeout(() => Promise.reject(new Error('tué'))));
  await page.getByText('n’a pas pu être chargé').first().waitFor();
  expect((await titles(page)).join(' ')).toContain('Joliette');
  await page.getByText('ne changent pas').first().waitFor();
  await page.getByRole('button', { name: 'Réessayer' }).first().click();
  await choose(page, 'Les Moulins');
  await page.getByText('Les Moulins : au moins').first().waitFor();
});

it(
  'keeps the page in use while a file is slow to come, then answers the last choice',
  AU_COMPLET,
  async () => {
    const { page } = site.opened;
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route(TABLE, async (route) => {
      await held;
      await route.continue();
    });
    await page.goto('/lanaudiere');
    const before = await titles(page);
    await choose(page, 'Joliette');
    await page.getByText('Chargement du moteur').first().waitFor();
    await choose(page, 'Les Moulins');
    await page.waitForURL(/territoire=les-moulins/);
    expect(await titles(page)).toEqual(before);
    const table = page.locator('main summary').filter({ visible: true }).first();
    await table.click();
    letGo();
    await page.getByText('Les Moulins : au moins').first().waitFor();
    expect((await titles(page)).join(' ')).not.toContain('Joliette');
  },
);
