/** What a publication changes is told: by key, by what money is for, page by page. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { changements } from '../../../pipelines/publier/changements';
import { tempFolder } from '../../lib/temp';

function makeSite(): string {
  const site = tempFolder();
  writeFileSync(path.join(site, 'index.html'), 'page');
  return site;
}

const OCTROIS = '(octroi_id, cycle_id, territoire_id, exercice_id, projet_id, montant_accorde)';

/** A site whose fund has these grants, in SQL values, a title for its projects, and counts of people. */
async function siteOf(octrois: string, titre: string, comptes: string) {
  const site = makeSite();
  const folder = path.join(site, 'donnees/un/public');
  mkdirSync(folder, { recursive: true });
  const db = await (await DuckDBInstance.create()).connect();
  const tables = {
    octrois: `FROM (VALUES ${octrois}) v${OCTROIS}`,
    projets: `FROM (VALUES ('P-1', 'O-1', '${titre}'), ('P-2', 'O-2', 'Toit')) v(projet_id, organisme_id, titre)`,
    ventilations: "SELECT 'A' AS octroi_id, 'faim' AS priorite_id, 10.10 AS montant_accorde",
    versements:
      "SELECT 'V' AS versement_id, 'P-1' AS projet_id, 'c' AS cycle_id, 'aval' AS territoire_id, 'x' AS exercice_id, 5.00 AS montant_verse",
    comptes_personnes: `FROM (VALUES ${comptes}) v(compte_id, nombre)`,
  };
  for (const [table, select] of Object.entries(tables))
    await db.run(`COPY (${select}) TO '${folder}/${table}.parquet' (FORMAT parquet)`);
  db.closeSync();
  return site;
}

const OLD = "('A', 'c', 'amont', 'x', 'P-1', 10.10), ('B', 'c', 'aval', 'x', 'P-2', 20.20)";
const plain = (lines: readonly string[]) => lines.map((line) => line.replace(/\s+/g, ' ').trim());

it.each<[string, string, string, string, readonly string[]]>([
  [
    'a territory that is moved',
    OLD.replace('amont', 'aval'),
    'Soupe',
    "('e/1', 7), ('e/2', 9)",
    [
      'un, accordé par territoire :',
      'amont : 10,10 $ → rien',
      'aval : 20,20 $ → 30,30 $',
      'un, octrois : 1 ligne modifiée (territoire_id)',
      'A : territoire_id « amont » → « aval »',
    ],
  ],
  [
    'two amounts that change places',
    "('A', 'c', 'amont', 'x', 'P-1', 20.20), ('B', 'c', 'aval', 'x', 'P-2', 10.10)",
    'Soupe',
    "('e/1', 7), ('e/2', 9)",
    [
      'un, accordé par organisme :',
      'O-1 : 10,10 $ → 20,20 $',
      'O-2 : 20,20 $ → 10,10 $',
      'un, accordé par territoire :',
      'amont : 10,10 $ → 20,20 $',
      'aval : 20,20 $ → 10,10 $',
      'un, octrois : 2 lignes modifiées (montant_accorde)',
      'A : montant_accorde « 10.10 » → « 20.20 »',
      'B : montant_accorde « 20.20 » → « 10.10 »',
    ],
  ],
  [
    'a new name',
    OLD,
    'Soupe d’hiver',
    "('e/1', 7), ('e/2', 9)",
    ['un, projets : 1 ligne modifiée (titre)', 'P-1 : titre « Soupe » → « Soupe d’hiver »'],
  ],
  [
    'rows that come and go, and a number that hides',
    OLD,
    'Soupe',
    "('e/1', NULL), ('e/3', 8)",
    [
      'un, comptes_personnes : 1 ligne ajoutée, 1 ligne modifiée (nombre), 1 ligne retirée',
      'e/1 : nombre « 7 » → rien',
      'un, comptes_personnes : nombres qui se cachent : 1 ; qui paraissent : 0',
    ],
  ],
])('says what changes: %s', async (_, octrois, titre, comptes, said) => {
  const avant = await siteOf(OLD, 'Soupe', "('e/1', 7), ('e/2', 9)");
  const apres = await siteOf(octrois, titre, comptes);
  writeFileSync(path.join(apres, 'b.html'), '');
  const { resume, detail } = await changements(avant, apres);
  expect(plain(resume)).toEqual([...said, 'page ajoutée : b.html']);
  expect(detail).toMatch(/^\ufeffFonds;Table;Clé;Ligne;Colonne;Avant;Après\r\nun;/);
});

it('says that nothing changes, and that all is new', async () => {
  const site = await siteOf(OLD, 'Soupe', "('e/1', 7)");
  const same = await changements(site, site);
  expect([same.resume, same.detail.split('\r\n')]).toEqual([[], [expect.anything(), '']]);
  const { resume, detail } = await changements(null, site);
  expect(plain(resume)).toEqual([
    'un : fonds ajouté, 5 tables',
    'un, accordé par cycle :',
    'c : rien → 30,30 $',
    'un, versé par cycle :',
    'c : rien → 5,00 $',
    'page ajoutée : index.html',
  ]);
  expect(detail).toContain('un;octrois;A;ajoutée;montant_accorde;;10.10\r\n');
});

it('tells a few of many changes, and counts the others', async () => {
  const rows = (n: number) => Array.from({ length: 9 }, (_, i) => `('e/${i}', ${n})`).join();
  const [avant, apres] = [await siteOf(OLD, 'Soupe', rows(7)), await siteOf(OLD, 'Soupe', rows(8))];
  const { resume, detail } = await changements(avant, apres);
  expect(plain(resume)).toHaveLength(7);
  expect(plain(resume).at(-1)).toBe('… et 4 autres');
  expect(detail.match(/modifiée/g)).toHaveLength(9);
});

it('counts the pages when they are many', async () => {
  const site = makeSite();
  for (let i = 0; i < 20; i++) writeFileSync(path.join(site, `p${String(i)}.html`), '');
  expect((await changements(null, site)).resume).toEqual([
    '21 pages ajoutées, dont index.html, p0.html et p1.html',
  ]);
});
