/** Golden facts of the real fund: each is recomputed from the received files, by other means than the code. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TABLES_PUBLIQUES } from '../../../src/lib/domain/tables';
import { cellOf, readRows } from '../lib/csv';
import { copyReal, FONDS, LOT, realText } from '../lib/lanaudiere';
import { type Outcome, publicFolder, runFund } from '../lib/publication';
import { openPublication, type Publication } from '../lib/sql';

let db: Publication;
let outcome: Outcome;

beforeAll(async () => {
  const root = copyReal();
  outcome = await runFund(root, FONDS);
  db = await openPublication(publicFolder(root, FONDS), TABLES_PUBLIQUES);
});
afterAll(() => db.close());

/** Cents of a decimal of the received files, `6063249.00`. */
const cents = (text: string | null | undefined) => Math.round(Number(text) * 100);
const decimal = (n: number) => (n / 100).toFixed(2);
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

const sommes = readRows(realText(`${LOT}/envelopes.csv`));
const projets = readRows(realText(`${LOT}/projects.csv`));

const amounts = (where: Record<string, string>) =>
  sommes
    .filter((r) => Object.entries(where).every(([k, v]) => r[k] === v))
    .map((r) => cents(r['amount_cad']));

const JUIN = '35 projets annoncés 2021-06 (appels automne 2020)';
const MAI = '17 projets annoncés 2022-05-17 (appel automne 2021)';
const OCTOBRE = '34 projets annoncés 2025-10-15';
const MRC = ["D'Autray", 'Joliette', "L'Assomption", 'Les Moulins', 'Matawinie', 'Montcalm'];

const one = async (sql: string) => Object.values((await db.rows(sql))[0] ?? {})[0];

test('nothing blocks, and the run says the totals by cycle', () => {
  expect(outcome.blocking).toEqual([]);
  expect(outcome.said).toContain('Cycle 2019-2024 : enveloppe 6\u00a0063\u00a0249,00\u00a0$');
});

test('the envelope of 2019-2024 is 6 063 249 $, told by two sources and counted once', async () => {
  const told = amounts({ call: 'entente 2018-2023', kind: 'envelope' });
  expect(told).toEqual([606_324_900, 606_324_900]);
  expect(
    await db.rows(
      "SELECT montant_enveloppe, precision FROM enveloppes WHERE cycle_id = '2019-2024' AND bailleur_id = 'fqis'",
    ),
  ).toEqual([{ montant_enveloppe: '6063249.00', precision: 'exact' }]);
  expect(
    await one("SELECT montant_atteste FROM attestations WHERE table_visee = 'enveloppes'"),
  ).toBe('6063249.00');
});

test('the seven projects of Les Moulins add up to 491 633.11 $', async () => {
  const own = projets.filter((p) => p['mrc'] === 'Les Moulins').map((p) => cents(p['amount_cad']));
  expect([own.length, sum(own)]).toEqual([7, 49_163_311]);
  expect(
    await db.rows(
      "SELECT count(*)::INT AS n, sum(montant_accorde) AS somme FROM octrois WHERE territoire_id = 'les-moulins' AND annonce_id = 'annonce-2021-06'",
    ),
  ).toEqual([{ n: '7', somme: '491633.11' }]);
});

test('June 2021 is 3 482 496 $, with its regional part derived and its rounding apart', async () => {
  const total = sum(amounts({ call: JUIN, territory: 'Lanaudière' }));
  const printed = MRC.map((territory) => amounts({ call: JUIN, territory })[0] ?? 0);
  expect(decimal(total)).toBe('3482496.00');
  const regional = total - sum(printed);
  const rounding = total - sum(printed) - regional - (49_163_311 - 49_163_300);
  expect([decimal(regional), decimal(rounding)]).toEqual(['1220130.00', '-0.11']);
  const rows = await db.rows(
    "SELECT territoire_id, nature, precision, sum(montant_accorde) AS somme FROM octrois WHERE annonce_id = 'annonce-2021-06' GROUP BY ALL",
  );
  const text = rows.map((r) => Object.values(r).join(' '));
  expect(text).toContain(`regional derive derive ${decimal(regional)}`);
  expect(text).toContain(`non-ventile arrondi arrondi ${decimal(rounding)}`);
  expect(
    await one("SELECT sum(montant_accorde) FROM octrois WHERE annonce_id = 'annonce-2021-06'"),
  ).toBe('3482496.00');
});

