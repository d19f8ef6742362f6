/** Applications counted: what questions give, against plain SQL on the published files. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { appelsListe } from '../../src/lib/data/queries/appels-liste';
import { demandesComptees } from '../../src/lib/data/queries/demandes-comptees';
import { ask } from '../../src/lib/data/question';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeAppels } from '../../src/lib/views/pages/appels';
import { productOf } from '../lib/questions';

let engine: Engine;
let raw: DuckDBConnection;
const table = (nom: string) => `read_parquet('${productOf('demo')}/${nom}.parquet')`;
const flat = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

beforeAll(async () => {
  engine = await openNodeEngine(productOf('demo'));
  raw = await (await DuckDBInstance.create()).connect();
});
afterAll(async () => {
  await engine.close();
  raw.closeSync();
});

async function rowsOf(sql: string): Promise<Record<string, unknown>[]> {
  return (await raw.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
}

it('what was decided by the last day is what is granted in all', async () => {
  const today = await ask(engine, demandesComptees, SANS_CHOIX);
  const [last] = await rowsOf(`SELECT date_donnees::VARCHAR AS jour FROM ${table('fonds')}`);
  const then = await ask(engine, demandesComptees, { ...SANS_CHOIX, au: String(last!['jour']) });
  expect(then.length).toBe(today.length);
  const sums = (rows: typeof today) =>
    rows.filter((r) => r.portee !== 'priorite').map((r) => [r.compte_id, r.montant_accorde]);
  expect(sums(then)).toEqual(sums(today));
  expect(then.filter((r) => r.portee === 'priorite').every((r) => r.montant_accorde === null)).toBe(
    true,
  );
});

it('at a past day, what is granted is the decisions of that day', async () => {
  const au = '2025-06-01';
  const rows = await ask(engine, demandesComptees, { ...SANS_CHOIX, au });
  expect(rows.map((r) => r.ids)).toEqual(['APP-2024-1', 'APP-2025-1']);
  for (const row of rows) {
    const [own] = await rowsOf(`
      SELECT sum(CAST(o.montant_accorde * 100 AS BIGINT))::VARCHAR AS cents
      FROM ${table('octrois')} o, ${table('projets')} p, ${table('annonces')} a
      WHERE o.projet_id = p.projet_id AND p.annonce_id = a.annonce_id AND a.appel_id = '${row.ids}'
        AND o.bailleur_id = 'fonds-solidaire' AND o.date_effet <= DATE '${au}'`);
    expect(Math.round(row.montant_accorde! * 100)).toBe(Number(own!['cents']));
  }
});

it('parts add up to the cycle, whatever they are by', async () => {
  const rows = await ask(engine, demandesComptees, SANS_CHOIX);
  const whole = rows.find((r) => r.portee === 'cycle')!;
  for (const portee of ['appel', 'territoire', 'priorite']) {
    const own = rows.filter((r) => r.portee === portee);
    const sum = (of: (r: (typeof rows)[number]) => number) => own.reduce((n, r) => n + of(r), 0);
    expect(sum((r) => r.nombre_demandes)).toBe(whole.nombre_demandes);
    expect(sum((r) => Math.round(r.montant_demande * 100))).toBe(
      Math.round(whole.montant_demande * 100),
    );
  }
});

it('no refused organisation is named, and the page counts its calls', async () => {
  const page = await composeAppels(engine, SANS_CHOIX);
  const [count] = await rowsOf(`SELECT count(*)::INT AS n FROM ${table('appels')}`);
  expect((await ask(engine, appelsListe, SANS_CHOIX)).length).toBe(count!['n']);
  expect(flat(page.resultat)).toBe('6 appels, 78 demandes comptées.');
  const said = JSON.stringify(page);
  for (const { nom } of await rowsOf(`SELECT nom FROM ${table('organismes')}`))
    expect(said).not.toContain(String(nom));
});

it('a fund whose sources only count tells what they count, with its precision', async () => {
  const lanaudiere = await openNodeEngine(productOf('lanaudiere'));
  const page = await composeAppels(lanaudiere, SANS_CHOIX);
  await lanaudiere.close();
  expect(page.figures.map((f) => f.id)).toEqual([
    'demandes-publiees',
    'demandes-montants',
    'appels',
  ]);
  expect(flat(page.figures[0]!.titre)).toContain(
    'au moins 75 demandes reçues, 34 projets annoncés',
  );
  expect(flat(page.figures[1]!.titre)).toContain(
    'au moins 10 000 000 $ demandés, 3 421 915,48 $ accordés, soit au plus 34,2 %',
  );
});
