import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { renderChart } from '../../src/lib/charts/render-chart';
import { type Choix, SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeApercu, composePhrases } from '../../src/lib/views/pages/apercu';
import type { Page } from '../../src/lib/views/page';
import { tableToCsv } from '../../src/lib/views/csv';
import type { Figure } from '../../src/lib/views/figure';
import { amountsOf, amountTexts, flat, sayAmount } from '../lib/montants';
import { ALL_CHOICES } from '../lib/questions';

let engine: Engine;
let all: Page[];

beforeAll(async () => {
  engine = await openNodeEngine('static/donnees/lanaudiere/public');
  all = [];
  for (const choix of ALL_CHOICES) all.push(await composeApercu(engine, choix));
});
afterAll(() => engine.close());

const figure = (apercu: Page, id: string): Figure => apercu.figures.find((f) => f.id === id)!;
const whole = () => all[0]!;

describe('each figure, whatever the choices', () => {
  it('draws nothing that its table does not say, envelope included', () => {
    for (const apercu of all)
      for (const { id, chart, table } of apercu.figures) {
        if (!chart) continue;
        const said = new Set(amountTexts(JSON.stringify(table.lignes.flat().map((c) => c.texte))));
        for (const amount of amountsOf(chart)) {
          expect(said, `${id} ${JSON.stringify(apercu.choix)}`).toContain(sayAmount(amount));
        }
      }
  });

  it('titles no amount that its table does not say, and says its title to who cannot see', () => {
    for (const apercu of all)
      for (const { id, titre, alt, table } of apercu.figures) {
        expect(alt).toContain(titre);
        const said = amountTexts(JSON.stringify(table.lignes.flat().map((c) => c.texte)));
        const grouped = id === 'enveloppe' || id === 'cycles' || id === 'trajectoire';
        if (!grouped)
          for (const amount of amountTexts(titre)) expect(said, titre).toContain(amount);
      }
  });

  it('adds up every exercice in what grows, whichever is chosen, and says so', async () => {
    const demo = await openNodeEngine('static/donnees/demo/public');
    const of = async (own: Engine, choix: Partial<Choix>) =>
      composeApercu(own, { ...SANS_CHOIX, ...choix });
    const told = (page: Page, id: string) => {
      const { titre, chart, table } = figure(page, id);
      return JSON.stringify({ titre, chart, table });
    };
    for (const [own, exercice] of [
      [engine, '2021-2022'],
      [demo, '2025-2026'],
    ] as const) {
      const [without, chosen] = [await of(own, {}), await of(own, { exercice })];
      for (const id of ['trajectoire', 'cycles']) {
        expect(told(chosen, id)).toBe(told(without, id));
        expect(figure(chosen, id).sousTitre).toContain(`le choix de ${exercice} n’y change rien`);
        expect(figure(without, id).sousTitre).not.toContain('n’y change rien');
      }
      expect(figure(chosen, 'exercice').sousTitre).not.toContain('n’y change rien');
    }
    const chosen = await of(demo, { exercice: '2025-2026' });
    expect(flat(figure(chosen, 'cycles').titre)).toContain('3 321 197,83 $');
    expect(flat(figure(chosen, 'trajectoire').titre)).toContain('À 52 % du cycle 2024-2029');
    await demo.close();
  });

  it('names each choice in the title of the envelope', async () => {
    const noms = new Map<unknown, string>();
    for (const table of ['territoires', 'priorites', 'organismes'])
      for (const row of await engine.query(`SELECT * FROM ${table}`, []))
        noms.set(row[`${table.slice(0, -1)}_id`], flat(String(row['nom'])));
    for (const apercu of all)
      for (const id of ['territoire', 'priorite', 'organisme'] as const)
        if (apercu.choix[id] !== null)
          expect(flat(figure(apercu, 'enveloppe').titre)).toContain(noms.get(apercu.choix[id]));
  });

  it('downloads the rows that its table shows', () => {
    for (const { table } of whole().figures) {
      const csv = flat(tableToCsv(table).replaceAll('\r\n', '\n').replaceAll('""', '"'));
      for (const cell of table.lignes.flat())
        if (typeof cell.valeur === 'string') expect(csv).toContain(flat(cell.valeur));
      expect(tableToCsv(table).trim().split('\r\n').length).toBe(
        1 + table.lignes.length + (table.total ? 1 : 0),
      );
    }
  });

  it('is drawn without a warning at both widths', () => {
    const { document } = parseHTML('<html></html>');
    for (const apercu of all)
      for (const { chart, alt } of apercu.figures)
        for (const width of [340, 720])
          if (chart) {
            const svg = renderChart(chart, { width, document: document as never, alt });
            expect(svg).not.toContain('⚠');
          }
  });

  it('never falls back to zero', () => {
    for (const apercu of all)
      for (const { table, titre, omissions } of apercu.figures) {
        const texts = table.lignes.flat().map((c) => flat(c.texte));
        for (const text of [...texts, titre, ...omissions])
          expect(text).not.toMatch(/(^|[^\d,])0 \$/);
      }
  });
});

describe('the sums of the board', () => {
  it('add up to the whole of each cycle, in the table itself', () => {
    const rows = figure(whole(), 'enveloppe').table.lignes;
    for (const cycle of ['2019-2024', '2024-2029'])
      for (const column of [2, 3]) {
        const mine = rows.filter((r) => r[0]!.valeur === cycle);
        const total = mine.find((r) => r[1]!.valeur === 'Ensemble du cycle')![column]!.valeur;
        const parts = mine
          .filter((r) => r[1]!.valeur !== 'Ensemble du cycle')
          .map((r) => Math.round(Number(r[column]!.valeur ?? 0) * 100));
        expect(parts.reduce((a, b) => a + b, 0)).toBe(Math.round(Number(total) * 100));
      }
  });

  it('give for one bucket what the board gives for it', () => {
    const board = figure(whole(), 'enveloppe').table.lignes.find(
      (r) => r[0]!.valeur === '2019-2024' && r[1]!.valeur === 'Les Moulins',
    )!;
    const chosen = all.find(
      (a) =>
        a.choix.cycle === '2019-2024' &&
        a.choix.territoire === 'les-moulins' &&
        !a.choix.priorite &&
        !a.choix.exercice,
    )!;
    const { colonnes, total } = figure(chosen, 'priorite').table;
    const alone = total![colonnes.findIndex(({ cle }) => cle === 'montant_accorde')]!;
    expect(alone.texte).toBe(board[3]!.texte);
  });
});

describe('precision', () => {
  it('follows the weakest part into words', async () => {
    const said = flat(JSON.stringify(whole().figures));
    for (const words of [
      'au plus 56,1 %',
      'au moins 74,7 %',
      'au moins 2 678 084,52 $',
      'au plus 1 531 269,29 $',
    ])
      expect(said.toLowerCase()).toContain(words);
    expect(flat((await composePhrases(engine)).join(' '))).toContain('soit au plus 56,1 %');
  });

  it('says of money coarser than a choice that its part is unknown', async () => {
    const apercu = await composeApercu(engine, { ...SANS_CHOIX, territoire: 'joliette' });
    for (const id of ['enveloppe', 'trajectoire', 'priorite', 'exercice', 'cycles'])
      expect(flat(figure(apercu, id).omissions.join(' '))).toContain(
        '3 421 915,48 $ ne peuvent être ventilés',
      );
    expect(flat(apercu.resultat)).toContain('3 421 915,48 $ ne peuvent être ventilés');
  });
});