test('May 2022 is what each territory had, less what it had left', async () => {
  const had = (territory: string) =>
    amounts({ call: 'appel automne 2021 (date limite 2021-11-05 16 h 30)', territory })[0] ?? 0;
  const left = (territory: string) =>
    amounts({ call: 'appel en continu 2022-04 à 2022-09-15', territory })[0] || 0;
  const derived = ['Matawinie', 'Montcalm', "L'Assomption", 'Les Moulins'];
  const meant = new Map(derived.map((t) => [t, decimal(had(t) - left(t))]));
  expect(meant.get('Les Moulins')).toBe('221709.13');
  for (const t of ["D'Autray", 'Joliette'])
    meant.set(t, decimal(amounts({ call: MAI, territory: t })[0] ?? 0));
  const rows = await db.rows(
    "SELECT nom, sum(montant_accorde) AS somme FROM octrois JOIN territoires USING (territoire_id) WHERE annonce_id = 'annonce-2022-05' GROUP BY 1",
  );
  expect(new Map(rows.map((r) => [r['nom'], r['somme']]))).toEqual(meant);
});

test('2024-2029 granted 3 421 915.48 $, all of it in no known territory', async () => {
  expect(amounts({ call: OCTOBRE, kind: 'awarded' })).toEqual([342_191_548]);
  expect(
    await db.rows(
      "SELECT territoire_id, montant_accorde, grain FROM octrois WHERE cycle_id = '2024-2029'",
    ),
  ).toEqual([{ territoire_id: 'non-ventile', montant_accorde: '3421915.48', grain: 'fonds' }]);
});

test('no envelope is given to a territory: no source splits one', async () => {
  expect(await db.rows("SELECT * FROM enveloppes WHERE territoire_id <> 'non-ventile'")).toEqual(
    [],
  );
});

test('the foundation is context: its money counts nowhere and grants nothing', async () => {
  expect(await db.rows("SELECT compte FROM bailleurs WHERE bailleur_id = 'chagnon'")).toEqual([
    { compte: 'false' },
  ]);
  expect(
    await db.rows("SELECT montant_enveloppe FROM enveloppes WHERE bailleur_id = 'chagnon'"),
  ).toEqual([{ montant_enveloppe: '9056250.00' }]);
  expect(await db.rows("SELECT * FROM octrois WHERE bailleur_id <> 'fqis'")).toEqual([]);
});

test('no row set aside on purpose is published anywhere, and each is said', async () => {
  const excluded = outcome.constats.filter((c) => c.regle === 'ligne-ecartee');
  const lines = (nom: string) =>
    excluded.filter((c) => c.fichier.endsWith(nom)).map((c) => Number(/\d+/.exec(c.cellule ?? '')));
  for (const [nom, column] of [
    ['envelopes.csv', 'D'],
    ['projects.csv', 'D'],
  ] as const)
    for (const line of lines(nom)) {
      const value = cellOf(realText(`${LOT}/${nom}`), `${column}${line}`) ?? '';
      expect(value, `${nom} ${line}`).not.toBe('');
      for (const table of TABLES_PUBLIQUES.filter((t) => t !== 'constats')) {
        const cited = `${LOT}/${nom}!%${line}`;
        const rows = await db.rows(`SELECT to_json(t) AS j FROM ${table} t`);
        const found = rows.filter(({ j }) =>
          new RegExp(cited.replace('%', '[A-Z]+') + '\\b').test(j ?? ''),
        );
        expect(found, `${table} ${cited}`).toEqual([]);
      }
    }
  expect(lines('envelopes.csv').length).toBe(7);
  expect(lines('projects.csv').length).toBe(4);
});

