/** What a publication changes: rows, totals, hidden counts and pages, before and after. */
import path from 'node:path';
import { readRows } from '../lib/parquet';
import { listFichiers } from './publiable';

/** One number of a publication by its name. */
type Mesures = ReadonlyMap<string, number>;

const TABLE = /^donnees\/([^/]+)\/public\/([^/]+)\.parquet$/;

const isAmount = (nom: string) => /(^|_)(montant|solde)(_|$)/.test(nom);
const isCount = (nom: string) => /(^|_)nombre(_|$)/.test(nom);

const add = (mesures: Map<string, number>, nom: string, value: number) =>
  void mesures.set(nom, (mesures.get(nom) ?? 0) + value);

const cents = (value: unknown) => Math.round(Number(value) * 100);

function measure(
  mesures: Map<string, number>,
  table: string,
  rows: readonly Record<string, unknown>[],
) {
  add(mesures, `${table} : lignes`, rows.length);
  for (const row of rows)
    for (const [nom, value] of Object.entries(row)) {
      const cycle = row['cycle_id'] ? `, cycle ${String(row['cycle_id'])}` : '';
      if (isAmount(nom) && value !== null && !Number.isNaN(Number(value)))
        add(mesures, `${table}.${nom}${cycle} : total en cents`, cents(value));
      if (isCount(nom) && value === null) add(mesures, `${table}.${nom} : cases masquées`, 1);
    }
}

async function mesuresOf(dossier: string, fichiers: readonly string[]): Promise<Mesures> {
  const mesures = new Map<string, number>();
  for (const fichier of fichiers) {
    const [, fonds, table] = TABLE.exec(fichier) ?? [];
    if (fonds && table)
      measure(mesures, `${fonds}/${table}`, await readRows(path.join(dossier, fichier)));
  }
  return mesures;
}

const nombre = (nom: string, value: number | undefined): string => {
  if (value === undefined) return 'absent';
  return nom.endsWith('en cents')
    ? `${(value / 100).toLocaleString('fr-CA', { minimumFractionDigits: 2 })} $`
    : value.toLocaleString('fr-CA');
};

/** Pages told one by one; more are counted. */
const PAGES_MAX = 20;

function sayPages(pages: readonly string[], geste: 'ajoutée' | 'retirée'): string[] {
  if (pages.length <= PAGES_MAX) return pages.map((page) => `page ${geste} : ${page}`);
  const [first, second, third] = pages;
  return [`${pages.length} pages ${geste}s, dont ${first}, ${second} et ${third}`];
}

/**
 * Lines that say what a site changes to the one in place, in French; none when numbers and pages are the same.
 * @param avant folder of the one in place; null when there is none
 */
export async function changements(avant: string | null, apres: string): Promise<string[]> {
  const [old, own] = await Promise.all([
    avant === null ? Promise.resolve([]) : listFichiers(avant),
    listFichiers(apres),
  ]);
  const before = avant === null ? new Map<string, number>() : await mesuresOf(avant, old);
  const after = await mesuresOf(apres, own);
  const noms = [...new Set([...before.keys(), ...after.keys()])].sort();
  const moved = noms
    .filter((nom) => before.get(nom) !== after.get(nom))
    .map((nom) => {
      const [from, to] = [before.get(nom), after.get(nom)];
      return `${nom.replace(' en cents', '')} : ${nombre(nom, from)} → ${nombre(nom, to)}`;
    });
  const pages = (list: readonly string[], other: readonly string[]) =>
    list.filter((f) => f.endsWith('.html') && !other.includes(f));
  return [
    ...moved,
    ...sayPages(pages(own, old), 'ajoutée'),
    ...sayPages(pages(old, own), 'retirée'),
  ];
}
