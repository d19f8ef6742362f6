import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { runs } from '../../../tests/lib/ampleur';
import {
  directoryEntry,
  makeWorkbook,
  partsOf,
  withUint32,
  zipParts,
  type Parts,
} from '../../../tests/lib/classeur';
import { ENTRIES_MAX, readWorkbook } from './read';

const ROWS =
  '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="A2"><v>12.5</v></c></row>';
const spec = {
  feuilles: [{ nom: 'F', rangees: ROWS }],
  chaines: '<si><t>Numéro</t></si><si><t>Projet</t></si>',
};

const said = (bytes: Uint8Array) => {
  const found = readWorkbook(bytes);
  return found.ok ? 'lu' : `${found.regle} : ${found.message}`;
};

const change = (edit: (parts: Parts) => void): Uint8Array => {
  const parts = partsOf(spec);
  edit(parts);
  return zipParts(parts);
};

const without = (part: string) =>
  zipParts(Object.fromEntries(Object.entries(partsOf(spec)).filter(([name]) => name !== part)));

const replace = (part: string, from: string | RegExp, to: string) =>
  change((parts) => {
    const before = parts[part] as string;
    parts[part] = before.replace(from, to);
    if (parts[part] === before) throw new Error(`rien à remplacer dans ${part}`);
  });

test('the workbook that the cases spoil is read', () => {
  expect(said(makeWorkbook(spec))).toBe('lu');
});

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const utf16 = (text: string) => Buffer.from(text, 'utf16le');

describe('what is no .xlsx is refused, with the way to make one', () => {
  test.each<[string, Uint8Array, RegExp]>([
    [
      'a password',
      Buffer.concat([OLE2, Buffer.alloc(600), utf16('EncryptedPackage')]),
      /^classeur-protege : .*retirez le mot de passe.*\.xlsx/,
    ],
    [
      'an .xls',
      Buffer.concat([OLE2, Buffer.alloc(600), utf16('Workbook')]),
      /^classeur-autre-format : .*\.xls,.*enregistrez-le/,
    ],
    [
      'an .ods',
      zipParts({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '' }),
      /^classeur-autre-format : .*\.ods.*enregistrez-le/,
    ],
    ['a CSV', iconv.encode('Numéro;Montant\r\n1;12,50', 'win1252'), /^classeur-autre-format.*CSV/],
    ['a CSV in UTF-16', utf16('\ufeffa;b'), /^classeur-autre-format.*CSV/],
    [
      'a page',
      strToU8('\ufeff<html><body><table></table></body></html>'),
      /^classeur-autre-format.*HTML/,
    ],
    ['a PDF', Buffer.from('%PDF-1.7\n\0'), /^classeur-autre-format.*PDF/],
    ['a scan', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), /^classeur-autre-format.*une image/],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0]), /^classeur-autre-format.*une image/],
    ['an archive', zipParts({ 'a.txt': 'a' }), /^classeur-autre-format.*\.zip/],
    [
      'an .xlsb',
      replace(
        '[Content_Types].xml',
        'spreadsheetml.sheet.main+xml',
        'sheet.binary.macroEnabled.main',
      ),
      /^classeur-autre-format.*\.xlsb/,
    ],
    [
      'a Word document',
      replace('[Content_Types].xml', 'spreadsheetml.sheet.main', 'wordprocessingml.document.main'),
      /^classeur-autre-format.*Word/,
    ],
  ])('%s', (_, bytes, message) => {
    expect(said(bytes)).toMatch(message);
  });
});

describe('macros are refused, never run', () => {
  test.each<[string, Uint8Array]>([
    ['a project', change((parts) => (parts['xl/vbaProject.bin'] = 'x'))],
    [
      'an .xlsm',
      replace(
        '[Content_Types].xml',
        /application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet\.main/,
        'application/vnd.ms-excel.sheet.macroEnabled.main',
      ),
    ],
    [
      'a sheet of old macros',
      replace('[Content_Types].xml', 'spreadsheetml.worksheet', 'ms-excel.macrosheet'),
    ],
  ])('%s', (_, bytes) => {
    expect(said(bytes)).toMatch(/^classeur-macros : .*jamais exécutées.*\.xlsx/);
  });
});

const sheet = 'xl/worksheets/sheet1.xml';

