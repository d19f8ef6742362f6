import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { COMPLET, runs, sampleOf } from '../../../tests/lib/ampleur';
import {
  makeWorkbook,
  withUint32,
  directoryEntry,
  zipParts,
  type Parts,
} from '../../../tests/lib/classeur';
import { documentParts, makeDocument, p, table } from '../../../tests/lib/document';
import { readWorkbook } from '../xlsx/read';
import { ELEMENTS_MAX } from './blocks';
import { readDocument } from './read';

const spec = { corps: table([p('Nom [A1]'), p('Lac Noir')]) + p('fin'), modifie: '2026-03-01' };

const said = (bytes: Uint8Array) => {
  const found = readDocument(bytes);
  return found.ok ? 'lu' : `${found.refus} : ${found.message}`;
};

const change = (edit: (parts: Parts) => void): Uint8Array => {
  const parts = documentParts(spec);
  edit(parts);
  return zipParts(parts);
};

const body = 'word/document.xml';

const replace = (part: string, from: string | RegExp, to: string) =>
  change((parts) => {
    const before = parts[part] as string;
    parts[part] = before.replace(from, to);
    if (parts[part] === before) throw new Error(`rien à remplacer dans ${part}`);
  });

test('the document that the cases spoil is read', () => {
  expect(said(makeDocument(spec))).toBe('lu');
});

const OLE2 = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const old = (...streams: readonly string[]) =>
  Buffer.concat([OLE2, Buffer.alloc(600), ...streams.map((one) => Buffer.from(one, 'utf16le'))]);
const workbook = makeWorkbook({ feuilles: [{ nom: 'F' }] });
const odf = (type: string) =>
  zipParts({ mimetype: `application/vnd.oasis.opendocument.${type}`, 'content.xml': '' });
const ofType = (type: string) =>
  replace('[Content_Types].xml', /application\/[^"]*document\.main\+xml/, type);

describe('what is no .docx is refused, with the way to make one', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['a password', old('EncryptedPackage'), /^protege : .*retirez le mot de passe.*\.docx/],
    ['a .doc', old('WordDocument'), /^autre-format : .*Word \.doc\..*enregistrez-le/],
    ['a .doc that holds a workbook', old('WordDocument', 'Workbook'), /Word \.doc\./],
    ['an .xls', old('Workbook'), /^autre-format : .*\.xls/],
    ['an .odt', odf('text'), /^autre-format : .*\.odt\./],
    ['an .ods', odf('spreadsheet'), /^autre-format : .*\.ods\./],
    ['an .odp', odf('presentation'), /^autre-format : .*un autre document\./],
    ['a PDF', Buffer.from('%PDF-1.7\n%\0\xff'), /^autre-format : .*PDF/],
    ['an .rtf', strToU8('{\\rtf1\\ansi Lac}'), /^autre-format : .*\.rtf/],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), /^autre-format : .*image/],
    ['a scan', Buffer.from('\x89PNG\r\n\x1a\n\0', 'latin1'), /^autre-format : .*image/],
    ['a page', strToU8('<html><body></body></html>'), /^autre-format : .*HTML/],
    ['a text', strToU8('Nom : Lac Noir'), /^autre-format : .*un fichier texte\./],
    ['an archive', zipParts({ 'a.txt': 'a' }), /^autre-format : .*\.zip/],
    ['a workbook', workbook, /^autre-format : .*un classeur Excel/],
    [
      'slides',
      ofType('application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'),
      /^autre-format : .*PowerPoint/,
    ],
  ])('%s', (_, bytes, message) => {
    expect(said(bytes)).toMatch(message);
    expect(said(bytes)).toMatch(/\.docx/);
  });

  test('a workbook reader says the same of documents', () => {
    const refused = (bytes: Uint8Array) => readWorkbook(bytes);
    const message = (kind: string) => expect.stringMatching(`c’est ${kind}.*Classeur Excel`);
    const regle = 'classeur-autre-format';
    expect(refused(makeDocument(spec))).toMatchObject({
      regle,
      message: message('un document Word'),
    });
    expect(refused(odf('text'))).toMatchObject({ regle, message: message('un document .odt') });
    expect(refused(old('WordDocument'))).toMatchObject({ message: message('un ancien document') });
    expect(refused(old('Workbook', 'WordDocument'))).toMatchObject({
      message: message('.*\\.xls'),
    });
    expect(refused(Buffer.from('%PDF-1.7\n\0'))).toMatchObject({ message: message('.*PDF') });
  });
});

describe('macros are refused, never run', () => {
  test.each<[string, Uint8Array]>([
    ['a project', change((parts) => (parts['word/vbaProject.bin'] = 'x'))],
    ['a .docm', ofType('application/vnd.ms-word.document.macroEnabled.main+xml')],
  ])('%s', (_, bytes) => {
    expect(said(bytes)).toMatch(/^macros : .*jamais exécutées.*\.docx/);
  });

  test('a template without macros is read', () => {
    expect(
      said(
        ofType('application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml'),
      ),
    ).toBe('lu');
  });
});

