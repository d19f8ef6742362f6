import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { TABLES_PUBLIQUES } from '../../src/lib/domain/tables';
import { Fund } from './lib/fund';
import { faultsOf, type Outcome, publicFolder, runFund } from './lib/publication';
import { checkAccounting, compteOf } from './lib/refusal';
import { GRANDE, makeRegion, PETITE } from './lib/region';
import { openPublication, type Publication } from './lib/sql';
import { tempFolder } from '../lib/temp';

const decimal = (cents: number) => (cents / 100).toFixed(2);

describe.each([
  ['three territories and one cycle', PETITE],
  ['eighteen territories and three cycles, as Excel saves them', GRANDE],
])('%s', (_, taille) => {
  const region = makeRegion(taille);
  const root = tempFolder();
  let outcome: Outcome;
  let db: Publication;

  beforeAll(async () => {
    new Fund(root, region.plan);
    outcome = await runFund(root, taille.id);
    db = await openPublication(publicFolder(root, taille.id), TABLES_PUBLIQUES);
  });
  afterAll(() => db.close());

  test('publishes from data alone, and keeps every row', () => {
    expect(outcome.blocking).toEqual([]);
    expect(faultsOf(publicFolder(root, taille.id))).toEqual([]);
    checkAccounting(outcome);
    const { sommes, projets, sources } = region.plan;
    const counts = { 'enveloppes.csv': sommes, 'projets.csv': projets, 'sources.csv': sources };
    for (const [nom, rows] of Object.entries(counts))
      expect(compteOf(outcome, nom)).toMatchObject({ lues: rows.length, retenues: rows.length });
  });

  test('gives each bucket of each cycle its total to the cent', async () => {
    const rows = await db.rows(
      'SELECT cycle_id, territoire_id, sum(montant_accorde) AS somme FROM octrois GROUP BY ALL',
    );
    const found = rows.map((r) => [`${r['cycle_id']} ${r['territoire_id']}`, r['somme'] ?? '']);
    const meant = [...region.accorde].map(([key, cents]) => [key, decimal(cents)]);
    expect(new Map(found as [string, string][])).toEqual(new Map(meant as [string, string][]));
  });

  test('gives each cycle its envelope', async () => {
    const rows = await db.rows('SELECT cycle_id, montant_enveloppe FROM enveloppes ORDER BY 1');
    expect(rows.map((r) => [r['cycle_id'], r['montant_enveloppe']])).toEqual(
      [...region.enveloppe].map(([cycle, cents]) => [cycle, decimal(cents)]),
    );
  });

  test('splits each project among its priorities, to the cent', async () => {
    const shares = await db.rows(
      'SELECT projet_id, count(*)::INT AS n, sum(part_pour_cent)::INT AS cent FROM projets_priorites GROUP BY 1',
    );
    const meant = region.plan.projets.map((p) => [p.id, region.plan.enjeux[p.priorite ?? '']]);
    for (const [id, ids] of meant as [string, readonly string[] | undefined][])
      expect(shares).toContainEqual({ projet_id: id, n: String(ids?.length ?? 1), cent: '100' });
    const gaps = await db.rows(
      `SELECT o.octroi_id FROM octrois o JOIN ventilations v USING (octroi_id)
       GROUP BY 1, o.montant_accorde HAVING sum(v.montant_accorde) <> o.montant_accorde`,
    );
    expect(gaps).toEqual([]);
  });

  test('keeps accents, ligatures, quotes and marks of the received files', async () => {
    const [first] = region.plan.projets;
    const rows = await db.rows(
      `SELECT titre, o.nom AS organisme FROM projets JOIN organismes o USING (organisme_id) WHERE projet_id = '${first?.id ?? ''}'`,
    );
    expect(rows).toEqual([{ titre: first?.titre, organisme: first?.organisme }]);
  });
});

