/**
 * For every value of every filter, on both funds: what a figure of money writes, draws and gives as files
 * agrees with totals recomputed from the files received.
 */
import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { nomDe, type Part, partsOf, totalsBy, type Filtre } from '../lib/recalcul';
import { captureFiles, centsDe, type FigureLue, readFigures, readFiles } from './lib/figures';
import { openSite } from './lib/harness';

const site = openSite({ silent: true });

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ').trim();

/** What each figure of money groups by, as the first words of its rows say it. */
const FIGURES: Record<
  string,
  { cle: (part: Part) => string; mots: (row: readonly string[]) => string }
> = {
  enveloppe: {
    cle: (p) => `${p.cycle} ${nomDe(p, 'territoire')}`,
    mots: ([cycle, territoire]) => `${cycle} ${territoire}`,
  },
  territoire: { cle: (p) => nomDe(p, 'territoire'), mots: ([nom]) => nom! },
  priorite: { cle: (p) => nomDe(p, 'priorite'), mots: ([nom]) => nom! },
  exercice: { cle: (p) => `${p.exercice} ${p.cycle}`, mots: ([x, cycle]) => `${x} ${cycle}` },
  cycles: { cle: (p) => `${p.cycle} ${p.exercice}`, mots: ([cycle, , x]) => `${cycle} ${x}` },
};

/** Rows that say what no source splits, or that another row already says. */
const HORS_COMPTE = /part inconnue|Ensemble du cycle/;

const columnOf = ({ colonnes }: FigureLue, titre: string) => colonnes.indexOf(titre);

/** Cents of each row of a figure, by its name; rows without an amount are left out. */
function tableOf(figure: FigureLue): Map<string, number> {
  const { mots } = FIGURES[figure.id]!;
  const accorde = columnOf(figure, 'Accordé');
  const rows = figure.lignes.filter((row) => !HORS_COMPTE.test(row.join(' ')));
  const totals = new Map<string, number>();
  for (const row of rows) {
    const cents = centsDe(row[accorde]!);
    const nom = flat(mots(row)).replace(/ \((rapprochée|écart d’arrondi)\)/, '');
    if (cents !== null) totals.set(nom, (totals.get(nom) ?? 0) + cents);
  }
  return totals;
}

/** Same names, same cents; a rounding gap of a published total is told apart and may stay out. */
function expectSame(found: Map<string, number>, wanted: Map<string, number>, said: string) {
  const kept = new Map(
    [...wanted].filter(([nom]) => found.has(nom) || !nom.includes('Non ventilé')),
  );
  expect(Object.fromEntries(found), said).toEqual(Object.fromEntries(kept));
}

function expectDrawn(figure: FigureLue, said: string) {
  const amounts = new Set(figure.lignes.flat().map(centsDe));
  const drawn = figure.marques.filter(({ classe }) => /g-(barre|inconnue|ensemble)/.test(classe));
  for (const { valeur, nom } of drawn)
    if (valeur !== 'null')
      expect(amounts, `${said} ${nom}`).toContain(Math.round(Number(valeur) * 100));
}

/** Every amount that a title may say of a filter: a group, a cycle, a cycle up to one of its years, the whole. */
function sayable(parts: readonly Part[], filtre: Filtre): Set<number> {
  const years = [...totalsBy(parts, filtre, (p) => `${p.cycle} ${p.exercice}`)].sort();
  const running = years.map(([name], i) => {
    const [cycle] = name.split(' ');
    return years
      .slice(0, i + 1)
      .filter(([other]) => other.startsWith(`${cycle} `))
      .reduce((sum, [, cents]) => sum + cents, 0);
  });
  const groups = [(p: Part) => p.cycle, () => '', ...Object.values(FIGURES).map(({ cle }) => cle)];
  return new Set([
    ...running,
    ...groups.flatMap((cle) => [...totalsBy(parts, filtre, cle).values()]),
  ]);
}

function expectTitled({ titre }: FigureLue, amounts: ReadonlySet<number>, said: string) {
  for (const [amount] of flat(titre).matchAll(/\u2212?\d[\d ]*(?:,\d\d)? \$/g))
    expect(amounts, `${said} ${titre}`).toContain(centsDe(amount));
}

async function expectFiles(page: Page, figure: FigureLue, said: string) {
  const { csv, xlsx, json } = await readFiles(page, figure.id);
  const rows = figure.lignes.length + (figure.total ? 1 : 0);
  expect([csv.length, xlsx.length], said).toEqual([rows + 1, rows + 1]);
  expect(json.lignes.length, said).toBe(figure.lignes.length);
  const accorde = csv[0]!.indexOf('Accordé');
  const place = columnOf(figure, 'Accordé');
  [...figure.lignes, ...(figure.total ? [figure.total] : [])].forEach((row, i) => {
    const cents = centsDe(row[place]!);
    if (cents === null || /part inconnue/.test(row[place]!)) return;
    const given = json.lignes[i] ?? json.total!;
    const files = [
      csv[i + 1]![accorde]!.replace(',', '.'),
      xlsx[i + 1]![accorde],
      given['montant_accorde'],
    ];
    expect(
      files.map((value) => Math.round(Number(value) * 100)),
      `${said} ${row.join(' ')}`,
    ).toEqual([cents, cents, cents]);
  });
}

async function expectAgreement(page: Page, parts: readonly Part[], filtre: Filtre, said: string) {
  const shown = (await readFigures(page)).filter(({ id }) => id in FIGURES);
  expect(shown.length).toBeGreaterThan(0);
  for (const figure of shown) {
    const where = `${said} ${figure.id}`;
    expectSame(tableOf(figure), totalsBy(parts, filtre, FIGURES[figure.id]!.cle), where);
    expectDrawn(figure, where);
    expectTitled(figure, sayable(parts, filtre), where);
    await expectFiles(page, figure, where);
  }
}

const settled = (page: Page) =>
  page.locator('.figures[aria-busy="false"]').waitFor({ timeout: 120_000 });

const DIMENSIONS = {
  Cycle: 'cycle',
  Territoire: 'territoire',
  Priorité: 'priorite',
  Exercice: 'exercice',
  Organisme: 'organisme',
} as const;

describe.each(['lanaudiere', 'demo'])('%s', (fonds) => {
  it.each(['', '/territoires'])(
    'page %j agrees with the files received, for each value of each filter',
    async (suite) => {
      const parts = await partsOf(fonds);
      const { page } = site.opened;
      await captureFiles(page);
      await page.goto(`/${fonds}${suite}`);
      await page.waitForLoadState('networkidle');
      await expectAgreement(page, parts, {}, 'whole');
      for (const [label, dimension] of Object.entries(DIMENSIONS)) {
        const select = page.getByLabel(label, { exact: true });
        const names = (await select.locator('option').allTextContents()).slice(1);
        for (const nom of names) {
          await select.selectOption({ label: nom });
          await page.waitForURL((url) => url.searchParams.has(dimension));
          await settled(page);
          const value = dimension === 'cycle' ? nom.replace('Cycle ', '') : nom;
          await expectAgreement(page, parts, { [dimension]: value }, `${label} ${nom}`);
        }
        await page.getByRole('button', { name: 'Effacer les filtres' }).click();
        await page.waitForURL((url) => url.search === '');
        await settled(page);
      }
    },
  );
});
