/**
 * A fund whose words would harm whoever takes them for more than words: a whole site is built of them, and read.
 *
 * @module-tag complet
 */
import { rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import readExcel from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { splitCsv } from '../pipeline/lib/csv';
import { FEUILLES } from '../../pipelines/sources/kind';
import { makeDepot } from '../pipeline/lib/redditions';
import { change, csvOf, PROPRE, type Registre, RegistreFund } from '../pipeline/lib/registre';
import { editorOf, linkOf, readStatus } from './lib/explorer';
import { type Harness, openBrowser, type OpenedPage } from './lib/harness';
import { expectHarmless, ORGANISMES, readHarm, RUN, TITRES, TRAHI } from './lib/mots-hostiles';
import { startNewSite } from './lib/new-site';

const TEMOIGNAGE = `=cmd|' /C calc'!A0 <script>${RUN}</script> [lien](javascript:${RUN}) \u202Eenvers`;
const LONGUE = `<b onmouseover="${RUN}">${'long texte '.repeat(9000)}</b>`;
const RENOMMES = new Map([
  ...PROPRE.projets.map((p, i) => [p['Titre'], TITRES[i]!] as const),
  ...PROPRE.organismes.map((o, i) => [o['Nom'], ORGANISMES[i]!] as const),
  ['Appel de l’automne 2021', `<img src="http://vole.example/a.png"> ${TITRES[0]!}`],
  ['Annonce de novembre 2021', `--><script>${RUN}</script>]]>`],
  ['Cendreville', `Cendreville"><script>${RUN}</script>`],
]);

/** The clean register with its words changed wherever they stand, so that all still refer to the same things. */
function hostileRegister(): Registre {
  const renamed = Object.fromEntries(
    Object.entries(PROPRE).map(([feuille, rangees]) => [
      feuille,
      rangees.map((r) =>
        Object.fromEntries(
          Object.entries(r).map(([colonne, cellule]) => [
            colonne,
            RENOMMES.get(cellule as string) ?? cellule,
          ]),
        ),
      ),
    ]),
  ) as unknown as Registre;
  return change(renamed, 'projets', 0, { Description: LONGUE });
}

/** A report with a testimony that its author lets be public, then a register of hostile words over it. */
async function putFund(root: string): Promise<void> {
  await makeDepot(root, {
    avant: ({ bilan }) => Object.assign(bilan.champs, { temoignage: TEMOIGNAGE }),
  });
  rmSync(path.join(root, 'data/vallee/prive/recu'), { recursive: true });
  const fund = new RegistreFund(root, null);
  const registre = hostileRegister();
  fund.receiveTexts(
    Object.fromEntries(FEUILLES.map((id) => [id, csvOf(id, registre[id])])),
    'utf-8',
  );
  fund.edit('fonds.yaml', 'nom: Fondation du Héron', `nom: '<b>Fondation</b> & <i>"fils"</i>'`);
  fund.edit('reference/territoires.csv', 'Crête-au-Vent', '"<img src=x onerror=""' + RUN + '"">"');
}

let harness: Harness;
let opened: OpenedPage;

beforeAll(async () => {
  harness = await openBrowser(await startNewSite(putFund));
});
afterAll(() => harness?.close());
beforeEach(async () => {
  opened = await harness.openPage();
  opened.page.on('dialog', (dialog) => void dialog.dismiss());
});
afterEach(async () => {
  expect(opened.foreign).toEqual([]);
  expect(opened.complaints).toEqual([]);
  await opened.close();
});

it.each([
  ...['/', '/vallee', '/vallee/projets', '/vallee/projets/P-1', '/vallee/organismes'],
  ...['/vallee/organismes/ORG-1', '/vallee/territoires', '/vallee/priorites', '/vallee/appels'],
  ...['/vallee/resultats', '/vallee/redditions', '/vallee/donnees', '/vallee/explorer'],
  ...['/vallee/figures/enveloppe', '/vallee/figures/appels', '/vallee/cahier'],
])('%s shows them as words', async (address) => {
  const { page } = opened;
  const answer = await page.goto(address);
  expect(answer?.status()).toBe(200);
  await page.waitForLoadState('networkidle');
  await expectHarmless(page);
});

it('shows each title and name to the letter, with what is chosen too', async () => {
  const { page } = opened;
  await page.goto('/vallee/projets');
  const body = async () =>
    (await page.locator('main').innerText()).replace(/[\s\u00a0\u202f]+/g, ' ');
  for (const titre of TITRES) expect(await body()).toContain(titre.replace(/\s+/g, ' '));
  for (const nom of ORGANISMES) expect(await body()).toContain(nom.replace(/\s+/g, ' '));
  await page.getByLabel('Organisme', { exact: true }).selectOption({ label: ORGANISMES[1]! });
  await page.waitForURL(/organisme=/);
  await expect.poll(body).not.toContain(TITRES[0]);
  expect(await body()).toContain(TITRES[1]!.replace(/\s+/g, ' '));
  await expectHarmless(page);
});

it('shows a testimony to the letter', async () => {
  const { page } = opened;
  await page.goto('/vallee/resultats');
  const said = await page.locator('blockquote').allInnerTexts();
  expect(said.map((t) => t.replace(/[\s\u00a0\u202f]+/g, ' ')).join()).toContain(TEMOIGNAGE);
  await expectHarmless(page);
});

it('would be seen, were they more than words', async () => {
  const { page } = opened;
  await page.goto('/vallee');
  await page.evaluate((name) => {
    document.body.append(document.createElement('iframe'));
    const link = document.createElement('a');
    link.href = 'http://vole.example/';
    document.body.append(link);
    Object.assign(window, { [name]: 1 });
  }, TRAHI);
  const { ran, strange, links } = await readHarm(page);
  expect(ran).toBe(true);
  expect(strange).toEqual(['<iframe></iframe>']);
  expect(links).toEqual(['http://vole.example/']);
});

it.each(['CSV', 'XLSX'])('gives them back as words in %s', async (format) => {
  const { page } = opened;
  await page.goto('/vallee/projets');
  await page.waitForLoadState('networkidle');
  const button = page.getByRole('button', { name: new RegExp(`en ${format}\\s:`) }).first();
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const bytes = await readFile(await file.path());
  const cells =
    format === 'CSV'
      ? splitCsv(bytes.toString('utf8'), ';').flat()
      : (await readExcel(bytes)).flatMap(({ data }) => data.flat().map(String));
  expect(cells.filter((c) => c.includes('HYPERLINK') || c.includes('cmd|'))).not.toEqual([]);
  expect(cells.some((c) => c.includes('DROP TABLE'))).toBe(true);
  if (format === 'CSV') for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]/);
});

it('answers with them in the explorer', async () => {
  const { page } = opened;
  await page.goto(linkOf('SELECT titre, description FROM projets', 'vallee'));
  await editorOf(page).waitFor();
  await readStatus(page, /3 lignes/);
  await expectHarmless(page);
});
