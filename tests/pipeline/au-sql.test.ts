/** Rows that the published tables keep up to a day are those of the fund built as it was decided on that day. */
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { AU_COMPLET, sampleOf } from '../lib/ampleur';
import { PROJECT, publicFolder, runFund } from './lib/publication';
import { openPublication, type Publication } from './lib/sql';
import { tempFolder } from '../lib/temp';
import { joursDe } from './proprietes/coupe';
import { batir, tablesOf, type Tables } from './proprietes/etapes';
import { plus } from './proprietes/jours';
import { DATE_DONNEES, Monde } from './proprietes/monde';
import { essais, registres } from './proprietes/registres';

/** What is compared of each row, and the day from which the row counts. */
const TABLES = {
  enveloppes: ['enveloppe_id', 'montant_enveloppe', 'date_effet'],
  apports: ['apport_id', 'montant_apport', 'date_apport'],
  appels: ['appel_id', 'titre', 'coalesce(date_ouverture, date_limite)'],
  annonces: ['annonce_id', 'titre', 'date_annonce'],
  projets: ['projet_id', 'titre', 'date_effet'],
  octrois: ['octroi_id', 'montant_accorde', 'date_effet'],
  versements: ['versement_id', 'montant_verse', 'date_versement'],
  controles: ['controle_id', 'montant_publie', 'date_effet'],
} as const;
const NOMS = Object.keys(TABLES) as (keyof typeof TABLES)[];

const lines = (
  rows: readonly Readonly<Record<string, string | null>>[],
  nom: keyof typeof TABLES,
) => rows.map((r) => `${r[TABLES[nom][0]]} ${r[TABLES[nom][1]]}`).sort();

const all = (of: (nom: keyof typeof TABLES) => string[]) =>
  Object.fromEntries(NOMS.map((nom) => [nom, of(nom)]));

const built = (tables: Tables) => all((nom) => lines(tables[nom] ?? [], nom));

async function keptBySql(db: Publication, au: string): Promise<Record<string, string[]>> {
  const kept: Record<string, string[]> = {};
  for (const nom of NOMS) {
    const jour = TABLES[nom][2];
    const sql = `SELECT * FROM ${nom} WHERE ${jour} <= DATE '${au}' OR ${jour} IS NULL`;
    kept[nom] = lines(await db.rows(sql), nom);
  }
  return kept;
}

/** A fund of the project in a root of its own, without the reports of its projects. */
class Copie {
  readonly root = tempFolder();
  readonly folder: string;

  constructor(readonly id: string) {
    this.folder = path.join(this.root, 'data', id);
    cpSync(path.join(PROJECT, 'data', id), this.folder, { recursive: true });
    for (const own of ['formulaires', 'prive/redditions'])
      rmSync(path.join(this.folder, own), { recursive: true, force: true });
  }
}

const around = (...jours: readonly string[]) => jours.flatMap((j) => [plus(j, -1), j, plus(j, 1)]);

/** Days that change something: a call, a transfer, an announcement, a decision, a second telling. */
const JOURS = {
  demo: around('2020-01-22', '2021-02-10', '2024-03-27', '2026-04-22'),
  lanaudiere: around('2018-05-03', '2020-11-17', '2021-06-30', '2021-07-07', '2022-05-17'),
};

describe.each(Object.entries(JOURS))('%s', (id, jours) => {
  const fund = new Copie(id);
  let db: Publication;

  beforeAll(async () => {
    const { ok, said } = await runFund(fund.root, id);
    expect(ok, said).toBe(true);
    db = await openPublication(publicFolder(fund.root, id), [...NOMS, 'demandes']);
  });
  afterAll(() => db.close());

  const at = async (au: string) => tablesOf(await batir(fund, au));

  test.each(sampleOf(jours, 2))('%s', async (au) => {
    expect(await keptBySql(db, au)).toEqual(built(await at(au)));
  });

  test('the day before and the day after its first amendment, and its last announcement', async () => {
    const [amended] = await db.rows(
      "SELECT min(date_decision) AS jour FROM octrois WHERE nature = 'amendement'",
    );
    const [announced] = await db.rows('SELECT max(date_annonce) AS jour FROM annonces');
    const days = [amended?.['jour'], announced?.['jour']].filter((j) => typeof j === 'string');
    for (const au of days.flatMap((j) => [plus(j, -1), j]))
      expect(await keptBySql(db, au), au).toEqual(built(await at(au)));
  });

  test('what was asked is told once all of it is received, and as it was then', async () => {
    const days = await db.rows('SELECT DISTINCT date_effet AS jour FROM demandes');
    expect(days.length).toBeGreaterThan(0);
    for (const { jour } of days) {
      const au = String(jour);
      const kept = await db.rows(`SELECT * FROM demandes WHERE date_effet <= DATE '${au}'`);
      const then = (await at(au))['demandes'] ?? [];
      const say = (r: Readonly<Record<string, string | null>>) =>
        [r['demande_id'], r['nombre_demandes'], r['montant_demande']].join(' ');
      expect(then.map(say), au).toEqual(expect.arrayContaining(kept.map(say)));
    }
  });
});

test('random registers, at days that change something and around them', AU_COMPLET, async () => {
  const fund = new Monde(tempFolder());
  const pick = fc.tuple(fc.nat(10_000), fc.integer({ min: -1, max: 1 }));
  await fc.assert(
    fc.asyncProperty(registres, pick, async (registre, [n, shift]) => {
      fund.receiveCsv(registre);
      const known = joursDe(registre).filter((d) => d < DATE_DONNEES);
      const au = plus(known[n % known.length] ?? '2020-01-01', shift);
      const whole = tablesOf(await batir(fund));
      const kept = all((nom) => {
        const jours = TABLES[nom][2].match(/date_\w+/g) ?? [];
        const own = (whole[nom] ?? []).filter((r) => {
          const jour = jours.map((j) => r[j]).find((j) => typeof j === 'string');
          return jour === undefined || (jour ?? '') <= au;
        });
        return lines(own, nom);
      });
      expect(kept, au).toEqual(built(tablesOf(await batir(fund, au))));
    }),
    essais(2, 15),
  );
});
