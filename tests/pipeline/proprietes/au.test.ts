/** The fund as it was decided on a day is the fund whose register was cut at that day. */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sampleOf } from '../../lib/ampleur';
import { run } from '../../../pipelines/run';
import type { FeuilleId } from '../../../pipelines/sources/kind';
import { Fund } from '../lib/fund';
import { petitPlan } from '../lib/plan';
import { cliArgs, publicationOf, publicFolder, runFund, runProgram } from '../lib/publication';
import { change, PROPRE, type Registre, RegistreFund, workbookOf } from '../lib/registre';
import { tempFolder } from '../../lib/temp';
import { couper, joursDe } from './coupe';
import { batir, essentiel, lire, tablesOf } from './etapes';
import { plus } from './jours';
import { DATE_DONNEES, Monde } from './monde';
import { essais, registres } from './registres';

const TABLES = [
  ...['fonds', 'cycles', 'exercices', 'territoires', 'priorites', 'bailleurs', 'sources'],
  ...['enveloppes', 'apports', 'appels', 'annonces', 'demandes', 'organismes', 'projets'],
  ...['comptes_demandes'],
  ...['projets_priorites', 'octrois', 'ventilations', 'versements', 'controles', 'corrections'],
  ...['attestations', 'soldes_constates', 'soldes_territoires'],
];

const folderAt = (root: string, fonds: string, au: string) =>
  path.join(root, 'sorties', fonds, `au-${au}`, 'donnees');

async function publishAt(root: string, fonds: string, au: string) {
  let said = '';
  const output = { isTTY: false, write: (text: string) => void (said += text) };
  const { ok } = await run({ racine: root, fonds, au, output });
  expect(ok, said).toBe(true);
  return essentiel(await lire(folderAt(root, fonds, au), TABLES));
}

async function publishCut(root: string, fonds: string) {
  const { ok, said } = await runFund(root, fonds);
  expect(ok, said).toBe(true);
  return essentiel(await lire(publicFolder(root, fonds), TABLES));
}

