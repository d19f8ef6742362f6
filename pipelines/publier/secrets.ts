/** No file of the site holds a text that the public may not read, a key, or how to reach a person. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { TABLE_NAMES, TABLES } from '../../src/lib/domain/tables';
import { build, dossiersOf, emptyBuilt } from '../build';
import { Journal } from '../lib/constats';
import { readRows } from '../lib/parquet';
import { SILENCE } from '../lib/progress';
import { listFunds } from '../site/product.mjs';
import type { Product } from '../steps/link/rows';
import type { Controle, Publiable } from './publiable';

/** Shorter texts are words that anyone may write. Counted in letters and digits. */
const LONGUEUR = 12;

/** Made of labels of the form, as its public description is. */
const LIBELLES = new Set(['redditions.manques']);

/** Escapes of HTML, JSON and JavaScript. */
const ESCAPED = /&(?:#\d+|#x[\da-f]+|[a-z]+);|\\u[\da-f]{4}|\\[nrt]/gi;

/** Letters and digits alone, so that a text is the same in a page, in a table and in code. */
export const flatten = (texte: string): string =>
  texte
    .replace(ESCAPED, ' ')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** A text that the public may not read, and where it stands in the product. */
export interface TexteRestreint {
  readonly lieu: string;
  readonly texte: string;
}

/** Texts of a product that only restricted columns hold; a single word, or one of a closed list, is no secret. */
export function restrictedTexts(product: Product): TexteRestreint[] {
  const published: string[] = [];
  const kept = new Map<string, TexteRestreint>();
  for (const table of TABLE_NAMES)
    for (const [nom, { type, editions, valeurs, reference }] of Object.entries(
      TABLES[table].colonnes,
    )) {
      if (type !== 'texte' || valeurs || reference || LIBELLES.has(`${table}.${nom}`)) continue;
      const texts = product[table]
        .map((row) => String(row[nom] ?? '').trim())
        .filter((texte) => /\s/.test(texte))
        .map(flatten);
      if (editions.includes('public')) published.push(...texts);
      else for (const texte of texts) kept.set(texte, { lieu: `${table}.${nom}`, texte });
    }
  const known = [...new Set(published)].join('\n');
  return [...kept.values()].filter(
    ({ texte }) => texte.length >= LONGUEUR && !known.includes(texte),
  );
}

/** Finds texts in others in one pass: each is looked up by how it begins. */
export function searchTexts(texts: readonly TexteRestreint[]): (file: string) => TexteRestreint[] {
  const begins = new Map<string, TexteRestreint[]>();
  for (const one of texts) {
    const key = one.texte.slice(0, LONGUEUR);
    begins.set(key, [...(begins.get(key) ?? []), one]);
  }
  return (file) => {
    const found = new Set<TexteRestreint>();
    for (let i = 0; i + LONGUEUR <= file.length; i++)
      for (const one of begins.get(file.slice(i, i + LONGUEUR)) ?? [])
        if (file.startsWith(one.texte, i)) found.add(one);
    return [...found];
  };
}

const CLE = /-----BEGIN [A-Z ]*PRIVATE KEY-----|AGE-SECRET-KEY-1[A-Z0-9]{10}/;
const JOINDRE =
  /[\w.%+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|(?<![\d-])(?:\(\d{3}\) ?|\d{3}[ \u00a0.-])\d{3}[ \u00a0.-]\d{4}(?![\d-])/gi;

/** Code of others names its authors. */
const holdsPersons = (fichier: string) => !/\.m?js$/.test(fichier);

/** What a text holds that no site may, whatever the fund. */
export function patternsIn(fichier: string, texte: string, allowed: string): string[] {
  const keys = CLE.test(texte) ? [`${fichier} contient une clé privée.`] : [];
  if (!holdsPersons(fichier)) return keys;
  const found = [...new Set([...texte.matchAll(JOINDRE)].map(([one]) => one))];
  return [
    ...keys,
    ...found
      .filter((one) => !allowed.includes(one))
      .map(() => `${fichier} contient une adresse de courriel ou un numéro de téléphone.`),
  ];
}

const BINARY = /\.(png|wasm|woff2|age)$/;

/** Text of a file as a reader gets it; null for what holds none. */
async function textOf({ dossier }: Publiable, fichier: string): Promise<string | null> {
  const file = path.join(dossier, fichier);
  if (fichier.endsWith('.parquet')) return JSON.stringify(await readRows(file));
  const name = fichier.replace(/\.br$/, '');
  if (BINARY.test(name)) return null;
  const bytes = await readFile(file);
  if (name === fichier) return bytes.toString('utf8');
  const plain = brotliDecompressSync(bytes);
  const original = await readFile(path.join(dossier, name)).catch(() => null);
  return original?.equals(plain) ? null : plain.toString('utf8');
}

async function restrictedOf(racine: string): Promise<TexteRestreint[]> {
  const texts: TexteRestreint[] = [];
  for (const fonds of listFunds(racine)) {
    const built = emptyBuilt();
    const dossiers = dossiersOf(racine, fonds);
    await build({ dossiers, au: null, journal: new Journal(), progress: SILENCE }, built);
    if (built.product !== null) texts.push(...restrictedTexts(built.product));
  }
  return texts;
}

/** Addresses that a fund gives to its readers. */
async function contactsOf(racine: string): Promise<string> {
  const files = listFunds(racine).map((fonds) => path.join(racine, 'data', fonds, 'fonds.yaml'));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

/** The texts themselves are never told: a message may be read by more people than they are. */
export async function secretsIn(
  site: Publiable,
  texts: readonly TexteRestreint[],
  allowed: string,
): Promise<string[]> {
  const search = searchTexts(texts);
  const defauts = new Set<string>();
  for (const fichier of site.fichiers) {
    const texte = await textOf(site, fichier);
    if (texte === null) continue;
    for (const defaut of patternsIn(fichier, texte, allowed)) defauts.add(defaut);
    for (const { lieu } of search(flatten(texte)))
      defauts.add(`${fichier} contient un texte de ${lieu}, que le public ne lit pas.`);
  }
  return [...defauts];
}

export const secrets: Controle = {
  nom: 'aucun texte restreint, aucune clé, aucune coordonnée',
  check: async (site) =>
    secretsIn(site, await restrictedOf(site.racine), await contactsOf(site.racine)),
};