test('a correction wins over the received value, and both stay visible', async () => {
  const region = makeRegion(GRANDE);
  const [project] = region.plan.projets;
  const line = ['projets-publics', project?.id ?? '', 'titre', 'Titre revu', 'Ana', '2022-06-01'];
  const plan = { ...region.plan, corrections: [[...line, 'faute de frappe']] };
  const root = tempFolder();
  new Fund(root, plan);
  expect((await runFund(root, plan.id)).blocking).toEqual([]);
  const db = await openPublication(publicFolder(root, plan.id), ['corrections', 'projets']);
  expect(await db.rows('SELECT * FROM corrections')).toEqual([
    {
      correction_id: 'correction-1',
      table_visee: 'projets-publics',
      ligne_visee: project?.id,
      colonne: 'titre',
      donnee: 'titre',
      valeur_recue: project?.titre,
      valeur_corrigee: 'Titre revu',
      auteur: 'Ana',
      date_correction: '2022-06-01',
      motif: 'faute de frappe',
    },
  ]);
  const titres = await db.rows(
    `SELECT titre FROM projets WHERE projet_id = '${project?.id ?? ''}'`,
  );
  expect(titres).toEqual([{ titre: 'Titre revu' }]);
  db.close();
});

test('a corrected amount moves its bucket by as much', async () => {
  const region = makeRegion(PETITE);
  const { plan } = region;
  const id = `accorde-suite-2005-2010-ensemble-s-2005-2010`;
  const line = ['enveloppes-publiques', id, 'montant', '12,34', 'Ana', '2022-06-01', 'relu'];
  const root = tempFolder();
  new Fund(root, { ...plan, corrections: [line] });
  expect((await runFund(root, plan.id)).blocking).toEqual([]);
  const db = await openPublication(publicFolder(root, plan.id), ['octrois', 'corrections']);
  expect(
    await db.rows("SELECT montant_accorde FROM octrois WHERE territoire_id = 'non-ventile'"),
  ).toEqual([{ montant_accorde: '12.34' }]);
  const [seen] = await db.rows('SELECT valeur_recue, valeur_corrigee FROM corrections');
  const received = decimal(region.accorde.get('2005-2010 non-ventile') ?? 0);
  expect(seen).toEqual({ valeur_recue: received, valeur_corrigee: '12.34' });
  db.close();
});

test('a corrected date says the day, though the source said the month', async () => {
  const region = makeRegion(PETITE);
  const { plan } = region;
  const fund = new Fund(tempFolder(), {
    ...plan,
    appels: [{ id: 'appel', cycle: '2005-2010', libelle: 'Appel' }],
    sommes: [
      ...plan.sommes,
      { ...plan.sommes[0]!, evenement: 'Appel', nature: 'disponible', date: '2006-03' },
    ],
    corrections: [
      [
        ...['enveloppes-publiques', 'disponible-appel-t-01-s-2005-2010', 'date', '2006-03-02'],
        ...['Ana', '2022-06-01', 'jour retrouvé'],
      ],
    ],
  });
  expect((await runFund(fund.root, plan.id)).blocking).toEqual([]);
  const db = await openPublication(publicFolder(fund.root, plan.id), ['soldes_constates']);
  expect(await db.rows('SELECT date_constat, date_precision FROM soldes_constates')).toEqual([
    { date_constat: '2006-03-02', date_precision: 'jour' },
  ]);
  db.close();
});

test('the encoding of a file changes nothing that is published', async () => {
  const published = await Promise.all(
    (['utf-8', 'windows-1252', 'utf-16le'] as const).map(async (encodage) => {
      const { plan } = makeRegion({ ...GRANDE, encodage });
      const fund = new Fund(tempFolder(), plan);
      await runFund(fund.root, plan.id);
      const db = await openPublication(publicFolder(fund.root, plan.id), ['projets', 'octrois']);
      const rows = await db.rows(
        'SELECT * FROM octrois JOIN projets USING (projet_id) ORDER BY ALL',
      );
      db.close();
      return rows;
    }),
  );
  expect(published[0]?.length).toBe(19 * 3 * 4);
  expect(published[1]).toEqual(published[0]);
  expect(published[2]).toEqual(published[0]);
});

test('one agreement that gives two cycles the same sum stays two envelopes', async () => {
  const { plan } = makeRegion({ ...PETITE, id: 'deux-cycles', cycles: 2 });
  const sommes = plan.sommes.map((s) =>
    s.nature === 'enveloppe' ? { ...s, evenement: 'Entente', montant: '90 000 000,00' } : s,
  );
  const fund = new Fund(tempFolder(), { ...plan, sommes, ententes: { Entente: 'tresor' } });
  expect((await runFund(fund.root, plan.id)).blocking).toEqual([]);
  const db = await openPublication(publicFolder(fund.root, plan.id), ['enveloppes']);
  expect(await db.rows('SELECT cycle_id FROM enveloppes ORDER BY 1')).toHaveLength(2);
  db.close();
});
