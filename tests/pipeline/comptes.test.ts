/** Rows in, counted by other means than the pipeline's reader, against rows out. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { runs } from '../lib/ampleur';
import { countRows, readRows, writeCsv } from './lib/csv';
import { Fund } from './lib/fund';
import { copyReal, FONDS, LOT, realText } from './lib/lanaudiere';
import { type Outcome, publicFolder, runFund } from './lib/publication';
import { checkAccounting, compteOf } from './lib/refusal';
import { GRANDE, makeRegion, PETITE } from './lib/region';
import { openPublication } from './lib/sql';
import { tempFolder } from '../lib/temp';

async function tableCounts(root: string, fonds: string, tables: readonly string[]) {
  const db = await openPublication(publicFolder(root, fonds), tables);
  const counts = await Promise.all(
    tables.map(async (t) => [
      t,
      Number((await db.rows(`SELECT count(*) AS n FROM ${t}`))[0]?.['n']),
    ]),
  );
  db.close();
  return Object.fromEntries(counts) as Record<string, number>;
}

const PRODUITS = [
  'sources',
  'projets',
  'enveloppes',
  'controles',
  'attestations',
  'soldes_constates',
  'demandes',
];

describe('the real fund', () => {
  let outcome: Outcome;
  let out: Record<string, number>;
  const root = copyReal();
  beforeAll(async () => {
    outcome = await runFund(root, FONDS);
    out = await tableCounts(root, FONDS, PRODUITS);
  });

  test.each([
    ['envelopes.csv', 49],
    ['projects.csv', 13],
    ['sources.csv', 93],
  ])('%s: every row is read once', (nom, rows) => {
    expect(countRows(realText(`${LOT}/${nom}`), ',')).toBe(rows);
    expect(compteOf(outcome, nom)).toMatchObject({ lues: rows, refusees: 0 });
    checkAccounting(outcome);
  });

  test('every row that is kept stands in one table, or names a sum that its source does not print', () => {
    const excluded = new Set(
      outcome.constats
        .filter((c) => c.regle === 'ligne-ecartee' && c.fichier.endsWith('envelopes.csv'))
        .map((c) => Number(/\d+/.exec(c.cellule ?? '')?.[0])),
    );
    const sommes = readRows(realText(`${LOT}/envelopes.csv`)).filter(
      (_, i) => !excluded.has(i + 2),
    );
    const silent = sommes.filter((r) => r['amount_cad'] === '').length;
    expect(silent).toBe(2);
    const { enveloppes, controles, attestations, soldes_constates, demandes } = out as Record<
      string,
      number
    >;
    const placed = enveloppes! + controles! + attestations! + soldes_constates! + demandes!;
    expect(placed + silent).toBe(compteOf(outcome, 'envelopes.csv')?.retenues);
    expect(placed + silent + excluded.size).toBe(49);
  });

  test('every source and every project that is kept is a row of the product', () => {
    expect(out['sources']).toBe(compteOf(outcome, 'sources.csv')?.retenues);
    expect(out['projets']).toBe(compteOf(outcome, 'projects.csv')?.retenues);
  });
});

test.each([PETITE, GRANDE])('a generated fund, $id: rows in are rows out', async (taille) => {
  const { plan } = makeRegion(taille);
  const fund = new Fund(tempFolder(), plan);
  const outcome = await runFund(fund.root, plan.id);
  const out = await tableCounts(fund.root, plan.id, PRODUITS);
  for (const [nom, rows] of [
    ['enveloppes.csv', plan.sommes.length],
    ['projets.csv', plan.projets.length],
  ] as const) {
    const text = new TextDecoder('latin1').decode(fund.bytes(`recu/lot-1/${nom}`));
    expect(countRows(text, plan.separateur)).toBe(rows);
    expect(compteOf(outcome, nom)).toMatchObject({ lues: rows, retenues: rows });
  }
  expect(out['projets']).toBe(plan.projets.length);
  expect(out['enveloppes']! + out['controles']!).toBe(plan.sommes.length);
});

const MARKS = [',', ';', '\t', '|'] as const;

/** Fields with what upsets readers: quotes, marks, line ends, blanks, signs. */
const field = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom('Un', 'Annonce 2021', 'Val-Cendré', '12,50', 'accordé', ''),
  },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '\r\n', '\t', '|', ' ', '1', '.', '$'),
      maxLength: 8,
    }),
  },
);

