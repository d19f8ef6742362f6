import { readModified } from '../ooxml/modified';
import { openPackage, type Package, type Relation } from '../ooxml/package';
import { OfficeError, unreadable } from '../ooxml/refusal';
import { readContents } from './contents';
import { readFormats } from './formats';
import { refuseWorkbook } from './refusal';
import { readSharedStrings } from './shared';
import { readSheet } from './sheet';
import type { CellContext } from './value';
import type { SheetRead, WorkbookRead, WorkbookResult } from '../../../src/lib/xlsx/workbook';

export { ENTRIES_MAX, EXPANSION_MAX } from '../ooxml/zip';

function readContext(
  from: Package,
  relations: readonly Relation[],
  depuis1904: boolean,
): CellContext {
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.partie;
  const strings = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    chaines: strings ? readSharedStrings(from, strings) : [],
    formats: styles ? readFormats(from, styles) : [],
    depuis1904,
  };
}

function readAll(from: Package): WorkbookRead {
  const main = from.main();
  const relations = from.relations(main);
  const { feuilles, noms, depuis1904 } = readContents(from, main);
  const context = readContext(from, relations, depuis1904);
  const sheets = feuilles.flatMap(({ nom, masquee, relation }): SheetRead[] => {
    const aim = relations.find(({ id }) => id === relation);
    if (!aim?.partie) throw unreadable(`la feuille « ${nom} » manque`);
    if (aim.type !== 'worksheet') return [];
    return [{ nom, masquee, ...readSheet(from, aim.partie, context) }];
  });
  const modifie = readModified(from);
  from.verifyRest();
  const liensExternes = relations.some(({ type }) => type === 'externalLink');
  return { feuilles: sheets, noms, modifie, liensExternes };
}

/**
 * Reads an .xlsx: values, formats, formulas, names, what is hidden and merged. Charts are passed over, and
 * nothing is computed or executed. Cells that show nothing are left out.
 */
export function readWorkbook(bytes: Uint8Array): WorkbookResult {
  try {
    return { ok: true, classeur: readAll(openPackage(bytes, 'classeur')) };
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    return refuseWorkbook(error);
  }
}