describe('random registers', () => {
  const fund = new Monde(tempFolder());
  const cut = new Monde(tempFolder());
  let date = DATE_DONNEES;

  const cutAt = (registre: Registre, au: string) => {
    cut.receiveCsv(couper(registre, au));
    cut.reword(`date_donnees: ${date}`, `date_donnees: ${au}`);
    date = au;
  };

  test('at days that change something, and at the days around them', async () => {
    const days = fc.array(fc.tuple(fc.nat(10_000), fc.integer({ min: -1, max: 1 })), {
      minLength: 1,
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(registres, days, async (registre, picks) => {
        fund.receiveCsv(registre);
        const known = joursDe(registre).filter((d) => d < DATE_DONNEES);
        for (const [n, shift] of picks) {
          const au = plus(known[n % known.length] ?? '2020-01-01', shift);
          cutAt(registre, au);
          const expected = essentiel(tablesOf(await batir(cut)));
          expect(essentiel(tablesOf(await batir(fund, au))), au).toEqual(expected);
        }
      }),
      essais(2, 20),
    );
  });

  test('before everything, and at the date of the data', async () => {
    await fc.assert(
      fc.asyncProperty(registres, async (registre) => {
        fund.receiveCsv(registre);
        const before = tablesOf(await batir(fund, '2017-03-31'));
        for (const table of ['octrois', 'projets', 'enveloppes', 'apports', 'organismes'])
          expect(before[table], table).toEqual([]);
        const whole = await batir(fund);
        const last = await batir(fund, DATE_DONNEES);
        expect(last.tables).toEqual(whole.tables);
      }),
      essais(1, 10),
    );
  });

  test('through the whole pipeline, to Parquet', async () => {
    await fc.assert(
      fc.asyncProperty(registres, fc.nat(10_000), async (registre, n) => {
        const known = joursDe(registre).filter((d) => d < DATE_DONNEES);
        const au = known[n % known.length] ?? '2020-01-01';
        fund.receiveWorkbook(workbookOf(registre));
        cutAt(registre, au);
        // Each extract is the first that anyone sees: what follows others is held elsewhere.
        rmSync(path.join(fund.root, 'data', fund.id, 'publications'), {
          recursive: true,
          force: true,
        });
        expect(await publishAt(fund.root, fund.id, au)).toEqual(await publishCut(cut.root, cut.id));
      }),
      essais(1, 4),
    );
  });
});

/** A register seen at a day, held to the same register cut at that day. */
async function compareCut(registre: Registre, au: string) {
  const fund = new RegistreFund(tempFolder(), registre);
  const cut = new RegistreFund(tempFolder(), couper(registre, au));
  cut.reword('date_donnees: 2023-06-30', `date_donnees: ${au}`);
  const found = tablesOf(await batir(fund, au));
  expect(essentiel(found)).toEqual(essentiel(tablesOf(await batir(cut))));
  return found;
}

describe('the clean register', () => {
  test.each([
    ['before its first day', '2021-03-31'],
    ['before the first decision', '2021-11-02'],
    ['at the first decision', '2021-11-03'],
    ['between a decision and its announcement', '2021-11-14'],
    ['at the announcement', '2021-11-15'],
    ['before a transfer between buckets', '2022-05-09'],
    ['at the transfer', '2022-05-10'],
    ['before an amendment', '2022-09-13'],
    ['at the amendment', '2022-09-14'],
    ['before an amendment that takes back', '2023-02-07'],
    ['at it', '2023-02-08'],
    ['at the date of the data', '2023-06-30'],
  ])('%s', async (_, au) => {
    await compareCut(PROPRE, au);
  });

  test('an application accepted before its project is decided waits with it', async () => {
    const early = change(PROPRE, 'demandes', 2, { 'Date de décision': { jour: '2022-04-20' } });
    const tables = await compareCut(early, '2022-05-01');
    expect(tables['projets']?.map((p) => p['projet_id'])).toEqual(['P-1', 'P-2']);
  });

  test('an application filed before its call opens comes in with the call', async () => {
    const early = change(PROPRE, 'demandes', 3, { 'Date de dépôt': { jour: '2021-08-20' } });
    await compareCut(early, '2021-08-25');
    await compareCut(early, '2021-09-01');
  });

  test('a name that no row has is refused at any day', async () => {
    const lost: readonly (readonly [FeuilleId, string, string])[] = [
      ['projets_priorites', 'Projet', 'P-9'],
      ['indicateurs', 'Projet', 'P-9'],
      ['octrois', 'Annonce', 'ANN-9'],
      ['demandes', 'Appel', 'APP-9'],
      ['demandes', 'Projet', 'P-9'],
      ['annonces', 'Appel', 'APP-9'],
    ];
    for (const [feuille, heading, name] of lost) {
      const fund = new RegistreFund(tempFolder(), change(PROPRE, feuille, 0, { [heading]: name }));
      const found = (await batir(fund, '2022-01-31')).constats.filter((c) => c.valeur === name);
      expect(
        found.map((c) => c.regle),
        `${feuille} ${heading}`,
      ).toEqual(['reference-orpheline']);
    }
  });

  test('a correction is told with the row that it corrects, not before', async () => {
    const line = (id: string, colonne: string, valeur: string) =>
      `registre-octrois,${id},${colonne},${valeur},Conseil,2023-06-01,Relu\n`;
    const told = async (au: string) => {
      const fund = new RegistreFund(tempFolder(), PROPRE);
      fund.write(
        'corrections/corrections.csv',
        `table,id,colonne,valeur,auteur,date,motif\n${line('OCT-1', 'resolution', 'R-21-11')}${line('OCT-4', 'resolution', 'R-22-10')}`,
      );
      return tablesOf(await batir(fund, au))['corrections']?.map((c) => c['ligne_visee']);
    };
    expect(await told('2021-11-02')).toEqual([]);
    expect(await told('2022-09-13')).toEqual(['OCT-1']);
    expect(await told('2022-09-14')).toEqual(['OCT-1', 'OCT-4']);
  });
});

describe('public facts', () => {
  test('the day before the second announcement', async () => {
    const au = '2022-05-31';
    const later = 'Annonce 2022';
    const fund = new Fund(tempFolder());
    const cut = new Fund(tempFolder(), {
      ...petitPlan,
      annonces: petitPlan.annonces.filter((a) => a.libelle !== later),
      sommes: petitPlan.sommes.filter((s) => s.evenement !== later),
    });
    cut.replace('fonds.yaml', 'date_donnees: 2021-11-15', `date_donnees: ${au}`);
    const { id } = petitPlan;
    const found = await publishAt(fund.root, id, au);
    expect(found).toEqual(await publishCut(cut.root, id));
    expect(found['annonces']).toHaveLength(1);
  });
});

describe('the command line', () => {
  const fund = new RegistreFund(tempFolder());
  const cli = async (...args: string[]) =>
    runProgram(process.execPath, [...(await cliArgs(fund.id)), ...args], fund.root);

  test('a past state is written apart, and what is published stays as it is', async () => {
    expect((await runFund(fund.root, fund.id)).ok).toBe(true);
    const before = publicationOf(fund.root, fund.id);
    const { code, said } = await cli('--au', '2022-01-31');
    expect(code, said).toBe(0);
    expect(publicationOf(fund.root, fund.id)).toBe(before);
    expect(readdirSync(path.join(fund.root, 'static', 'donnees', fund.id))).toEqual(['public']);
    const tables = await lire(folderAt(fund.root, fund.id, '2022-01-31'), ['fonds', 'octrois']);
    expect(tables['fonds']?.[0]?.['date_donnees']).toBe('2022-01-31');
    expect(tables['octrois']?.map((o) => o['octroi_id'])).toEqual(['OCT-1', 'OCT-2']);
  });

  test.each(
    sampleOf(
      [
        ['a day that does not exist', '2023-02-30'],
        ['a day after the date of the data', '2023-07-01'],
      ] as const,
      1,
    ),
  )('%s is refused in French, and nothing is written', async (_, au) => {
    const { code, said } = await cli('--au', au);
    expect(code).toBeGreaterThan(0);
    expect(said).toContain(au);
    expect(said).toMatch(/choisissez|attend|écrivez/);
    expect(said).not.toMatch(/ at |Error|\.ts:/);
    expect(existsSync(folderAt(fund.root, fund.id, au))).toBe(false);
  });
});