describe('what is damaged is refused', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /vide/],
    ['zeros', new Uint8Array(5000), /reconnu/],
    ['the end is missing', makeWorkbook(spec).subarray(0, -100), /coupé/],
    ['the head alone', makeWorkbook(spec).subarray(0, 64), /coupé/],
    ['an empty archive', zipSync({}), /reconnu/],
    ['no types', change((parts) => delete parts['[Content_Types].xml']), /Content_Types/],
    ['no relationships', without('_rels/.rels'), /sommaire/],
    ['no workbook', without('xl/workbook.xml'), /sommaire/],
    ['no sheet', without(sheet), /sheet1\.xml » manque/],
    ['no shared strings', without('xl/sharedStrings.xml'), /manque/],
    ['no relation to the sheet', replace('xl/workbook.xml', 'rId1', 'rId99'), /« F » manque/],
    ['a text that is not there', replace(sheet, '<v>0</v>', '<v>2</v>'), /A1 manque/],
    ['a text of negative number', replace(sheet, '<v>0</v>', '<v>-1</v>'), /A1 manque/],
    ['a text whose number is none', replace(sheet, '<v>0</v>', '<v>0x0</v>'), /A1 manque/],
    ['a number that is none', replace(sheet, '12.5', '12,5'), /A2/],
    ['a type that is none', replace(sheet, 't="s"', 't="z"'), /A1/],
    ['malformed XML', replace(sheet, '</row>', ''), /mal formé/],
    ['XML cut short', replace(sheet, '</worksheet>', ''), /mal formé/],
    ['too many levels', replace(sheet, '</row>', `</row>${'<a>'.repeat(1000)}`), /niveaux/],
    ['two roots', replace(sheet, '</worksheet>', '</worksheet><a/>'), /mal formé/],
    ['an unknown entity', replace(sheet, '12.5', '&eacute;'), /mal formé/],
    [
      'bytes that are not UTF-8',
      change((parts) => (parts[sheet] = Buffer.from([0x3c, 0xe9, 0x3e]))),
      /UTF-8/,
    ],
    ['another encoding', replace(sheet, 'UTF-8', 'ISO-8859-1'), /ISO-8859-1/],
    ['a DTD', replace(sheet, /\?>/, '?><!DOCTYPE a [<!ENTITY b "c">]>'), /DTD/],
    ['rows out of order', replace(sheet, 'r="2"><c r="A2"', 'r="1"><c r="A1"'), /ligne « 1 »/],
    ['a row too far', replace(sheet, 'r="2"><c r="A2"', 'r="1048577"><c'), /1048577/],
    ['a cell in another row', replace(sheet, 'r="A2"', 'r="A3"'), /A3/],
    ['the same cell twice', replace(sheet, '<v>12.5</v></c>', '<v>1</v></c><c r="A2"/>'), /A2/],
    ['a cell nowhere', replace(sheet, 'r="A2"', 'r="XFE2"'), /XFE2/],
    ['a path that climbs', change((parts) => (parts['../evil.xml'] = 'x')), /archive/],
    ['an absolute path', change((parts) => (parts['/xl/evil.xml'] = 'x')), /archive/],
    ['a path of Windows', change((parts) => (parts['xl\\evil.xml'] = 'x')), /archive/],
    ['two parts of one name', change((parts) => (parts['XL/WORKBOOK.XML'] = 'x')), /archive/],
  ])('%s', (_, bytes, message) => {
    expect(said(bytes)).toMatch(/^classeur-illisible : .*enregistrez-le de nouveau/);
    expect(said(bytes)).toMatch(message);
  });
});

describe('the archive is held to what it declares', () => {
  const good = makeWorkbook(spec);

  test.each([sheet, '_rels/.rels', 'xl/styles.xml'])('wrong checksum of %s', (part) => {
    expect(said(withUint32(good, directoryEntry(good, part) + 16, 42))).toMatch(
      /somme de contrôle/,
    );
  });

  test('wrong checksum of a part that nothing reads', () => {
    const bytes = change((parts) => (parts['xl/media/image1.png'] = 'image'));
    const at = directoryEntry(bytes, 'xl/media/image1.png') + 16;
    expect(said(withUint32(bytes, at, 42))).toMatch(/^classeur-illisible.*image1/);
  });

  test('wrong size', () => {
    expect(said(withUint32(good, directoryEntry(good, sheet) + 24, 1))).toMatch(
      /somme de contrôle/,
    );
  });

  test('an entry that says it lies beyond the file, or in another', () => {
    const at = directoryEntry(good, sheet) + 42;
    expect(said(withUint32(good, at, good.length + 5))).toMatch(/^classeur-illisible/);
    expect(said(withUint32(good, at, 0))).toMatch(/^classeur-illisible/);
  });

  test('an entry that reaches into the next one', () => {
    const at = directoryEntry(good, sheet) + 20;
    const size = Buffer.from(good).readUInt32LE(at);
    expect(said(withUint32(good, at, size + 1))).toMatch(/^classeur-illisible.*archive/);
  });

  test('an entry that has two names', () => {
    const copy = Buffer.from(good);
    copy.write('xl/worksheets/sheet7.xml', copy.indexOf(sheet));
    expect(said(copy)).toMatch(/^classeur-illisible.*archive/);
  });

  test('an unknown compression', () => {
    const at = directoryEntry(good, sheet) + 10;
    const copy = Buffer.from(good);
    copy.writeUInt16LE(12, at);
    expect(said(copy)).toMatch(/^classeur-illisible.*compression/);
  });

  test('an entry under a password', () => {
    const copy = Buffer.from(good);
    copy.writeUInt16LE(1, directoryEntry(good, sheet) + 8);
    expect(said(copy)).toMatch(/^classeur-protege/);
  });

  test('a file cut anywhere, or with a byte changed, is read or refused, never an exception', () => {
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const copy = Uint8Array.from(good);
        copy[at] = copy[at]! ^ mask;
        expect(said(copy)).toMatch(/^(lu$|classeur-)/);
        expect(said(good.subarray(0, at))).toMatch(/^classeur-(illisible|autre-format) : /);
      }),
      runs(40, 300),
    );
  });
});

test('too many parts are refused', () => {
  const many = (count: number) =>
    change((parts) => {
      const more = count - Object.keys(parts).length;
      for (let i = 0; i < more; i++) parts[`xl/media/${i}`] = '';
    });
  expect(said(many(ENTRIES_MAX))).toBe('lu');
  expect(said(many(ENTRIES_MAX + 1))).toMatch(/^classeur-demesure.*1000 fichiers/);
});
