/** Names that are nearly the same, found without comparing each with all the others. */
import leven from 'leven';
import { foldWords } from './fold';
import { groupBy } from './group';

/** Letters added, removed or changed between two near names, at most. */
const ECARTS = 2;
/** Of two names with so many changes, one part in so many is the same in both. */
const MORCEAUX = ECARTS + 1;
/** Names too short are near by chance. */
const LONGUEUR = 8;

interface Nom {
  readonly brut: string;
  /** Words without accents, case nor punctuation. */
  readonly plie: string;
  /** The same words, in the order of the alphabet. */
  readonly trie: string;
  /** Numbers that differ tell two things apart. */
  readonly chiffres: string;
}

const wordsOf = (text: string): string[] =>
  foldWords(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** A name as it is compared with another one. */
export const plier = (text: string): string => wordsOf(text).join(' ');

function nomOf(brut: string): Nom {
  const words = wordsOf(brut);
  const chiffres = brut.replace(/\D+/g, ' ').trim();
  return { brut, plie: words.join(' '), trie: words.toSorted().join(' '), chiffres };
}

/** Of two names that have the same numbers. */
function areNear(a: Nom, b: Nom): boolean {
  if (a.trie === b.trie) return true;
  const length = Math.min(a.brut.length, b.brut.length);
  if (length < LONGUEUR || Math.abs(a.brut.length - b.brut.length) > ECARTS) return false;
  return leven(a.plie, b.plie, { maxDistance: ECARTS + 1 }) <= ECARTS;
}

/** Where the parts of a name of some length begin and end. */
function morceauxOf(length: number): (readonly [rang: number, from: number, to: number])[] {
  const cut = (rang: number) => Math.floor((length * rang) / MORCEAUX);
  return Array.from({ length: MORCEAUX }, (_, i) => [i, cut(i), cut(i + 1)]);
}

const keyOf = (length: number, rang: number, part: string) => `${length} ${rang} ${part}`;
const wordsKey = ({ trie }: Nom) => `mots ${trie}`;

/** Under what a name is kept: its words in order, and each of its parts. */
const kept = (nom: Nom): string[] => [
  wordsKey(nom),
  ...morceauxOf(nom.plie.length).map(([rang, from, to]) =>
    keyOf(nom.plie.length, rang, nom.plie.slice(from, to)),
  ),
];

/** Under what a name near this one is kept: a part of it is here too, at most two letters away. */
function sought(nom: Nom): Set<string> {
  const { plie } = nom;
  const keys = new Set([wordsKey(nom)]);
  for (let length = plie.length - ECARTS; length <= plie.length + ECARTS; length++)
    for (const [rang, from, to] of morceauxOf(Math.max(0, length)))
      for (let shift = -ECARTS; shift <= ECARTS; shift++)
        if (from + shift >= 0) keys.add(keyOf(length, rang, plie.slice(from + shift, to + shift)));
  return keys;
}

/** For each name of some that have the same numbers, the first earlier one that is near it. */
function nearAmong(all: readonly Nom[]): (number | null)[] {
  const index = new Map<string, number[]>();
  return all.map((nom, i) => {
    const places = new Set([...sought(nom)].flatMap((key) => index.get(key) ?? []));
    for (const key of kept(nom)) {
      const own = index.get(key);
      if (own) own.push(i);
      else index.set(key, [i]);
    }
    const near = [...places].filter((j) => {
      const other = all[j];
      return other !== undefined && other.plie !== nom.plie && areNear(other, nom);
    });
    return near.length === 0 ? null : near.reduce((a, j) => Math.min(a, j));
  });
}

/** For each name, the place of the first earlier one that is near it and not the same; null where none is. */
export function findNear(noms: readonly string[]): (number | null)[] {
  const found: (number | null)[] = noms.map(() => null);
  const all = noms.map((brut, i) => ({ i, nom: nomOf(brut) }));
  for (const own of groupBy(all, ({ nom }) => nom.chiffres).values()) {
    if (own.length === 1) continue;
    for (const [place, near] of nearAmong(own.map(({ nom }) => nom)).entries()) {
      const [here, there] = [own[place], own[near ?? -1]];
      if (here && there) found[here.i] = there.i;
    }
  }
  return found;
}
