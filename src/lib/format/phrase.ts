import type { Precision } from '../domain/precision';
import { formatNombre } from './nombre';

/** The form that goes with `n`: in French 0, 1 and 1,5 are singular. */
export function pluriel(n: number, singular: string, plural: string): string {
  return Math.abs(n) < 2 ? singular : plural;
}

/** `formatCompte(34, 'projet', 'projets')` -> `34 projets`, joined by U+00A0. */
export function formatCompte(n: number, singular: string, plural: string): string {
  return `${formatNombre(n)}\u00a0${pluriel(n, singular, plural)}`;
}

/** `['a', 'b', 'c']` -> `a, b et c`. */
export function joinListe(elements: readonly string[]): string {
  if (elements.length < 2) return elements[0] ?? '';
  return `${elements.slice(0, -1).join(', ')} et ${elements[elements.length - 1]}`;
}

/** Says how well a figure is known: `au moins 6 100 000 $`; a null precision bounds nothing. */
export function withPrecision(texte: string, precision: Precision | null): string {
  switch (precision) {
    case 'exact':
      return texte;
    case 'arrondi':
      return `environ ${texte}`;
    case 'minimum':
      return `au moins ${texte}`;
    case 'maximum':
      return `au plus ${texte}`;
    case 'derive':
      return `${texte} (calculé)`;
    case null:
      return 'non calculable';
  }
}

/** First letter in upper case, to open a sentence with a formatted figure. */
export function majuscule(texte: string): string {
  return texte.charAt(0).toLocaleUpperCase('fr-CA') + texte.slice(1);
}

/** First letter in lower case, to go on with a sentence. */
export function minuscule(texte: string): string {
  return texte.charAt(0).toLocaleLowerCase('fr-CA') + texte.slice(1);
}

export interface Segment {
  readonly texte: string;
  /** `exposant`: an ordinal to raise; `insecable`: years that hold together; `chiffres`: a number. */
  readonly nature: 'courant' | 'exposant' | 'insecable' | 'chiffres';
}

function split(texte: string, pattern: RegExp, nature: (part: string) => Segment['nature']) {
  return texte
    .split(pattern)
    .map((part, i): Segment => ({ texte: part, nature: i % 2 === 1 ? nature(part) : 'courant' }))
    .filter((segment) => segment.texte !== '');
}

/** Double punctuation and guillemets never start a line: the space before them does not break. */
export function bindPonctuation(texte: string): string {
  return texte.replace(/ (?=[:;?!»])/g, '\u00a0').replace(/« /g, '«\u00a0');
}

/** Parts of a sentence set apart by a page: `1er juin` has its `er`, `2024-2029` never breaks. */
export function splitTexte(brut: string): Segment[] {
  const texte = bindPonctuation(brut);
  const pattern = /((?<=\b1)er(?![\p{L}\p{N}])|\b\d{4}-\d{4}\b)/u;
  return split(texte, pattern, (part) => (part === 'er' ? 'exposant' : 'insecable'));
}

/** Runs of digits of an amount, apart from its comma, its sign and its words. */
export function splitChiffres(texte: string): Segment[] {
  return split(texte, /(\d[\d\u00a0]*\d|\d)/, () => 'chiffres');
}

const collator = new Intl.Collator('fr-CA', { numeric: true });
const straight = (nom: string) => nom.replace(/[\u2018\u2019\u02bc]/g, "'");

/** French order of names; straight and curly apostrophes are the same letter. */
export function compareNoms(a: string, b: string): number {
  return collator.compare(straight(a), straight(b));
}
