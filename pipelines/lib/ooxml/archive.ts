/** Writing a zip archive, with entries of another one taken as they are. */
import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import type { ZipEntry } from './zip';

const DEFLATED = 8;
const UTF8_NAME = 0x800;
const VERSION = 20;
/** 1 January 1980, so that the same content gives the same bytes. */
const NO_TIME = 0x0021_0000;

/** An entry of new content; `horodatage` is that of the entry that it replaces. */
export function makeEntry(nom: string, bytes: Uint8Array, horodatage = NO_TIME): ZipEntry {
  return {
    nom,
    flags: 0,
    methode: DEFLATED,
    horodatage,
    crc: crc32(bytes),
    taille: bytes.length,
    compresse: deflateSync(bytes),
  };
}

/** Fields that both headers of an entry share. */
function describe(entry: ZipEntry, name: Buffer): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(name.length === entry.nom.length ? 0 : UTF8_NAME, 2);
  fields.writeUInt16LE(entry.methode, 4);
  fields.writeUInt32LE(entry.horodatage, 6);
  fields.writeUInt32LE(entry.crc, 10);
  fields.writeUInt32LE(entry.compresse.length, 14);
  fields.writeUInt32LE(entry.taille, 18);
  fields.writeUInt16LE(name.length, 22);
  return fields;
}

const LOCAL = Buffer.from('PK\x03\x04', 'latin1');
const CENTRAL = Buffer.from('PK\x01\x02\x14\x00', 'latin1');

function centralHeader(fields: Buffer, name: Buffer, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([CENTRAL, fields, rest, name]);
}

function end(count: number, size: number, offset: number): Buffer {
  const record = Buffer.alloc(22);
  record.write('PK\x05\x06', 'latin1');
  record.writeUInt16LE(count, 8);
  record.writeUInt16LE(count, 10);
  record.writeUInt32LE(size, 12);
  record.writeUInt32LE(offset, 16);
  return record;
}

/** Bytes of an archive, entries in the order given. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const files: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.nom);
    const fields = describe(entry, name);
    files.push(LOCAL, fields, name, entry.compresse);
    directory.push(centralHeader(fields, name, offset));
    offset += LOCAL.length + fields.length + name.length + entry.compresse.length;
  }
  const listing = Buffer.concat(directory);
  return Buffer.concat([...files, listing, end(entries.length, listing.length, offset)]);
}
