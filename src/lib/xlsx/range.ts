/** Blocks of cells, as `B2:D4`. */
import { cellName, parseReference, type Position } from './reference';

export interface Range {
  readonly debut: Position;
  /** Never before the first, in rows or in columns. */
  readonly fin: Position;
}

/** A cell alone, or two corners in order; null when the text is neither. */
export function parseRange(text: string): Range | null {
  const [first = '', last = first, ...rest] = text.split(':');
  const [debut, fin] = [parseReference(first), parseReference(last)];
  if (debut === null || fin === null || rest.length > 0) return null;
  return debut.ligne > fin.ligne || debut.colonne > fin.colonne ? null : { debut, fin };
}

/** Names of the cells of a block, row by row. */
export function cellsIn({ debut, fin }: Range): string[] {
  const width = fin.colonne - debut.colonne + 1;
  const height = fin.ligne - debut.ligne + 1;
  return Array.from({ length: width * height }, (_, i) =>
    cellName(debut.colonne + (i % width), debut.ligne + Math.floor(i / width)),
  );
}

/** `B2:D4` as `$B$2:$D$4`. */
export const absolute = (range: string): string => range.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