test('every grant cites a source and a cell of the received file that holds its amount', async () => {
  const rows = await db.rows(
    'SELECT o.*, s.url FROM octrois o LEFT JOIN sources s USING (source_id) ORDER BY octroi_id',
  );
  expect(rows).toHaveLength(21);
  for (const { octroi_id, nature, montant_accorde, provenance, url } of rows) {
    expect(url, octroi_id ?? '').not.toBeNull();
    const cells = (provenance ?? '').split(' ; ').map((p) => p.split('!') as [string, string]);
    for (const [file, cell] of cells)
      expect(cellOf(realText(file), cell), octroi_id ?? '').toBeDefined();
    const [[file, cell] = ['', '']] = cells;
    const printed = cellOf(realText(file), cell);
    if (nature === 'projet') expect(printed).toBe(montant_accorde);
    if (nature === 'reste') {
      const named = await one(
        `SELECT coalesce(sum(p.montant_accorde), 0)::DECIMAL(14,2) FROM octrois p JOIN octrois o USING (annonce_id, territoire_id)
         WHERE o.octroi_id = '${octroi_id ?? ''}' AND p.nature = 'projet'`,
      );
      expect(cents(printed), octroi_id ?? '').toBe(cents(montant_accorde) + cents(named));
    }
  }
});

test('parts add up to each published total, to the cent or within what the source rounds', async () => {
  const gaps = await db.rows(
    "SELECT controle_id, ecart FROM controles WHERE objet = 'octrois' AND precision NOT IN ('minimum', 'maximum')",
  );
  expect(gaps.length).toBe(10);
  for (const { controle_id, ecart } of gaps)
    expect(Math.abs(cents(ecart)), controle_id ?? '').toBeLessThanOrEqual(50);
  expect(
    await db.rows(
      `SELECT o.octroi_id FROM octrois o LEFT JOIN ventilations v USING (octroi_id)
       GROUP BY o.octroi_id, o.montant_accorde HAVING coalesce(sum(v.montant_accorde), 0) <> o.montant_accorde`,
    ),
  ).toEqual([]);
});

/** The discrepancies that whoever compiled the sources found by hand, each with its amount. */
test.each([
  ['the total of November 2020 holds the regional part too', 'controle-ecart-solde', '1308642.50'],
  ['autumn 2021: seven lines for a title of two millions', 'controle-arrondi', '63833.86'],
  ["May 2022 in D'Autray, against the balances", 'derivation-comparee', '231823.83'],
  ['May 2022 in Joliette, against the balances', 'derivation-comparee', '33526.82'],
  ['April 2022: five remainders for a title of a million', 'controle-incomplet', '809944.99'],
  ['April 2022: what is missing from the title', 'controle-incomplet', '190055.01'],
  ["added or returned in D'Autray", 'solde-inexplique', '23851.79'],
  ['added or returned in Montcalm', 'solde-inexplique', '25470.00'],
  ["added or returned in L'Assomption", 'solde-inexplique', '27402.12'],
  ['added or returned in Joliette', 'solde-inexplique', '29382.77'],
  ['Matawinie and Les Moulins together, as printed', 'solde-inexplique', '684342.31'],
  ['Matawinie and Les Moulins together, as expected', 'solde-inexplique', '623347.15'],
  ['autumn 2020: already committed', 'engagement-anterieur', '799862.88'],
])('%s: the run says so', async (_, regle, amount) => {
  const [whole = '', decimals = ''] = amount.split('.');
  const shown = `${whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0')},${decimals}\u00a0$`;
  const said = await db.rows(`SELECT message FROM constats WHERE regle = '${regle}'`);
  expect(said.map((r) => r['message']).join('\n')).toContain(shown);
});

test('the six MRC have the 521 960 people of the 2021 decree, read at its source; nothing else is known', async () => {
  const [read] = readRows(realText(`${LOT}/sources.csv`)).filter(
    (r) => r['source_id'] === 'pop_mern',
  );
  expect(
    await db.rows(
      `SELECT count(*) AS mrc, sum(population) AS habitants, population_annee, url
       FROM territoires t JOIN sources s ON s.source_id = t.population_source_id
       WHERE nature = 'mrc' GROUP BY ALL`,
    ),
  ).toEqual([
    { mrc: '6', habitants: '521960', population_annee: '2021', url: read?.['source_url'] },
  ]);
  expect(
    await one(
      `SELECT count(*) FROM territoires WHERE population_faible_revenu IS NOT NULL
       OR nature <> 'mrc' AND (population, population_annee, population_source_id) IS DISTINCT FROM (NULL, NULL, NULL)`,
    ),
  ).toBe('0');
});
