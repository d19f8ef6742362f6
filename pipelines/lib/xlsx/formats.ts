/** Number formats: which ones show a number as a date or a share. */
import type { Package } from '../ooxml/package';
import type { CellRead } from '../../../src/lib/xlsx/workbook';

export type NumberFormat = CellRead['format'];

const BUILTIN_DATES = new Set([
  ...[14, 15, 16, 17, 22],
  ...[27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58],
]);
const BUILTIN_SHARES = new Set([9, 10]);

const LITERALS = /"[^"]*"?|[\\_*]./gs;
const ELAPSED = /\[(h+|m+|s+)\]/gi;
const BRACKETS = /\[[^\]]*\]/g;
const WORDS = /general|standard|am\/pm|a\/p|e[+-]/gi;

/** What a format code of a workbook shows: `m` alone is a month, beside hours or seconds it is minutes. */
export function formatOfCode(code: string): NumberFormat {
  const bare = code
    .replace(LITERALS, '')
    .replace(ELAPSED, 'h')
    .replace(BRACKETS, '')
    .replace(WORDS, '')
    .toLowerCase();
  if (/[dy]|m{3}/.test(bare)) return 'date';
  if (bare.includes('m') && !/[hs]/.test(bare)) return 'date';
  return bare.includes('%') ? 'pourcentage' : 'autre';
}

function formatOfId(id: number, codes: ReadonlyMap<number, string>): NumberFormat {
  const code = codes.get(id);
  if (code !== undefined) return formatOfCode(code);
  if (BUILTIN_DATES.has(id)) return 'date';
  return BUILTIN_SHARES.has(id) ? 'pourcentage' : 'autre';
}

/** Format of each cell style, by its number. */
export function readFormats(from: Package, part: string): NumberFormat[] {
  const codes = new Map<number, string>();
  const ids: number[] = [];
  let section = '';
  from.parse(part, {
    open(name, { numFmtId = '0', formatCode = '' }, depth) {
      if (depth === 2) section = name;
      if (depth !== 3) return;
      if (section === 'numFmts') codes.set(Number(numFmtId), formatCode);
      if (section === 'cellXfs') ids.push(Number(numFmtId));
    },
  });
  return ids.map((id) => formatOfId(id, codes));
}
