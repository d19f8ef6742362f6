/** Numbers that pages lead with, recomputed by plain SQL on the published files. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeProjet } from '../../src/lib/views/pages/projet';
import { composeSujet } from '../../src/lib/views/pages/sujet';
import { sayAmount, flat } from '../lib/montants';
import { productOf } from '../lib/questions';

let raw: DuckDBConnection;
beforeAll(async () => {
  raw = await (await DuckDBInstance.create()).connect();
});
afterAll(() => raw.closeSync());

const table = (nom: string) => `read_parquet('${productOf('demo')}/${nom}.parquet')`;
async function rowOf(sql: string): Promise<Record<string, unknown>> {
  return (await raw.runAndReadAll(sql)).getRowObjectsJson()[0] as Record<string, unknown>;
}

async function withEngine<T>(
  fonds: string,
  work: (engine: Awaited<ReturnType<typeof openNodeEngine>>) => Promise<T>,
): Promise<T> {
  const engine = await openNodeEngine(productOf(fonds));
  const result = await work(engine);
  await engine.close();
  return result;
}

const sujet = (fonds: string, territoire: string, au: string | null = null) =>
  withEngine(fonds, (engine) =>
    composeSujet(engine, 'territoire', { ...SANS_CHOIX, territoire, au }),
  );
const projet = (fonds: string, id: string, au: string | null = null) =>
  withEngine(fonds, (engine) => composeProjet(engine, id, { ...SANS_CHOIX, au }));

describe('a territory', () => {
  it.each([null, '2025-12-31'])(
    'leads with what is paid and granted by person, at %s',
    async (au) => {
      const { chiffres } = await sujet('demo', 'vaubrume', au);
      const said = Object.fromEntries(chiffres.map(({ nom, texte }) => [nom, flat(texte)]));
      const day = au === null ? 'true' : `jour <= DATE '${au}'`;
      const { verse } = await rowOf(`
      SELECT sum(montant_verse)::DOUBLE AS verse
      FROM (SELECT *, date_versement AS jour FROM ${table('versements')})
      WHERE cycle_id = '2024-2029' AND territoire_id = 'vaubrume' AND ${day}`);
      const { par } = await rowOf(`
      SELECT round(sum(montant_accorde) * 1.0 / any_value(t.population), 2)::DOUBLE AS par
      FROM (SELECT *, date_effet AS jour FROM ${table('octrois')}) o
      JOIN ${table('territoires')} t USING (territoire_id)
      WHERE cycle_id = '2024-2029' AND territoire_id = 'vaubrume' AND ${day}`);
      expect(said['Versé, 2024-2029']).toBe(sayAmount(Number(verse)));
      expect(said['Accordé par habitant, 2024-2029']).toBe(sayAmount(Number(par)));
    },
  );

  it('says nothing of payments that are not published, nor of people who are no MRC', async () => {
    const names = async (fonds: string, id: string) =>
      (await sujet(fonds, id)).chiffres.map(({ nom }) => nom).join();
    expect(await names('lanaudiere', 'joliette')).not.toContain('Versé');
    expect(await names('demo', 'regional')).not.toContain('habitant');
  });
});

describe('a project', () => {
  it('shows its payments, up to the day chosen', async () => {
    const { verse, n } = await rowOf(`
      SELECT sum(montant_verse)::DOUBLE AS verse, count(*)::INT AS n
      FROM ${table('versements')} WHERE projet_id = 'P19-003'`);
    const page = (await projet('demo', 'P19-003'))!;
    const figure = page.figures.find((f) => f.id === 'versements')!;
    expect(figure.table.lignes).toHaveLength(Number(n));
    expect(flat(page.chiffres[1]!.texte)).toBe(sayAmount(Number(verse)));
    const early = (await projet('demo', 'P19-003', '2019-12-31'))!;
    expect(early.figures.find((f) => f.id === 'versements')!.table.lignes).toHaveLength(1);
  });

  it('says once that its payments are not published', async () => {
    const page = (await withEngine('lanaudiere', async (engine) => {
      const [first] = await engine.query('SELECT projet_id FROM projets ORDER BY 1 LIMIT 1', []);
      return composeProjet(engine, String(first!['projet_id']), SANS_CHOIX);
    }))!;
    expect(page.chiffres).toEqual([]);
    expect(JSON.stringify(page).split('ne sont pas publiés').length - 1).toBe(1);
  });
});
