/** What a publication changes: rows by their key, money by what it is for, hidden counts and pages, before and after. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { TABLES_PUBLIQUES, type TableName } from '../../src/lib/domain/column';
import { quoteIdentifier } from '../../src/lib/domain/sql';
import { TABLES } from '../../src/lib/domain/tables';
import { toCsv } from '../lib/csv';
import { dollars } from '../lib/dollars';
import { groupBy } from '../lib/group';
import { literal } from '../lib/parquet';
import { listFichiers } from './publiable';

export interface Changements {
  /** Lines that sum up what changes, in French; none when numbers and pages are the same. */
  readonly resume: readonly string[];
  /** Each cell that changes, as CSV. */
  readonly detail: string;
}

type Cote = 'avant' | 'apres';
const COTES: readonly Cote[] = ['avant', 'apres'];

/** Told one by one up to so many; the others are counted. */
const DITES = 5;
const PAGES_DITES = 20;
const VALEUR_MAX = 60;

type Row = Readonly<Record<string, string | null>>;
type Cell = string | null | undefined;
const isAbsent = (cell: Cell): cell is null | undefined => cell === null || cell === undefined;

async function ask(db: DuckDBConnection, sql: string): Promise<Row[]> {
  return (await db.runAndReadAll(sql)).getRowObjectsJson() as Row[];
}

/** Whether a folder has a table, with the columns that tell its rows apart. */
async function holds(db: DuckDBConnection, file: string | null, cle: readonly string[]) {
  if (file === null || !existsSync(file)) return false;
  const columns = await ask(db, `DESCRIBE FROM read_parquet(${literal(file)})`);
  return cle.every((one) => columns.some((c) => c['column_name'] === one));
}

/** Makes the tables of a fund on each side, one that a side lacks being empty; those that either has. */
async function openTables(
  db: DuckDBConnection,
  folderOf: (cote: Cote) => string | null,
): Promise<TableName[]> {
  const found: TableName[] = [];
  for (const nom of TABLES_PUBLIQUES) {
    const files = COTES.map(folderOf).map((f) => f && path.join(f, `${nom}.parquet`));
    const there = await Promise.all(files.map((file) => holds(db, file, TABLES[nom].cle)));
    const other = files[there.indexOf(true)];
    if (!other) continue;
    for (const [i, cote] of COTES.entries())
      await db.run(
        `CREATE OR REPLACE VIEW ${cote}.${nom} AS FROM read_parquet(${literal(there[i] ? files[i]! : other)}) WHERE ${there[i]}`,
      );
    found.push(nom);
  }
  return found;
}

/** A row a cell that has a value: key of its row, column, value. */
const cellsOf = (cote: Cote, nom: TableName) =>
  `SELECT cle, colonne, valeur
   FROM (SELECT concat_ws(' · ', ${TABLES[nom].cle.map(quoteIdentifier).join(', ')}) AS cle, COLUMNS(*)::VARCHAR FROM ${cote}.${nom})
   UNPIVOT (valeur FOR colonne IN (COLUMNS(* EXCLUDE (cle))))`;

/** Cells that differ: key, column, before, after, and what happened to their row. */
const differencesOf = (nom: TableName) => `
  WITH a AS MATERIALIZED (${cellsOf('avant', nom)}), b AS MATERIALIZED (${cellsOf('apres', nom)})
  SELECT cle, colonne, a.valeur AS avant, b.valeur AS apres,
         CASE WHEN cle NOT IN (SELECT cle FROM a) THEN 'ajoutée'
              WHEN cle NOT IN (SELECT cle FROM b) THEN 'retirée' ELSE 'modifiée' END AS geste
  FROM a FULL JOIN b USING (cle, colonne)
  WHERE a.valeur IS DISTINCT FROM b.valeur
  ORDER BY geste, cle, colonne`;

const plural = (n: number) => (n > 1 ? 's' : '');
const short = (valeur: Cell) =>
  isAbsent(valeur)
    ? 'rien'
    : `« ${valeur.length > VALEUR_MAX ? `${valeur.slice(0, VALEUR_MAX)}…` : valeur} »`;

/** The first few, and how many others there are. */
function few(lines: readonly string[]): string[] {
  const others = lines.length - DITES;
  return [
    ...lines.slice(0, DITES).map((line) => `  ${line}`),
    ...(others > 0 ? [`  … et ${others} autre${plural(others)}`] : []),
  ];
}

const keysOf = (rows: readonly Row[]) => new Set(rows.map((row) => row['cle']));

function sayTable(table: string, rows: readonly Row[]): string[] {
  const gestes = [...groupBy(rows, (row) => row['geste'] ?? null)].map(([geste, own]) => {
    const n = keysOf(own).size;
    const columns = [...new Set(own.map((row) => row['colonne']))].sort().join(', ');
    return `${n} ligne${plural(n)} ${geste}${plural(n)}${geste === 'modifiée' ? ` (${columns})` : ''}`;
  });
  const changed = rows.filter((row) => row['geste'] === 'modifiée');
  const counts = changed.filter((row) => row['colonne']?.startsWith('nombre'));
  const hidden = counts.filter((row) => isAbsent(row['apres'])).length;
  const shown = counts.filter((row) => isAbsent(row['avant'])).length;
  return [
    `${table} : ${gestes.join(', ')}`,
    ...few(
      changed.map(
        (row) =>
          `${row['cle']} : ${row['colonne']} ${short(row['avant'])} → ${short(row['apres'])}`,
      ),
    ),
    ...(hidden + shown > 0
      ? [`${table} : nombres qui se cachent : ${hidden} ; qui paraissent : ${shown}`]
      : []),
  ];
}

