/** Words that would harm, in the published tables: pages redrawn from them, their files and answers have words alone. */
import { readFile } from 'node:fs/promises';
import readExcel from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { AU_COMPLET } from '../lib/ampleur';
import { tempFolder } from '../lib/temp';
import { splitCsv } from '../pipeline/lib/csv';
import { linkOf, readStatus } from './lib/explorer';
import { startHarness, type Harness, type OpenedPage } from './lib/harness';
import { bodyOf, expectHarmless, ORGANISMES, TITRES } from './lib/mots-hostiles';
import { copyWithRows } from './lib/second-build';
import { flat } from './lib/texte';

let harness: Harness;
let opened: OpenedPage;

const quote = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The table with a column replaced in its first rows, by identifier. */
const renamed = (id: string, colonne: string, noms: Readonly<Record<string, string>>) => {
  const cases = Object.entries(noms).map(([cle, nom]) => `WHEN ${quote(cle)} THEN ${quote(nom)}`);
  return (file: string) =>
    `SELECT * REPLACE (CASE ${id} ${cases.join(' ')} ELSE ${colonne} END AS ${colonne}) FROM read_parquet('${file}')`;
};

const numbered = (prefix: string, noms: readonly string[]) =>
  Object.fromEntries(noms.map((nom, i) => [`${prefix}-00${i + 1}`, nom]));

beforeAll(async () => {
  const folder = tempFolder();
  await copyWithRows('build', folder, {
    projets: renamed('projet_id', 'titre', numbered('P24', TITRES)),
    organismes: renamed('organisme_id', 'nom', numbered('ORG', ORGANISMES)),
  });
  harness = await startHarness(folder);
  opened = await harness.openPage();
});
afterAll(() => harness.close());
afterEach(() => expect([opened.foreign, opened.complaints]).toEqual([[], []]));

it('shows each title to the letter once the page is redrawn, and runs none', async () => {
  const { page } = opened;
  await page.goto('/demo/projets');
  await page.getByLabel('Cycle', { exact: true }).selectOption({ label: 'Cycle 2024-2029' });
  await page.waitForURL(/cycle=/);
  await expect.poll(() => bodyOf(page)).toContain(flat(TITRES[0]!));
  for (const titre of TITRES) expect(await bodyOf(page)).toContain(flat(titre));
  await expectHarmless(page);
});

it.each(['CSV', 'XLSX'])('gives them back as words in %s', async (format) => {
  const { page } = opened;
  const button = page.getByRole('button', { name: new RegExp(`en ${format}\\s:`) }).first();
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
  const bytes = await readFile(await file.path());
  const cells =
    format === 'CSV'
      ? splitCsv(bytes.toString('utf8'), ';').flat()
      : (await readExcel(bytes)).flatMap(({ data }) => data.flat().map(String));
  expect(cells.some((c) => c.includes('DROP TABLE'))).toBe(true);
  if (format === 'CSV') for (const cell of cells) expect(cell).not.toMatch(/^[=+@\t\r]/);
});

it('answers with them in the explorer', AU_COMPLET, async () => {
  const { page } = opened;
  await page.goto(linkOf("SELECT nom FROM organismes WHERE organisme_id < 'ORG-004'", 'demo'));
  await readStatus(page, /3 lignes/);
  for (const nom of ORGANISMES) expect(await bodyOf(page)).toContain(flat(nom));
  await expectHarmless(page);
});
