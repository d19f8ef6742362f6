/**
 * What people wrote in the files received by the demonstration fund, and no public table holds, is nowhere in
 * the built site. The files are read here as they come, and not as the pipeline reads them.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, type Unzipped, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { beforeAll, expect, it } from 'vitest';
import { readRows } from '../../pipelines/lib/parquet';
import { readContents, readPubliable } from '../../pipelines/publier/publiable';
import { flatten, type Restreints, searchRestreints } from '../../pipelines/publier/restreints';
import { COMPLET, spread } from '../lib/ampleur';
import { exerciceDe } from '../lib/recalcul';

const PRIVE = 'data/demo/prive';
const REGISTRE = path.join(PRIVE, 'recu/registre/registre.xlsx');
/** Sheets that say how to fill in the others. */
const AIDES = new Set(['Mode d’emploi', 'Listes']);
/** A text of more files than this is the form's own. */
const FICHIERS_MAX = 40;
/** What the form says of a project, filled in ahead. */
const PERIODE = /^du\d+(?:er)?\p{L}+\d{4}au/u;

interface Recu {
  readonly textes: Map<string, Set<string>>;
  readonly montants: Map<bigint, Set<string>>;
}

function add<K>(map: Map<K, Set<string>>, key: K, fichier: string): void {
  map.set(key, (map.get(key) ?? new Set()).add(fichier));
}

const centsOf = (value: number | string) => {
  const cents = BigInt(Math.round(Number(value) * 100));
  return cents < 0n ? -cents : cents;
};

function unzip(fichier: string): Unzipped | null {
  try {
    return unzipSync(readFileSync(fichier));
  } catch {
    return null;
  }
}

/** Paragraphs, strings and numbers of the XML of an office file; whether it is one. */
function readOffice(fichier: string, { textes, montants }: Recu): boolean {
  const parts = unzip(fichier);
  for (const [name, part] of Object.entries(parts ?? {})) {
    if (!name.endsWith('.xml')) continue;
    const xml = strFromU8(part);
    for (const [, body = ''] of xml.matchAll(/<(?:w:p|si|is)[ >](.*?)<\/(?:w:p|si|is)>/gs)) {
      const runs = [...body.matchAll(/<(?:w:)?t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text);
      const texte = runs.join('');
      if (/\s/.test(texte)) add(textes, texte, fichier);
    }
    for (const [, value = ''] of xml.matchAll(/<v>(-?\d+(?:\.\d+)?)<\/v>/g))
      add(montants, centsOf(value), fichier);
  }
  return parts !== null;
}

async function readRegistre({ textes, montants }: Recu): Promise<void> {
  for (const { sheet, data } of await readExcel(REGISTRE)) {
    if (AIDES.has(sheet)) continue;
    for (const cell of data.slice(1).flat()) {
      if (typeof cell === 'number') add(montants, centsOf(cell), REGISTRE);
      if (typeof cell === 'string' && /\s/.test(cell)) add(textes, cell, REGISTRE);
    }
  }
}

interface Publie {
  readonly textes: string;
  readonly montants: Set<bigint>;
}

/** What each project had been paid after each payment, and in each exercice: the public ledger says it. */
function paidSums(rows: readonly Record<string, unknown>[]): bigint[] {
  const running = new Map<string, bigint>();
  const sums: bigint[] = [];
  const add = (key: string, cents: bigint) => {
    running.set(key, (running.get(key) ?? 0n) + cents);
    sums.push(running.get(key)!);
  };
  for (const row of rows.toSorted((a, b) =>
    String(a['date_versement']) < String(b['date_versement']) ? -1 : 1,
  )) {
    const cents = centsOf(String(row['montant_verse']));
    add(String(row['projet_id']), cents);
    add(`${String(row['projet_id'])} ${exerciceDe(String(row['date_versement']))}`, cents);
  }
  return sums;
}

async function readPublie(): Promise<Publie> {
  const folder = 'build/donnees/demo/public';
  const textes = new Set<string>();
  const montants = new Set<bigint>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.parquet'))) {
    const rows = await readRows(path.join(folder, name));
    for (const value of rows.flatMap((row) => Object.values(row))) {
      if (typeof value !== 'string') continue;
      textes.add(flatten(value));
      if (/^-?\d+\.\d\d$/.test(value)) montants.add(centsOf(value));
    }
    if (name === 'versements.parquet') for (const sum of paidSums(rows)) montants.add(sum);
  }
  return { textes: [...textes].join('\n'), montants };
}

const recu: Recu = { textes: new Map(), montants: new Map() };
let illisibles: readonly string[];
let restreints: Restreints;

beforeAll(async () => {
  const files = readdirSync(path.join(PRIVE, 'redditions'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(docx|xlsx)$/.test(file))
    .map((file) => path.join(PRIVE, 'redditions', file));
  illisibles = files.filter((file) => !readOffice(file, recu));
  await readRegistre(recu);
  const publie = await readPublie();
  const isPublic = (texte: string) =>
    texte.split(' ; ').every((part) => publie.textes.includes(flatten(part)));
  restreints = {
    textes: [...recu.textes]
      .filter(([texte, from]) => from.size <= FICHIERS_MAX && !isPublic(texte))
      .map(([texte, [lieu]]) => ({ lieu: lieu!, texte: flatten(texte) }))
      .filter(({ texte }) => texte.length >= 12 && !PERIODE.test(texte)),
    montants: new Map(
      [...recu.montants]
        .filter(([cents]) => cents >= 2000_00n && cents % 100n !== 0n)
        .filter(([cents]) => !publie.montants.has(cents))
        .map(([cents, [lieu]]) => [cents, { lieu: lieu! }]),
    ),
  };
});

it('reads every file, but the one that is cut', () => expect(illisibles).toHaveLength(1));

it('has thousands of texts and amounts to look for', () => {
  expect(restreints.textes.length).toBeGreaterThan(2500);
  expect(restreints.montants.size).toBeGreaterThan(1500);
});

it('finds what is planted', () => {
  const search = searchRestreints(restreints);
  const [texte] = restreints.textes;
  const [cents, { lieu }] = [...restreints.montants][0]!;
  expect(search(`<p>${texte!.texte}</p>`)).toEqual([texte!.lieu]);
  expect(search(`{"a":${Number(cents) / 100}}`)).toEqual([lieu]);
});

it('finds none of them in the site', async () => {
  const search = searchRestreints(restreints);
  const found: string[] = [];
  const site = await readPubliable(process.cwd(), 'build');
  const isPage = (fichier: string) => /(\.html|__data\.json)$/.test(fichier);
  const others = site.fichiers.filter((f) => !isPage(f) && !f.endsWith('.br'));
  const fichiers = COMPLET
    ? site.fichiers
    : [...others, ...spread(site.fichiers.filter(isPage), 100)];
  for await (const [fichier, texte] of readContents({ ...site, fichiers }))
    for (const lieu of search(texte)) found.push(`${fichier} : ${lieu}`);
  expect(found).toEqual([]);
});
