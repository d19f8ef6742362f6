import type { SheetWritten } from './workbook';
import type { Share } from './write-cell';
import { gridXml } from './write-grid';
import { proseXml } from './write-prose';
import { tableXml } from './write-table';
import { part } from './write-xml';

function contentXml(sheet: SheetWritten, first: boolean, share: Share): string {
  switch (sheet.type) {
    case 'table':
      return tableXml(sheet, first, share);
    case 'texte':
      return proseXml(sheet, first, share);
    case 'grille':
      return gridXml(sheet, first, share);
  }
}

/** One `xl/worksheets/sheetN.xml`: each type of sheet has its own file beside this one. */
export const sheetXml = (sheet: SheetWritten, first: boolean, share: Share): string =>
  part('worksheet', contentXml(sheet, first, share));
