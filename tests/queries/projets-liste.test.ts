/** The list of projects: search, order, pages and totals, against plain loops over the whole list. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/lib/data/engine';
import { openNodeEngine } from '../../src/lib/data/node-engine';
import {
  projetsListe,
  projetsTotal,
  TRIS_PROJETS,
  type TriProjets,
} from '../../src/lib/data/queries/projets-liste';
import { projetsPublies } from '../../src/lib/data/queries/projets-publies';
import { ask } from '../../src/lib/data/question';
import { SANS_CHOIX } from '../../src/lib/domain/choix';
import { composeProjets, foldMots } from '../../src/lib/views/pages/projets';
import { productOf } from '../lib/questions';

let engine: Engine;
beforeAll(async () => {
  engine = await openNodeEngine(productOf('demo'));
});
afterAll(() => engine.close());

const all = () => ask(engine, projetsPublies, SANS_CHOIX);
const list = (mots: string | null, etat: string | null, n = 1000, from = 0) =>
  ask(engine, projetsListe('montant', 'DESC'), SANS_CHOIX, [mots, etat, n, from]);

describe('search', () => {
  it.each(['isolement', 'VOISINS attentifs', 'la cendree', 'p24-001', 'maison jeunes', "l'anse"])(
    'for %j finds what holds every word, whatever accents and case',
    async (typed) => {
      const mots = foldMots(typed)!.split(' ');
      const expected = (await all()).filter((p) => {
        const text = foldMots(
          [p.projet_id, p.titre, p.organisme, p.territoire, p.priorites, p.exercice_id].join(' '),
        )!;
        return mots.every((mot) => text.includes(mot));
      });
      expect(expected.length).toBeGreaterThan(0);
      const found = await list(mots.join(' '), null);
      expect(found.map((p) => p.projet_id).sort()).toEqual(expected.map((p) => p.projet_id).sort());
      const [total] = await ask(engine, projetsTotal, SANS_CHOIX, [mots.join(' '), null]);
      const cents = expected.reduce((sum, p) => sum + Math.round((p.montant ?? 0) * 100), 0);
      expect([total!.nombre, Math.round((total!.montant ?? 0) * 100)]).toEqual([
        expected.length,
        cents,
      ]);
    },
  );

  it('for what nothing holds finds nothing, and says what to do', async () => {
    const page = await composeProjets(engine, SANS_CHOIX, 'recherche=zzz');
    expect(page.liste.nombre).toBe(0);
    expect(page.resultat).toContain('Aucun projet');
  });
});

it('tells states by the date of the data, or by the day asked for', async () => {
  for (const [au, date] of [
    [null, '2026-10-31'],
    ['2022-06-30', '2022-06-30'],
  ] as const) {
    const rows = await ask(engine, projetsListe('titre', 'ASC'), { ...SANS_CHOIX, au }, [
      null,
      null,
      1000,
      0,
    ]);
    expect(rows.length).toBeGreaterThan(50);
    for (const { etat, debut, fin } of rows)
      expect(etat).toBe(debut! > date ? 'a-venir' : fin! < date ? 'termine' : 'en-cours');
  }
});

it.each(Object.keys(TRIS_PROJETS) as TriProjets[])('sorts by %s both ways', async (tri) => {
  const asked = [null, null, 1000, 0];
  const up = await ask(engine, projetsListe(tri, 'ASC'), SANS_CHOIX, asked);
  const down = await ask(engine, projetsListe(tri, 'DESC'), SANS_CHOIX, asked);
  const key = (p: (typeof up)[number]) =>
    tri === 'montant'
      ? p.montant!
      : foldMots(String(tri === 'exercice' ? p.exercice_id : p[tri]))!.replaceAll("'", '’');
  const keys = up.map(key);
  for (let i = 1; i < keys.length; i++) expect(keys[i - 1]! <= keys[i]!).toBe(true);
  expect(new Set(down.map((p) => p.projet_id))).toEqual(new Set(up.map((p) => p.projet_id)));
  expect(key(down[0]!) >= key(down.at(-1)!)).toBe(true);
});

it('gives each row once, page after page', async () => {
  const whole = await list(null, null);
  const pages = [];
  for (let from = 0; from < whole.length; from += 40)
    pages.push(...(await list(null, null, 40, from)));
  expect(pages.map((p) => p.projet_id)).toEqual(whole.map((p) => p.projet_id));
});
