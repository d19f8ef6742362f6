/** The pages of reports and results, composed from the real products. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderChart } from '../../src/lib/charts/render-chart';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { tableToCsv } from '../../src/lib/views/csv';
import type { Chart, Figure } from '../../src/lib/views/figure';
import type { PageFonds } from '../../src/lib/views/page';
import { composeRedditions } from '../../src/lib/views/redditions';
import { composeResultats, type PageResultats } from '../../src/lib/views/resultats';
import { productOf } from '../lib/questions';

const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');
let redditions: PageFonds;
let resultats: PageResultats;
let raw: DuckDBConnection;

async function compose(fonds: string): Promise<[PageFonds, PageResultats]> {
  const engine = await openNodeEngine(productOf(fonds));
  const pages: [PageFonds, PageResultats] = [
    await composeRedditions(engine),
    await composeResultats(engine),
  ];
  await engine.close();
  return pages;
}

beforeAll(async () => {
  [redditions, resultats] = await compose('demo');
  raw = await (await DuckDBInstance.create()).connect();
});
afterAll(() => raw.closeSync());

const figures = (): Figure[] => [...redditions.figures, ...resultats.figures, ...resultats.autres];
const figure = (id: string): Figure => figures().find((f) => f.id === id)!;
const table = (nom: string) => `read_parquet('${productOf('demo')}/${nom}.parquet')`;

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  return (await raw.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
}

/** Words of a chart that hold its numbers. */
function said(chart: Chart): string[] {
  if (chart.type === 'piles') return chart.elements.map((e) => e.texte);
  if (chart.type === 'barres') return chart.elements.map((e) => e.texte);
  if (chart.type === 'trajectoires' || chart.type === 'matrice' || chart.type === 'ligne')
    return [];
  return chart.panneaux.flatMap((p) =>
    p.elements.flatMap((e) => [e.texte, 'cibleTexte' in e ? (e.cibleTexte as string) : '']),
  );
}

const numbersIn = (text: string) =>
  [...flat(text).matchAll(/\d[\d ]*(?:,\d+)?/g)].map(([n]) => n.trim());

