import { expect, test } from 'vitest';
import { makeWorkbook, readOrFail } from '../../../tests/lib/classeur';
import { readWorkbook } from './read';

const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const FULL = 0xffff_ffff;

const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, i) => bytes.writeUInt32LE(value, i * 4));
  return bytes;
};
const u64 = (...values: number[]): Buffer => u32(...values.flatMap((value) => [value, 0]));

/** A header of the directory whose sizes and place are in its field of 64 bits, after another field. */
function widen(header: Buffer): Buffer {
  const name = header.subarray(CENTRAL_LENGTH);
  const [compressed, size, place] = [20, 24, 42].map((at) => header.readUInt32LE(at));
  const field = Buffer.concat([
    Buffer.from([0x99, 0x99, 2, 0, 7, 7, 1, 0, 24, 0]),
    u64(size!, compressed!, place!),
  ]);
  const fixed = Buffer.from(header.subarray(0, CENTRAL_LENGTH));
  for (const at of [20, 24, 42]) fixed.writeUInt32LE(FULL, at);
  fixed.writeUInt16LE(field.length, 30);
  return Buffer.concat([fixed, name, field]);
}

/** The same archive, as programs write it that do not know sizes beforehand. */
function toZip64(bytes: Uint8Array): Buffer {
  const archive = Buffer.from(bytes);
  const end = archive.length - END_LENGTH;
  const [count, start] = [archive.readUInt16LE(end + 10), archive.readUInt32LE(end + 16)];
  const headers: Buffer[] = [];
  for (let at = start; at < end;) {
    const next = at + CENTRAL_LENGTH + archive.readUInt16LE(at + 28);
    headers.push(widen(archive.subarray(at, next)));
    at = next;
  }
  const directory = Buffer.concat(headers);
  const place = start + directory.length;
  const end64 = Buffer.concat([
    Buffer.from('PK\x06\x06', 'latin1'),
    u64(44),
    Buffer.from([45, 0, 45, 0]),
    u32(0, 0),
    u64(count, count, directory.length, start),
  ]);
  const locator = Buffer.concat([Buffer.from('PK\x06\x07', 'latin1'), u32(0), u64(place), u32(1)]);
  const last = Buffer.concat([
    Buffer.from('PK\x05\x06', 'latin1'),
    u32(0, FULL, FULL, FULL),
    Buffer.alloc(2),
  ]);
  return Buffer.concat([archive.subarray(0, start), directory, end64, locator, last]);
}

const good = makeWorkbook({
  feuilles: [{ nom: 'F', rangees: '<row r="1"><c r="A1"><v>1</v></c></row>' }],
});

test('an archive of 64 bits is read', () => {
  expect(readOrFail(toZip64(good))).toEqual(readOrFail(good));
});

test('one whose directory is cut, or not where it says, is refused', () => {
  const wide = toZip64(good);
  const at = wide.length - END_LENGTH - 20;
  const moved = Buffer.from(wide);
  moved.writeUInt32LE(10, at + 8);
  const far = Buffer.from(wide);
  far.writeUInt32LE(1, at + 12);
  const short = Buffer.from(wide);
  short.writeUInt16LE(8, short.indexOf(Buffer.from([1, 0, 24, 0])) + 2);
  for (const bytes of [moved, far, short])
    expect(readWorkbook(bytes)).toMatchObject({ ok: false, regle: 'classeur-illisible' });
});
