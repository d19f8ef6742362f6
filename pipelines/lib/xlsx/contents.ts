import type { Package } from '../ooxml/package';
import { isOn, relationId } from '../ooxml/xml';

export interface SheetEntry {
  readonly nom: string;
  readonly masquee: boolean;
  /** Id of the relationship to its part. */
  readonly relation: string | null;
}

export interface Contents {
  readonly feuilles: readonly SheetEntry[];
  readonly depuis1904: boolean;
}

/** The workbook's own list of its sheets, charts included. */
export function readContents(from: Package, part: string): Contents {
  const feuilles: SheetEntry[] = [];
  let [section, depuis1904] = ['', false];
  from.parse(part, {
    open(name, attributes, depth) {
      if (depth === 2) section = name;
      if (depth === 2 && name === 'workbookPr') depuis1904 = isOn(attributes['date1904']);
      if (depth !== 3 || section !== 'sheets' || name !== 'sheet') return;
      const masquee = (attributes['state'] ?? 'visible') !== 'visible';
      feuilles.push({ nom: attributes['name'] ?? '', masquee, relation: relationId(attributes) });
    },
  });
  return { feuilles, depuis1904 };
}
