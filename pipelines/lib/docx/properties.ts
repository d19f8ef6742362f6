import type { Package } from '../ooxml/package';

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/** An instant without a time zone is taken in universal time, as Office means it. */
function toInstant(text: string): string | null {
  if (!INSTANT.test(text)) return null;
  const zoned = /T.*(Z|[+-]\d\d:\d\d)$/.test(text) || !text.includes('T');
  const instant = new Date(zoned ? text : `${text}Z`);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}

/** ISO instant of the last save, as the package says it; null when it does not. */
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
