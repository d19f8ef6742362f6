/** The fund as it was decided on a day, on the page, is the fund built as it was decided on that day. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import type { Figure } from '../../src/lib/views/figure';
import { composeApercu } from '../../src/lib/views/pages/apercu';
import { composeIndex } from '../../src/lib/views/pages/index-sujets';
import { run } from '../../pipelines/run';
import { productOf } from '../lib/questions';
import { PROJECT } from '../pipeline/lib/publication';
import { tempFolder } from '../lib/temp';
import { readFigures } from './lib/figures';
import { openSite } from './lib/harness';
import { flat } from './lib/texte';

const site = openSite({ silent: true });

/** The day before, the day of, and the day after a transfer, an amendment and an announcement. */
const JOURS = {
  demo: ['2021-02-10', '2021-02-09', '2021-02-11', '2026-04-21', '2026-04-22', '2020-01-22'],
  lanaudiere: ['2021-06-29', '2021-06-30', '2022-05-16', '2022-05-17'],
};

/** Publishes the fund as on that day, in a root of its own; reports are no part of the ledgers. */
async function publishAt(fonds: string, au: string): Promise<string> {
  const racine = tempFolder();
  const folder = path.join(racine, 'data', fonds);
  cpSync(path.join(PROJECT, 'data', fonds), folder, { recursive: true });
  for (const own of ['formulaires', 'prive/redditions'])
    rmSync(path.join(folder, own), { recursive: true, force: true });
  const output = { isTTY: false, write: () => undefined };
  const { ok } = await run({ racine, fonds, au, output });
  expect(ok).toBe(true);
  return path.join(racine, 'sorties', fonds, `au-${au}`, 'donnees');
}

/** What a figure says with numbers: its table, and its chart but for the words that name the day. */
const said = ({ id, titre, chart, table }: Figure) => ({
  ...{ id, titre, chart },
  colonnes: table.colonnes,
  lignes: table.lignes,
  total: table.total,
});

const CAS = Object.entries(JOURS).flatMap(([fonds, jours]) =>
  jours.map((au) => [fonds, au] as const),
);

it.each(sampleOf(CAS, 1))('%s, on %s', async (fonds, au) => {
  const [full, cut] = [
    await openNodeEngine(productOf(fonds)),
    await openNodeEngine(await publishAt(fonds, au)),
  ];
  const asked = { ...SANS_CHOIX, au };
  const rewound = await composeApercu(full, asked);
  const built = await composeApercu(cut, SANS_CHOIX);
  expect(rewound.figures.map(said)).toEqual(built.figures.map(said));
  expect(rewound.phrases).toEqual(built.phrases);
  const index = (engine: typeof full, choix: typeof asked) =>
    composeIndex(engine, 'territoires', choix);
  expect((await index(full, asked)).figures.map(said)).toEqual(
    (await index(cut, SANS_CHOIX as typeof asked)).figures.map(said),
  );
  await full.close();
  await cut.close();

  const { page } = site.opened;
  await page.goto(`/${fonds}?au=${au}`);
  await page.getByText('Tel que décidé au').first().waitFor();
  await page.locator('header .au').waitFor();
  const shown = await readFigures(page);
  for (const { id, table } of built.figures) {
    const rows = shown.find((figure) => figure.id === id)!.lignes;
    expect(
      rows.map((row) => row.map(flat)),
      id,
    ).toEqual(table.lignes.map((row) => row.map((cell) => flat(cell.texte))));
  }
});

it(
  'takes a day by the slider, by typing and by the list of decision days',
  AU_COMPLET,
  async () => {
    const { page } = site.opened;
    await page.goto('/demo');
    await page.getByText('Remonter dans le temps').click();
    const slider = page.getByLabel('D’une décision à l’autre');
    await slider.focus();
    await page.keyboard.press('ArrowLeft');
    await page.waitForURL(/\?au=\d{4}-\d{2}-\d{2}$/);
    const last = new URL(page.url()).searchParams.get('au');
    expect(await page.getByLabel('Tel que décidé au', { exact: true }).inputValue()).toBe(last);
    await page.getByLabel('Tel que décidé au', { exact: true }).fill('2022-06-30');
    await page.waitForURL(/au=2022-06-30/);
    await page.locator('header .au').waitFor();
    const days = page.getByLabel('Jours de décision');
    const [, newest] = await days.locator('option').allTextContents();
    await days.selectOption({ label: newest! });
    await page.waitForURL((url) => url.searchParams.get('au') === last);
    await page.getByRole('button', { name: /Retirer le filtre Tel que décidé au/ }).click();
    await page.waitForURL((url) => url.search === '');
  },
);
