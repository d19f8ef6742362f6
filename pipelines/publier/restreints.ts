/** What restricted columns hold and no public one says: texts and amounts that a site may not have. */
import { type Column, TABLE_NAMES, TABLES } from '../../src/lib/domain/tables';
import { groupBy } from '../lib/group';
import type { Product, ProductRow } from '../steps/link/rows';

/** Shorter texts are words that anyone may write. Counted in letters and digits. */
const LONGUEUR = 12;
/** Smaller amounts are places in a drawing too. In cents. */
const MONTANT_MIN = 2000_00n;

/** Made of labels of the form, as its public description is. */
const LIBELLES = new Set(['redditions.manques']);
/** Sums of the public ledgers, project by project. */
const TIRES_DU_PUBLIC = new Set([
  'rapprochements.montant_accorde',
  'rapprochements.montant_verse',
  'rapprochements.montant_verse_exercice',
]);

/** Escapes of HTML, JSON and JavaScript. */
const ESCAPED = /&(?:#\d+|#x[\da-f]+|[a-z]+);|\\u[\da-f]{4}|\\[nrt]/gi;
const unescape = (texte: string): string => texte.replace(ESCAPED, ' ');

/** Letters and digits alone, so that a text is the same in a page, in a table and in code. */
export const flatten = (texte: string): string =>
  unescape(texte)
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

const NOMBRE = /(?<![\d.,])(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+)[.,]\d{1,2}(?!\d)/g;
const centsOf = (nombre: string): bigint => {
  const [whole = '', part = ''] = nombre.split(/[.,]/);
  return BigInt(whole.replace(/\D/g, '')) * 100n + BigInt(part.padEnd(2, '0'));
};

export interface Restreint {
  /** Table and column that hold it. */
  readonly lieu: string;
}

/** A text that the public may not read, flattened. */
export interface TexteRestreint extends Restreint {
  readonly texte: string;
}

export interface Restreints {
  readonly textes: readonly TexteRestreint[];
  /** By amount, in cents. Amounts in whole dollars are left out: anyone may write the same. */
  readonly montants: ReadonlyMap<bigint, Restreint>;
}

type Visit = (nom: string, column: Column, rows: readonly ProductRow[], champ: string) => void;

function eachColumn(product: Product, visit: Visit): void {
  for (const table of TABLE_NAMES)
    for (const [champ, column] of Object.entries(TABLES[table].colonnes))
      visit(`${table}.${champ}`, column, product[table], champ);
}

const isPublic = ({ editions }: Column) => editions.includes('public');

/** A single word, or one of a closed list, is no secret. */
function restrictedTexts(product: Product): TexteRestreint[] {
  const published = new Set<string>();
  const kept = new Map<string, TexteRestreint>();
  eachColumn(product, (lieu, column, rows, champ) => {
    if (column.type !== 'texte' || column.valeurs || column.reference || LIBELLES.has(lieu)) return;
    for (const row of rows) {
      const texte = String(row[champ] ?? '').trim();
      if (!/\s/.test(texte)) continue;
      if (isPublic(column)) published.add(flatten(texte));
      else kept.set(flatten(texte), { lieu, texte: flatten(texte) });
    }
  });
  const known = [...published].join('\n');
  return [...kept.values()].filter(
    ({ texte }) => texte.length >= LONGUEUR && !known.includes(texte),
  );
}

function restrictedAmounts(product: Product): Map<bigint, Restreint> {
  const published = new Set<bigint>();
  const kept = new Map<bigint, Restreint>();
  eachColumn(product, (lieu, column, rows, champ) => {
    if (column.type !== 'montant') return;
    for (const row of rows) {
      const cents = row[champ];
      if (typeof cents !== 'bigint') continue;
      const size = cents < 0n ? -cents : cents;
      if (isPublic(column) || TIRES_DU_PUBLIC.has(lieu)) published.add(size);
      else if (size >= MONTANT_MIN && size % 100n !== 0n) kept.set(size, { lieu });
    }
  });
  for (const size of published) kept.delete(size);
  return kept;
}

export const restreintsOf = (product: Product): Restreints => ({
  textes: restrictedTexts(product),
  montants: restrictedAmounts(product),
});

/** Finds texts in others in one pass: each is looked up by how it begins. */
function searchTexts(texts: readonly TexteRestreint[]): (file: string) => TexteRestreint[] {
  const begins = groupBy(texts, ({ texte }) => texte.slice(0, LONGUEUR));
  return (file) => {
    const found = new Set<TexteRestreint>();
    for (let i = 0; i + LONGUEUR <= file.length; i++)
      for (const one of begins.get(file.slice(i, i + LONGUEUR)) ?? [])
        if (file.startsWith(one.texte, i)) found.add(one);
    return [...found];
  };
}

/** Places of what a text has of these. */
export function searchRestreints({ textes, montants }: Restreints): (texte: string) => string[] {
  const search = searchTexts(textes);
  return (texte) => {
    const found = search(flatten(texte)).map(({ lieu }) => lieu);
    for (const [nombre] of unescape(texte).matchAll(NOMBRE)) {
      const one = montants.get(centsOf(nombre));
      if (one) found.push(one.lieu);
    }
    return [...new Set(found)];
  };
}
