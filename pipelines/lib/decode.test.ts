import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { CARACTERE } from '../../tests/lib/caracteres';
import { decode, ENCODAGES, type Encodage } from './decode';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const BOM8 = Buffer.from([0xef, 0xbb, 0xbf]);
const LE = Buffer.from([0xff, 0xfe]);
const BE = Buffer.from([0xfe, 0xff]);

const read = (bytes: Uint8Array, encodage: Encodage) => {
  const found = decode(bytes, encodage);
  return found.ok ? found.text : `refusé, ligne ${found.ligne} : ${found.message}`;
};

describe('what is declared and true is read', () => {
  test.each([
    ['utf-8', utf8('Été œuvre €')],
    ['utf-8', Buffer.concat([BOM8, utf8('Été œuvre €')])],
    [
      'windows-1252',
      Buffer.from([0xc9, 0x74, 0xe9, 0x20, 0x9c, 0x75, 0x76, 0x72, 0x65, 0x20, 0x80]),
    ],
    ['utf-16le', Buffer.concat([LE, Buffer.from('Été œuvre €', 'utf16le')])],
  ] as const)('%s', (encodage, bytes) => {
    expect(read(bytes, encodage)).toBe('Été œuvre €');
  });

  test('ASCII is the same in UTF-8 and windows-1252', () => {
    expect(read(utf8('abc'), 'windows-1252')).toBe('abc');
    expect(read(utf8('abc'), 'utf-8')).toBe('abc');
  });

  test.each([
    ['ÿa', [0xff, 0x61]],
    ['aþ', [0x61, 0xfe]],
    ['þa', [0xfe, 0x61]],
    ['aÿ', [0x61, 0xff]],
    ['a\u007f', [0x61, 0x7f]],
  ])('half a mark of UTF-16 is a letter of windows-1252, in « %s »', (text, bytes) => {
    expect(read(Buffer.from(bytes), 'windows-1252')).toBe(text);
  });

  test('nothing is nothing, not a refusal', () => {
    expect(read(new Uint8Array(), 'utf-8')).toBe('');
    expect(read(new Uint8Array(), 'windows-1252')).toBe('');
  });
});

describe('what is declared and false is refused, with the encoding to declare', () => {
  test('windows-1252 under utf-8, at the line of the first foreign byte', () => {
    expect(read(Buffer.from('a\nb\nd\xe9j\xe0\n', 'latin1'), 'utf-8')).toMatch(
      /^refusé, ligne 3 : .*« encodage: windows-1252 »/,
    );
  });

  test('whatever is before it', () => {
    const before = fc.string({ unit: fc.constantFrom('a', 'é', '€', '🌳', '\n'), maxLength: 30 });
    fc.assert(
      fc.property(before, fc.constantFrom(0xe9, 0x80, 0xff), (text, byte) => {
        const bytes = Buffer.concat([utf8(`x${text}`), Buffer.from([byte]), utf8('\nb')]);
        expect(read(bytes, 'utf-8')).toMatch(`refusé, ligne ${text.split('\n').length} :`);
      }),
    );
  });

  test('a character cut at the end of the file is foreign too', () => {
    expect(read(utf8('a\né').subarray(0, 3), 'utf-8')).toMatch(/^refusé, ligne 2/);
  });

  test('utf-8 under windows-1252', () => {
    expect(read(utf8('déjà'), 'windows-1252')).toMatch(/^refusé, ligne null .*« encodage: utf-8 »/);
  });

  test('a byte that windows-1252 does not define', () => {
    expect(read(Buffer.from([0x61, 0x0a, 0xe9, 0x81]), 'windows-1252')).toMatch(/^refusé, ligne 2/);
    expect(read(Buffer.from([0x81, 0x61]), 'windows-1252')).toMatch(/^refusé, ligne 1/);
  });

  test.each(['utf-8', 'windows-1252'] as const)('utf-16 under %s', (encodage) => {
    const bytes = Buffer.concat([LE, Buffer.from('a', 'utf16le')]);
    expect(read(bytes, encodage)).toMatch(/« encodage: utf-16le »/);
  });

  test.each(ENCODAGES)('big-endian utf-16 under %s', (encodage) => {
    expect(read(Buffer.concat([BE, Buffer.from([0, 0x61])]), encodage)).toMatch(/gros-boutiste/);
  });

  test('utf-16 without its mark, or cut in the middle of a unit', () => {
    expect(read(Buffer.from('ab', 'utf16le'), 'utf-16le')).toMatch(/^refusé/);
    expect(read(Buffer.from([0xff, 0x61]), 'utf-16le')).toMatch(/^refusé/);
    expect(read(Buffer.from([0x61, 0xfe]), 'utf-16le')).toMatch(/^refusé/);
    expect(read(Buffer.concat([LE, Buffer.from([0x61])]), 'utf-16le')).toMatch(/^refusé/);
  });
});

test('any text comes back from UTF-8 and UTF-16', () => {
  const text = fc.string({ unit: CARACTERE }).filter((t) => !t.startsWith('\ufeff'));
  fc.assert(
    fc.property(text, (t) => {
      expect(read(utf8(t), 'utf-8')).toBe(t);
      expect(read(iconv.encode(t, 'utf-16le', { addBOM: true }), 'utf-16le')).toBe(t);
    }),
  );
});

test('any bytes are read or refused, never an exception', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 64 }),
      fc.constantFrom(...ENCODAGES),
      (bytes, encodage) => {
        const found = decode(bytes, encodage);
        if (!found.ok) expect(found.message).toMatch(/encodage/);
      },
    ),
  );
});
