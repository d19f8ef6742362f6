import type { Package } from '../ooxml/package';
import type { NameRead } from '../../../src/lib/xlsx/workbook';
import { type Attributes, isOn, relationId } from '../ooxml/xml';

export interface SheetEntry {
  readonly nom: string;
  readonly masquee: boolean;
  /** Id of the relationship to its part. */
  readonly relation: string | null;
}

export interface Contents {
  readonly feuilles: readonly SheetEntry[];
  readonly noms: readonly NameRead[];
  readonly depuis1904: boolean;
}

const toSheet = (attributes: Attributes): SheetEntry => ({
  nom: attributes['name'] ?? '',
  masquee: (attributes['state'] ?? 'visible') !== 'visible',
  relation: relationId(attributes),
});

/** Names such as `_xlnm.Print_Area` are the spreadsheet's own. */
const isOrdinary = ({ name = '', localSheetId }: Attributes): boolean =>
  localSheetId === undefined && !/^_xl\w*\./i.test(name);

/** The workbook's own lists: its sheets, charts included, and its names. */
export function readContents(from: Package, part: string): Contents {
  const feuilles: SheetEntry[] = [];
  const noms: NameRead[] = [];
  let [section, depuis1904] = ['', false];
  let named: { nom: string; reference: string } | null = null;
  from.parse(part, {
    open(name, attributes, depth) {
      if (depth === 2) section = name;
      if (depth === 2 && name === 'workbookPr') depuis1904 = isOn(attributes['date1904']);
      if (depth !== 3) return;
      if (section === 'sheets' && name === 'sheet') feuilles.push(toSheet(attributes));
      if (section !== 'definedNames' || !isOrdinary(attributes)) return;
      named = { nom: attributes['name'] ?? '', reference: '' };
      noms.push(named);
    },
    text(text) {
      if (named !== null) named.reference += text;
    },
    close() {
      named = null;
    },
  });
  return { feuilles, noms, depuis1904 };
}
