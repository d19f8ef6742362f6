/** Nothing of one project's report is in what the public can download. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { build, emptyBuilt } from '../../../pipelines/build';
import { Journal } from '../../../pipelines/lib/constats';
import { SILENCE } from '../../../pipelines/lib/progress';
import { run } from '../../../pipelines/run';
import { TABLES, TABLES_PUBLIQUES, TABLES_RESTREINTES } from '../../../src/lib/domain/tables';
import { BILAN, EXERCICE, inWord, answerOf, makeDepot } from '../lib/redditions';
import { openPublication, type Publication } from '../lib/sql';
import { tempFolder } from '../../lib/temp';

const QUIET = { write: () => undefined, isTTY: false };
let root: string;
let db: Publication;
const folder = () => path.join(root, 'static/donnees/vallee/public');

beforeAll(async () => {
  root = tempFolder();
  await makeDepot(root, {
    avant: (d) => Object.assign(d.bilan.champs, { ecarts: 'Un secret du projet' }),
    apres: inWord(answerOf('F1'), '$1<w:r><w:t>quatre-vingt-un</w:t></w:r>$3'),
  });
  const { ok } = await run({ racine: root, fonds: 'vallee', output: QUIET });
  expect(ok).toBe(true);
  db = await openPublication(folder(), TABLES_PUBLIQUES);
});

test('a table is public in part or not at all, as its schema says', () => {
  for (const nom of TABLES_PUBLIQUES)
    expect(
      Object.values(TABLES[nom].colonnes).some((c) => c.editions.includes('public')),
      nom,
    ).toBe(true);
  for (const nom of TABLES_RESTREINTES)
    for (const [colonne, { editions }] of Object.entries(TABLES[nom].colonnes))
      expect(editions, `${nom}.${colonne}`).not.toContain('public');
});

test('the tables of reports have no file', () => {
  expect(readdirSync(folder()).sort()).toEqual(
    [...TABLES_PUBLIQUES.map((nom) => `${nom}.parquet`), 'datapackage.json'].sort(),
  );
});

test('no answer, no file name and no finding of a report is in any public table', async () => {
  const secrets = [
    ...['Visites de logements', 'Un secret du projet', 'A. B.', 'Direction', 'quatre-vingt'],
    ...[BILAN, `P-1/${EXERCICE}`, 'reponse-en-lettres'],
  ];
  for (const nom of TABLES_PUBLIQUES) {
    const text = JSON.stringify(await db.rows(`SELECT * FROM ${nom}`));
    for (const secret of secrets) expect(text.includes(secret), `${nom}: ${secret}`).toBe(false);
  }
});

test('of one report, the public has no total; of the testimony, only its words', async () => {
  for (const nom of [
    'totaux_reponses',
    'totaux_resultats',
    'totaux_depenses',
    'totaux_financements',
  ])
    expect(await db.rows(`SELECT * FROM ${nom}`), nom).toEqual([]);
  expect(await db.rows('SELECT temoignage, exercice_id FROM temoignages')).toEqual([
    { temoignage: 'J’ai enfin un toit.', exercice_id: EXERCICE },
  ]);
  const counts = await db.rows('SELECT etat, nombre FROM comptes_redditions');
  for (const { etat, nombre } of counts)
    expect(Number(nombre) >= 5 || String(etat).split('+').length >= 5, String(etat)).toBe(true);
});

test('who signed the form is kept nowhere', async () => {
  const built = emptyBuilt();
  const dossiers = { public: path.join(root, 'data/vallee'), prive: path.join(root, 'prive') };
  await build({ dossiers, au: null, journal: new Journal(), progress: SILENCE }, built);
  const text = JSON.stringify(built.product, (_, value: unknown) =>
    typeof value === 'bigint' ? String(value) : value,
  );
  expect(text).toContain('Visites de logements');
  expect(text).toContain('Un secret du projet');
  expect(text).toContain('Un toit au Val');
  for (const secret of ['A. B.', 'Direction']) expect(text).not.toContain(secret);
});