describe('what is damaged is refused', () => {
  const deep = (count: number) => '<w:x>'.repeat(count) + '</w:x>'.repeat(count);

  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(), /vide/],
    ['the end is missing', makeDocument(spec).subarray(0, -100), /coupé/],
    ['no types', change((parts) => delete parts['[Content_Types].xml']), /Content_Types/],
    ['no relationships', change((parts) => delete parts['_rels/.rels']), /corps/],
    ['no document', change((parts) => delete parts['word/document.xml']), /corps/],
    ['no body', replace(body, /w:body/g, 'w:bodi'), /corps/],
    ['malformed XML', replace(body, '</w:body>', ''), /mal formé/],
    ['XML cut short', replace(body, '</w:document>', ''), /mal formé/],
    ['an unknown entity', replace(body, 'Lac Noir', '&eacute;'), /mal formé/],
    ['a DTD', replace(body, /\?>/, '?><!DOCTYPE a [<!ENTITY b "c">]>'), /DTD/],
    ['a DTD in the properties', replace('docProps/core.xml', /\?>/, '?><!DOCTYPE a>'), /DTD/],
    ['too many levels', replace(body, '<w:sectPr/>', deep(1000)), /niveaux/],
    ['a paragraph in another', replace(body, 'fin', `</w:t></w:r>${p()}<w:r><w:t>`), /paragraphe/],
    ['a paragraph in a row', replace(body, '<w:tr>', `<w:tr>${p()}`), /paragraphe/],
    ['a table in a paragraph', replace(body, 'fin', '</w:t></w:r><w:tbl/><w:r><w:t>'), /tableau/],
    ['a row outside of a table', replace(body, '<w:sectPr/>', '<w:tr/>'), /rangée/],
    ['a row in another', replace(body, '<w:tr>', '<w:tr><w:tr/>'), /rangée/],
    ['a cell outside of a row', replace(body, '<w:tr>', '<w:tc/><w:tr>'), /cellule/],
  ])('%s', (_, bytes, message) => {
    expect(said(bytes)).toMatch(/^illisible : .*enregistrez-le de nouveau/);
    expect(said(bytes)).toMatch(message);
  });

  test('a part that nothing reads', () => {
    const bytes = change((parts) => (parts['word/media/image1.png'] = 'image'));
    const at = directoryEntry(bytes, 'word/media/image1.png') + 16;
    expect(said(withUint32(bytes, at, 42))).toMatch(/^illisible.*image1/);
  });

  test('a file cut anywhere, or with a byte changed, is read or refused, never an exception', () => {
    const good = makeDocument(spec);
    fc.assert(
      fc.property(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const copy = Uint8Array.from(good);
        copy[at] = copy[at]! ^ mask;
        expect(said(copy)).toMatch(/^(lu$|[a-z-]+ : )/);
        expect(said(good.subarray(0, at))).toMatch(/^(illisible|autre-format) : /);
      }),
      runs(20, 150),
    );
  });

  test('elements in any order are read or refused, never an exception', () => {
    const names = ['p', 'r', 't', 'tbl', 'tr', 'tc', 'trPr', 'tcPr', 'pPr', 'rPr', 'del', 'ins'];
    const more = ['sdt', 'sdtPr', 'sdtContent', 'fldChar', 'drawing', 'txbxContent', 'cellDel'];
    const alternatives = ['AlternateContent', 'Choice', 'Fallback', 'oMath', 'bookmarkStart'];
    const name = fc.constantFrom(...names, ...more, ...alternatives);
    const element = (name: string, inside: readonly string[]) =>
      `<w:${name} w:name="a">${inside.join('')}</w:${name}>`;
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 8 },
        name.map((leaf) => element(leaf, [])),
        fc
          .tuple(name, fc.array(tie('tree'), { minLength: 1, maxLength: 3 }))
          .map(([parent, inside]) => element(parent, inside)),
      ),
    }));
    fc.assert(
      fc.property(tree, (xml) => {
        expect(said(makeDocument({ corps: xml }))).toMatch(/^(lu$|illisible)/);
      }),
      runs(25, 200),
    );
  });
});

describe('what is out of measure is refused', () => {
  const many = [p(), '<w:bookmarkStart w:id="1" w:name="a"/>', '<w:tbl/>'];
  test.each(sampleOf(many, 1))('too many %s', (one) => {
    if (COMPLET)
      expect(said(makeDocument({ corps: one.repeat(ELEMENTS_MAX - 1) + p() }))).toBe('lu');
    expect(said(makeDocument({ corps: one.repeat(ELEMENTS_MAX) + p() }))).toMatch(
      /^demesure.*100\u00a0000 paragraphes/,
    );
  });
});
