/**
 * For every value of every filter, on both funds: what a figure of money writes, draws and gives as files
 * agrees with totals recomputed from the files received.
 */
import { expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { COMPLET, spread, TOUT } from '../lib/ampleur';
import { type Argent, argentOf, type Filtre, nomDe, type Part, totalsBy } from '../lib/recalcul';
import { captureFiles, centsDe, type FigureLue, readFigures, readFiles } from './lib/figures';
import { openSite } from './lib/harness';
import { matriceAttendue, MESURES, readMatrice, readMesure } from './lib/mesures';
import { flat } from './lib/texte';

const site = openSite({ silent: true });

const columnOf = ({ colonnes }: FigureLue, titre: string) => colonnes.indexOf(titre);

/** Same names, same cents; a rounding gap of a published total is told apart and may stay out. */
function expectSame(
  found: Map<string, number>,
  wanted: Map<string, number>,
  said: string,
  partielle = false,
) {
  const kept = new Map(
    [...wanted].filter(([nom]) => found.has(nom) || !(partielle || nom.includes('Non ventilé'))),
  );
  expect(Object.fromEntries(found), said).toEqual(Object.fromEntries(kept));
}

function expectWritten(figure: FigureLue, argent: Argent, filtre: Filtre, said: string) {
  if (figure.id === 'matrice')
    expectSame(readMatrice(figure), matriceAttendue(argent, filtre), said);
  for (const mesure of MESURES.filter((m) => m.figure === figure.id))
    expectSame(
      readMesure(figure, mesure),
      mesure.attendu(argent, filtre),
      `${said} ${mesure.colonne}`,
      mesure.partielle,
    );
}

const VERIFIEES = new Set(['matrice', ...MESURES.map((m) => m.figure)]);
/** Figures whose title says amounts of groups of grants, and whose files hold grants. */
const TITREES = new Set([
  'enveloppe',
  'territoire',
  'priorite',
  'exercice',
  'cycles',
  'matrice',
  'organismes',
]);

/** Figures that add up exercices: the choice of one changes nothing in them. */
const CUMULEES = new Set(['trajectoire', 'cycles']);

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
  const [territoire, priorite] = [
    (p: Part) => nomDe(p, 'territoire'),
    (p: Part) => nomDe(p, 'priorite'),
  ];
  const groups = [
    ...[() => '', (p: Part) => p.cycle, territoire, priorite],
    ...[(p: Part) => `${p.cycle} ${territoire(p)}`, (p: Part) => `${p.cycle} ${p.exercice}`],
    ...[(p: Part) => `${priorite(p)} ${territoire(p)}`, (p: Part) => p.organisme ?? ''],
  ];
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

/** What is asked of the figures of a page: its money, a filter, and whether to read the files that they give. */
interface Demande {
  readonly argent: Argent;
  readonly filtre: Filtre;
  readonly fichiers: boolean;
}

async function expectAgreement(page: Page, { argent, filtre, fichiers }: Demande, said: string) {
  const shown = (await readFigures(page)).filter(({ id }) => VERIFIEES.has(id));
  expect(shown.length).toBeGreaterThan(0);
  for (const figure of shown) {
    const where = `${said} ${figure.id}`;
    const { exercice: _, ...others } = filtre;
    const obeyed = CUMULEES.has(figure.id) ? others : filtre;
    expectWritten(figure, argent, obeyed, where);
    expectDrawn(figure, where);
    if (!TITREES.has(figure.id)) continue;
    expectTitled(figure, sayable(argent.octrois, obeyed), where);
    if (fichiers && columnOf(figure, 'Accordé') >= 0) await expectFiles(page, figure, where);
  }
}

/** Figures and lists of projects alike. */
const settled = (page: Page) =>
  page.waitForFunction(() => !document.querySelector('main [aria-busy="true"]'));

const DIMENSIONS = {
  Cycle: 'cycle',
  Territoire: 'territoire',
  Priorité: 'priorite',
  Exercice: 'exercice',
  Organisme: 'organisme',
} as const;

const PAGES = ['', '/territoires', '/priorites', '/organismes', '/projets', '/appels'];

/** Every page of both funds; in the suite, the overview, which has the most figures. */
const CAS = COMPLET
  ? ['lanaudiere', 'demo'].flatMap((fonds) => PAGES.map((suite) => [fonds, suite] as const))
  : ([['demo', '']] as const);

/**
 * In the complete suite, one value in six on each page, so that all are met over the pages: of the recipients that are
 * tried, and of the values whose files are read. All on each by `npm run test:accord`.
 */
const isMet = (suite: string, i: number) =>
  TOUT || i % PAGES.length === (PAGES as readonly string[]).indexOf(suite);

/** How many values of a filter are chosen in the suite; of recipients, of which there are many. */
const [VALEURS, ORGANISMES] = [2, 1];

it.each(CAS)(
  '%s, page %j: agrees with the files received, for values of each filter',
  async (fonds, suite) => {
    const argent = await argentOf(fonds);
    const { page } = site.opened;
    await captureFiles(page);
    await page.goto(`/${fonds}${suite}`);
    await page.waitForLoadState('networkidle');
    await expectAgreement(page, { argent, filtre: {}, fichiers: true }, 'whole');
    for (const [label, dimension] of Object.entries(DIMENSIONS)) {
      const select = page.getByLabel(label, { exact: true });
      if ((await select.count()) === 0) continue;
      const names = (await select.locator('option').allTextContents()).slice(1);
      const rare = dimension === 'organisme';
      const chosen = COMPLET
        ? names.filter((_, i) => !rare || isMet(suite, i))
        : spread(names, rare ? ORGANISMES : VALEURS);
      for (const [i, nom] of chosen.entries()) {
        const fichiers = COMPLET
          ? isMet(suite, names.indexOf(nom))
          : i === 0 && dimension === 'territoire';
        await select.selectOption({ label: nom });
        await page.waitForURL((url) => url.searchParams.has(dimension));
        await settled(page);
        const value = dimension === 'cycle' ? nom.replace('Cycle ', '') : nom;
        const filtre = { [dimension]: value };
        await expectAgreement(page, { argent, filtre, fichiers }, `${label} ${nom}`);
      }
      await page.getByRole('button', { name: 'Effacer les filtres' }).click();
      await page.waitForURL((url) => url.search === '');
      await settled(page);
    }
  },
);
