/** Sheets that are very long, and files that would fill the memory. */
import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { AU_COMPLET } from '../../lib/ampleur';
import { EXPANSION_MAX, readWorkbook } from '../../../pipelines/lib/xlsx/read';
import { directoryEntry, partsOf, readOrFail, withUint32, type Parts } from '../../lib/classeur';

const ROWS = 1_000_000;

/** A sheet where a format was laid down to the last row: no giant text is made here either. */
function tallWorkbook(): Uint8Array {
  const parts = partsOf({
    feuilles: [{ nom: 'F', rangees: 'ICI' }],
    formats: ['yyyy-mm-dd'],
  });
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  for (const [name, content] of Object.entries(parts)) {
    const entry = new ZipDeflate(name, { level: 1 });
    zip.add(entry);
    const [before = '', after = ''] = (content as string).split('ICI');
    entry.push(strToU8(before));
    if (name.includes('sheet1'))
      for (let row = 1; row < ROWS; row += 1000) entry.push(strToU8(emptyRows(row)));
    entry.push(strToU8(after), true);
  }
  zip.end();
  return Buffer.concat(pieces);
}

const emptyRows = (from: number): string =>
  Array.from({ length: 1000 }, (_, i) => {
    const value = from + i === 3 ? '<v>45352</v>' : '';
    return `<row r="${from + i}" ht="15"><c r="A${from + i}" s="1">${value}</c></row>`;
  }).join('');

test('a million rows that hold a format alone are read, and none is kept', () => {
  const { feuilles } = readOrFail(tallWorkbook());
  expect(feuilles[0]!.rangees).toMatchObject([{ ligne: 3, cellules: [{ jour: '2024-03-01' }] }]);
});

function bytesOf(parts: Parts): Record<string, Uint8Array> {
  return Object.fromEntries(
    Object.entries(parts).map(([name, content]) => [name, strToU8(content as string)]),
  );
}

const said = (bytes: Uint8Array) => {
  const found = readWorkbook(bytes);
  return found.ok ? 'lu' : `${found.regle} : ${found.message}`;
};

describe('what would fill the memory is refused as it grows', () => {
  const small = bytesOf(partsOf({ feuilles: [{ nom: 'F' }] }));
  const big = { 'xl/media/a.bin': new Uint8Array(EXPANSION_MAX + 1024) };
  const bomb = zipSync({ ...big, ...small }, { level: 1 });

  test('a small file that inflates to too much', () => {
    expect(bomb.length).toBeLessThan(3_000_000);
    expect(said(bomb)).toMatch(/^classeur-demesure : .*256 Mo.*nouveau classeur/);
  });

  test('one that lies about its size is stopped all the same, in little memory', () => {
    const lying = withUint32(bomb, directoryEntry(bomb, 'xl/media/a.bin') + 24, 1000);
    const before = process.memoryUsage().arrayBuffers;
    expect(said(lying)).toMatch(/^classeur-demesure/);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(EXPANSION_MAX / 2);
  });

  test('parts share the limit', AU_COMPLET, () => {
    const half = new Uint8Array(EXPANSION_MAX / 2);
    const bytes = zipSync({ ...small, a: half, b: half }, { level: 1 });
    expect(said(bytes)).toMatch(/^classeur-demesure/);
  });
});
