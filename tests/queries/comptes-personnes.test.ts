/** What pages say of people, against the published table: each number, and an x for each that is hidden. */
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleOf } from '../lib/ampleur';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import type { Figure } from '../../src/lib/views/figure';
import { composeSujet, type Sujet } from '../../src/lib/views/pages/sujet';
import { composeIndex } from '../../src/lib/views/pages/index-sujets';
import { productOf } from '../lib/questions';

let engine: Engine;
let raw: DuckDBConnection;

beforeAll(async () => {
  engine = await openNodeEngine(productOf('demo'));
  raw = await (await DuckDBInstance.create()).connect();
});
afterAll(async () => {
  raw.closeSync();
  await engine.close();
});

const table = (nom: string) => `read_parquet('${productOf('demo')}/${nom}.parquet')`;

/** `question|cycle|subject` to what is read. */
async function published(portee: string): Promise<Map<string, string>> {
  const reader = await raw.runAndReadAll(`
    SELECT concat_ws('|', q.libelle, c.cycle_id, c.${portee}_id) AS cle,
           coalesce(c.nombre::VARCHAR, 'x') AS lu
    FROM ${table('comptes_personnes')} c JOIN ${table('questions')} q USING (question_id)
    WHERE c.portee = '${portee}'`);
  return new Map(reader.getRowObjectsJson().map(({ cle, lu }) => [String(cle), String(lu)]));
}

const digits = (texte: string) => texte.replace(/[\s\u00a0\u202f]/g, '');

/** Cells of a figure that are a number or an x, by `row|column`. */
const cellsOf = (figure: Figure): [string, string][] =>
  figure.table.lignes.flatMap(([first, ...cells]) =>
    cells
      .map((cell, i): [string, string] => [
        `${first!.texte}|${figure.table.colonnes[i + 1]!.titre}`,
        digits(cell.texte),
      ])
      .filter(([, lu]) => /^(\d+|x)$/.test(lu)),
  );

it.each(['territoire', 'priorite', 'organisme'] as const)(
  'each page of a %s says what is published of it, and nothing else',
  async (sujet: Sujet) => {
    const all = await published(sujet);
    const idOf = (cle: string) => cle.split('|')[2]!;
    const ids = sampleOf([...new Set([...all.keys()].map(idOf))], 9);
    const wanted = [...all].filter(([cle]) => ids.includes(idOf(cle)));
    const found = new Map<string, string>();
    for (const id of ids) {
      const { figures } = await composeSujet(engine, sujet, { ...SANS_CHOIX, [sujet]: id });
      const figure = figures.find((f) => f.id === 'personnes-comptees')!;
      for (const [cle, lu] of cellsOf(figure)) found.set(`${cle}|${id}`, lu);
    }
    expect(found.size).toBeGreaterThan(sujet === 'organisme' ? 15 : 100);
    expect([...found].sort()).toEqual(wanted.sort());
    if (sujet !== 'organisme') expect([...found.values()]).toContain('x');
  },
);

it.each([
  ['personnes-par-territoire', 'territoire', 'territoires'],
  ['personnes-par-priorite', 'priorite', 'priorites'],
] as const)('%s says the same', async (id, portee, noms) => {
  const wanted = await published(portee);
  const reader = await raw.runAndReadAll(`SELECT ${portee}_id AS id, nom FROM ${table(noms)}`);
  const names = new Map(reader.getRowObjectsJson().map((row) => [row['nom'], String(row['id'])]));
  const { figures } = await composeIndex(engine, noms, SANS_CHOIX);
  const figure = figures.find((f) => f.id === id)!;
  const cells = cellsOf(figure);
  expect(cells.length).toBeGreaterThan(10);
  for (const [cle, lu] of cells) {
    const [nom, cycle] = cle.split('|');
    expect(lu).toBe(wanted.get(`Personnes différentes|${cycle}|${names.get(nom!)}`));
  }
});
