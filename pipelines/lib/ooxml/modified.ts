import { parseDate } from '../../../src/lib/domain/exercice';
import type { Package } from './package';

const INSTANT = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function toInstant(text: string): string | null {
  const jour = INSTANT.exec(text)?.[1];
  const time = jour && parseDate(jour) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/**
 * ISO instant when a package says that it was last saved. Null when it says none, or one that would be a guess: a
 * day alone, an hour of no time zone, a day of no calendar.
 */
export function readModified(from: Package): string | null {
  const part = from.relations('').find(({ type }) => type === 'core-properties')?.partie;
  if (!part || !from.has(part)) return null;
  let [inside, text] = [false, ''];
  from.parse(part, {
    open: (name) => void (inside = name === 'modified'),
    text: (piece) => void (text += inside ? piece : ''),
    close: () => void (inside = false),
  });
  return toInstant(text.trim());
}
