/** Words that look like a word: what to offer when a label or a number is unknown. */
import leven from 'leven';
import { foldWords } from './fold';

/** At most three candidates, the nearest first, none further than a third of the word. */
export function nearest(word: string, candidates: readonly string[]): string[] {
  const folded = foldWords(word);
  return [...new Set(candidates)]
    .map((text) => ({ text, away: distance(folded, foldWords(text)) }))
    .filter(({ text, away }) => away <= Math.max(1, Math.floor(text.length / 3)))
    .sort((a, b) => a.away - b.away || (a.text < b.text ? -1 : 1))
    .slice(0, 3)
    .map(({ text }) => text);
}

/** Words in another order are one word apart, whatever their letters. */
const sorted = (text: string) =>
  text
    .split(/[^\p{L}\p{N}]+/u)
    .sort()
    .join(' ');

const distance = (a: string, b: string) =>
  Math.min(leven(a, b), sorted(a) === sorted(b) ? 1 : Number.POSITIVE_INFINITY);

/** As ` ; proches : « a », « b »`, or nothing. */
export function sayNearest(word: string, candidates: readonly string[]): string {
  const found = nearest(word, candidates);
  return found.length === 0 ? '' : ` (proches : ${found.map((c) => `« ${c} »`).join(', ')})`;
}