const grid = fc.array(fc.array(field, { minLength: 8, maxLength: 8 }), { maxLength: 6 });

test('well-formed files of any content: each row is kept, set aside or refused', async () => {
  const model = new Fund(tempFolder());
  const header = readHeader(model);
  await fc.assert(
    fc.asyncProperty(
      grid,
      fc.constantFrom(...MARKS),
      fc.constantFrom('\n', '\r\n'),
      async (rows, separateur, finDeLigne) => {
        const text = writeCsv([header, ...rows], { separateur, finDeLigne });
        model.receive('enveloppes.csv', text);
        model.declare('enveloppes.csv', { separateur });
        const outcome = await runFund(model.root, model.plan.id);
        checkAccounting(outcome);
        expect(compteOf(outcome, 'enveloppes.csv')?.lues).toBe(countRows(text, separateur));
      },
    ),
    runs(10, 120),
  );
});

const readHeader = (fund: Fund) =>
  (fund.text('recu/lot-1/enveloppes.csv').split('\n')[0] ?? '').split(',');

test('any text at all: a finding or a row, never an exception', async () => {
  const model = new Fund(tempFolder());
  const header = `${readHeader(model).join(',')}\n`;
  const noise = fc.string({
    unit: fc.constantFrom(
      'Cycle',
      'Un',
      ',',
      ',',
      '"',
      '\n',
      '\r',
      'é',
      ' ',
      '\u0000',
      '\ufeff',
      '12,50',
    ),
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(noise, fc.boolean(), async (text, headed) => {
      model.receive('enveloppes.csv', headed ? header + text : text);
      const outcome = await runFund(model.root, model.plan.id);
      expect(outcome.ok || outcome.blocking.length > 0).toBe(true);
      checkAccounting(outcome);
    }),
    runs(10, 120),
  );
});

test('any bytes at all, under any declared encoding: a finding, never an exception', async () => {
  const model = new Fund(tempFolder());
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 80 }),
      fc.constantFrom('utf-8', 'windows-1252', 'utf-16le'),
      async (bytes, encodage) => {
        model.receive('projets.csv', bytes);
        model.declare('projets.csv', { encodage });
        const outcome = await runFund(model.root, model.plan.id);
        expect(outcome.ok).toBe(false);
        expect(outcome.blocking.some((c) => c.fichier === 'recu/lot-1/projets.csv')).toBe(true);
        checkAccounting(outcome);
      },
    ),
    runs(10, 120),
  );
});

test('funds of any size publish every cent that they received', async () => {
  const taille = fc.record({
    id: fc.constant('hasard'),
    territoires: fc.integer({ min: 1, max: 6 }),
    cycles: fc.integer({ min: 1, max: 3 }),
    projetsParTerritoire: fc.integer({ min: 1, max: 3 }),
    graine: fc.nat(),
    encodage: fc.constantFrom('utf-8' as const, 'windows-1252' as const, 'utf-16le' as const),
    separateur: fc.constantFrom(...MARKS),
  });
  await fc.assert(
    fc.asyncProperty(taille, async (t) => {
      const { plan, accorde } = makeRegion(t);
      const fund = new Fund(tempFolder(), plan);
      const outcome = await runFund(fund.root, plan.id);
      expect(outcome.blocking).toEqual([]);
      checkAccounting(outcome);
      const db = await openPublication(publicFolder(fund.root, plan.id), ['octrois']);
      const [row] = await db.rows('SELECT sum(montant_accorde) AS somme FROM octrois');
      db.close();
      const cents = [...accorde.values()].reduce((a, b) => a + b, 0);
      expect(row).toEqual({ somme: (cents / 100).toFixed(2) });
    }),
    runs(2, 12),
  );
});