describe('each figure', () => {
  it('draws no number that its table does not say', () => {
    expect(figures().length).toBeGreaterThanOrEqual(10);
    for (const { id, chart, table: shown } of figures()) {
      const cells = shown.lignes.flat();
      const told = new Set(cells.flatMap((c) => numbersIn(c.texte)));
      // The share of a target is drawn rounded to a whole number.
      for (const { valeur } of cells)
        if (typeof valeur === 'number') told.add(String(Math.round(valeur * 100)));
      for (const text of chart ? said(chart) : [])
        for (const n of numbersIn(text)) expect(told, `${id} : ${text}`).toContain(n);
    }
  });

  it('says its title to who cannot see, says fiction, and downloads what its table shows', () => {
    for (const { alt, titre, sousTitre, table: shown } of figures()) {
      expect(alt).toContain(titre);
      expect(sousTitre).toContain('DONNÉES FICTIVES');
      const rows = tableToCsv(shown).trim().split('\r\n');
      expect(rows).toHaveLength(1 + shown.lignes.length + (shown.total ? 1 : 0));
      for (const row of rows.slice(1)) expect(row).toMatch(/;DONNÉES FICTIVES$/);
    }
  });

  it('is drawn without a warning at both widths, each row of its table as wide as its head', () => {
    const { document } = parseHTML('<html></html>');
    for (const { chart, alt, table: shown } of figures()) {
      for (const width of chart ? [340, 720] : [])
        expect(renderChart(chart!, { width, document: document as never, alt })).not.toContain('⚠');
      for (const row of [...shown.lignes, ...(shown.total ? [shown.total] : [])])
        expect(row).toHaveLength(shown.colonnes.length);
    }
  });

  it('uses each anchor once', () => {
    for (const page of [redditions.figures, [...resultats.figures, ...resultats.autres]]) {
      const ids = page.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('titles, recomputed from the Parquet', () => {
  it('count what is due and received', async () => {
    const [row] = await rowsOf(`
      SELECT sum(nombre)::INT AS dues,
             sum(nombre) FILTER (NOT contains(etat, 'attendue') AND etat <> 'en-retard')::INT AS recues
      FROM ${table('comptes_redditions')} WHERE portee = 'territoire'`);
    const part = ((100 * Number(row!['recues'])) / Number(row!['dues'])).toFixed(1);
    expect(flat(figure('couverture').titre)).toBe(
      `${row!['recues']} des ${row!['dues']} redditions dues sont reçues, soit ${part.replace('.', ',')} %.`,
    );
  });

  it('count participations', async () => {
    const [row] = await rowsOf(`
      SELECT exercice_id, total_nombre, nombre_redditions FROM ${table('totaux_reponses')}
      WHERE question_id = 'participations' ORDER BY exercice_id DESC LIMIT 1`);
    const text = flat(figure('personnes').titre).replace(/(\d) (?=\d)/g, '$1');
    expect(text).toBe(
      `En ${row!['exercice_id']}, ${row!['nombre_redditions']} redditions comptent ${row!['total_nombre']} participations, et non personnes uniques.`,
    );
  });

  it('add up what is spent, to the cent', async () => {
    const [row] = await rowsOf(`
      SELECT exercice_id, sum(montant_depense)::VARCHAR AS total,
             max(montant_depense) FILTER (poste_id IS NOT NULL)::VARCHAR AS grand
      FROM ${table('totaux_depenses')} GROUP BY exercice_id ORDER BY exercice_id DESC LIMIT 1`);
    const text = flat(figure('depenses').titre)
      .replace(/(\d) (?=\d)/g, '$1')
      .replaceAll(',', '.');
    for (const n of [row!['total'], row!['grand']]) expect(text).toContain(`${String(n)} $`);
    expect(text).toContain(String(row!['exercice_id']));
  });

  it('balance each cycle', async () => {
    const rows = await rowsOf(`
      SELECT cycle_id, CAST(montant_recu * 100 AS BIGINT)::VARCHAR AS recu,
             CAST(montant_encaisse * 100 AS BIGINT)::VARCHAR AS encaisse
      FROM ${table('bilans_cycles')}`);
    const { table: shown } = figure('bilan');
    for (const { cycle_id, recu, encaisse } of rows) {
      const column = shown.colonnes.findIndex((c) => c.titre === cycle_id);
      const cents = shown.lignes.map((line) => Math.round(Number(line[column]!.valeur) * 100));
      expect(cents[0]).toBe(Number(recu));
      expect(cents[0]! + cents[1]! + cents[2]! + cents[3]!).toBe(cents[4]);
      expect(cents[4]).toBe(Number(encaisse));
    }
  });
});

it('shows every public question that has an answer, each once', async () => {
  const rows = await rowsOf(`
    SELECT DISTINCT q.question_id, q.libelle, q.role
    FROM ${table('totaux_reponses')} t JOIN ${table('questions')} q USING (question_id)`);
  const people = JSON.stringify(figure('personnes').table.lignes);
  for (const { libelle, role } of rows) {
    const own = resultats.autres.filter((f) => f.titre.includes(String(libelle)));
    if (role === null) expect(own, String(libelle)).toHaveLength(1);
    else expect(own).toHaveLength(0);
    if (role !== null && role !== 'objectifs') expect(people).toContain(String(libelle));
  }
  expect(resultats.autres.length).toBeGreaterThan(0);
});

it('draws nothing for a fund without reports, and says what will be there', async () => {
  const [reports, results] = await compose('lanaudiere');
  expect([...reports.figures, ...results.figures, ...results.autres]).toEqual([]);
  for (const page of [reports, results]) {
    expect(page.avenir.length).toBeGreaterThan(2);
    expect(page.phrases.join(' ')).toContain('Cela ne dit rien de ce que');
  }
});