/** Money of one side, a row an amount, with what it is for. */
const moneyOf = (cote: Cote) => `
  SELECT 'accordé' AS mesure, o.cycle_id AS cycle, o.territoire_id AS territoire, o.exercice_id AS exercice,
         p.organisme_id AS organisme, NULL AS priorité, o.montant_accorde AS montant
  FROM ${cote}.octrois o LEFT JOIN ${cote}.projets p USING (projet_id)
  UNION ALL BY NAME SELECT 'accordé' AS mesure, priorite_id AS priorité, montant_accorde AS montant FROM ${cote}.ventilations
  UNION ALL BY NAME SELECT 'versé' AS mesure, v.cycle_id AS cycle, v.territoire_id AS territoire, v.exercice_id AS exercice,
         p.organisme_id AS organisme, v.montant_verse AS montant
  FROM ${cote}.versements v LEFT JOIN ${cote}.projets p USING (projet_id)`;

const totalsOf = (cote: Cote) => `
  SELECT mesure, axe, id, sum(montant) AS montant
  FROM (${moneyOf(cote)}) UNPIVOT (id FOR axe IN (cycle, territoire, exercice, priorité, organisme)) GROUP BY ALL`;

const ARGENT = `
  SELECT mesure, axe, id, (a.montant * 100)::BIGINT::VARCHAR AS avant, (b.montant * 100)::BIGINT::VARCHAR AS apres
  FROM (${totalsOf('avant')}) a FULL JOIN (${totalsOf('apres')}) b USING (mesure, axe, id)
  WHERE a.montant IS DISTINCT FROM b.montant
  ORDER BY mesure, axe, abs(coalesce(a.montant, 0) - coalesce(b.montant, 0)) DESC, id`;
const TABLES_ARGENT: readonly TableName[] = ['octrois', 'projets', 'ventilations', 'versements'];

const sayCents = (cents: Cell) => (isAbsent(cents) ? 'rien' : dollars(BigInt(cents)));

const sayArgent = (fonds: string, rows: readonly Row[]): string[] =>
  [...groupBy(rows, (row) => `${row['mesure']} par ${row['axe']}`)].flatMap(([titre, own]) => [
    `${fonds}, ${titre} :`,
    ...few(own.map((r) => `${r['id']} : ${sayCents(r['avant'])} → ${sayCents(r['apres'])}`)),
  ]);

function sayPages(pages: readonly string[], geste: 'ajoutée' | 'retirée'): string[] {
  if (pages.length <= PAGES_DITES) return pages.map((page) => `page ${geste} : ${page}`);
  const [first, second, third] = pages;
  return [`${pages.length} pages ${geste}s, dont ${first}, ${second} et ${third}`];
}

async function compareFonds(
  db: DuckDBConnection,
  fonds: string,
  folderOf: (cote: Cote) => string | null,
): Promise<{ readonly resume: string[]; readonly cellules: string[][] }> {
  const tables = await openTables(db, folderOf);
  const argent = TABLES_ARGENT.every((nom) => tables.includes(nom)) ? await ask(db, ARGENT) : [];
  const before = folderOf('avant');
  const isNew = before === null || !existsSync(before);
  const resume = sayArgent(fonds, isNew ? argent.filter((r) => r['axe'] === 'cycle') : argent);
  const cellules: string[][] = [];
  for (const nom of tables) {
    const rows = await ask(db, differencesOf(nom));
    if (rows.length > 0 && !isNew) resume.push(...sayTable(`${fonds}, ${nom}`, rows));
    for (const { cle, geste, colonne, avant, apres } of rows)
      cellules.push([fonds, nom, cle ?? '', geste ?? '', colonne ?? '', avant ?? '', apres ?? '']);
  }
  if (isNew) resume.unshift(`${fonds} : fonds ajouté, ${tables.length} tables`);
  return { resume, cellules };
}

const FONDS = /^donnees\/([^/]+)\/public\//;
const ENTETES = ['Fonds', 'Table', 'Clé', 'Ligne', 'Colonne', 'Avant', 'Après'];

/**
 * Compares a site with the one in place.
 * @param avant folder of the one in place; null when there is none
 */
export async function changements(avant: string | null, apres: string): Promise<Changements> {
  const old = avant === null ? [] : await listFichiers(avant);
  const own = await listFichiers(apres);
  const funds = [...new Set([...old, ...own].flatMap((f) => FONDS.exec(f)?.[1] ?? []))].sort();
  const db = await (await DuckDBInstance.create()).connect();
  const [resume, cellules]: [string[], string[][]] = [[], []];
  try {
    for (const cote of COTES) await db.run(`CREATE SCHEMA ${cote}`);
    for (const fonds of funds) {
      const folderOf = (cote: Cote) => {
        const site = { avant, apres }[cote];
        return site && path.join(site, 'donnees', fonds, 'public');
      };
      const found = await compareFonds(db, fonds, folderOf);
      resume.push(...found.resume);
      cellules.push(...found.cellules);
    }
  } finally {
    db.closeSync();
  }
  const pages = (list: readonly string[], other: readonly string[]) =>
    list.filter((f) => f.endsWith('.html') && !other.includes(f));
  return {
    resume: [
      ...resume,
      ...sayPages(pages(own, old), 'ajoutée'),
      ...sayPages(pages(old, own), 'retirée'),
    ],
    detail: toCsv([ENTETES, ...cellules]),
  };
}
