import type { Package } from '../ooxml/package';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function toInstant(text: string): string | null {
  const time = INSTANT.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** ISO instant when a package says that it was last saved; null when it says none, or only a day. */
export function readModified(from: Package): string | null {
  const part = from.relations('').find(({ type }) => type === 'core-properties')?.partie;
  if (!part || !from.has(part)) return null;
  let [found, inside] = ['', false];
  from.parse(part, {
    open(name) {
      inside = name === 'modified';
    },
    text(text) {
      if (inside) found += text;
    },
    close() {
      inside = false;
    },
  });
  return toInstant(found.trim());
}
