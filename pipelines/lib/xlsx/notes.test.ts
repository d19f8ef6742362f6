/** Notes that a workbook has already. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import {
  DRAWING,
  COMMENTS,
  RELS,
  SHEET,
  SPEC,
  notesIn,
  openParts,
  remarque,
  rowsColumns,
  textOf,
} from '../../../tests/lib/annotations';
import { partsOf, readOrFail, zipParts, type Parts } from '../../../tests/lib/classeur';
import { annotateWorkbook, type Remarque } from './annotate';

const relations = (...items: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
const relation = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`;
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const noteShape = (id: number, row: number, column: number) =>
  `<v:shape id="_x0000_s${id}" type="#_x0000_t202"><br><x:ClientData ObjectType="Note"><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
const drawing = (shapes: string) =>
  `<xml xmlns:v="urn:schemas-microsoft-com:vml"\r\n xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="3"/></o:shapelayout><v:shapetype id="_x0000_t202"/>${shapes}</xml>\r\n`;

function withNotes(comments: string, shapes: string, prefix = ''): Parts {
  const parts = partsOf(SPEC);
  parts[SHEET] = (parts[SHEET] as string).replace(
    '</worksheet>',
    '<pageMargins left="1" right="1" top="1" bottom="1" header="1" footer="1"/><legacyDrawing r:id="anysvml"/><tableParts count="0"/></worksheet>',
  );
  parts[RELS] = relations(
    relation('anysvml', 'vmlDrawing', '../dessins/a.vml'),
    relation('x', 'comments', '/xl/notes/a.xml'),
  );
  parts['xl/dessins/a.vml'] = drawing(shapes);
  const bound = prefix === '' ? `xmlns="${MAIN}"` : `xmlns:${prefix.slice(0, -1)}="${MAIN}"`;
  parts['xl/notes/a.xml'] =
    `<?xml version="1.0"?>\r\n<${prefix}comments ${bound}><${prefix}authors><${prefix}author>Zoé</${prefix}author></${prefix}authors><${prefix}commentList>${comments}</${prefix}commentList></${prefix}comments>`;
  return parts;
}
const run = (parts: Parts, ...remarques: Remarque[]) =>
  unzipSync(annotateWorkbook(zipParts(parts), remarques));

const PLAIN = '<comment ref="B2" authorId="0"><text><t>À valider</t></text></comment>';
const RUNS =
  '<comment ref="B2" authorId="0"><text><r><rPr><b/></rPr><t>Zoé</t></r><r><t> : oui</t></r><rPh sb="0" eb="1"><t>z</t></rPh></text></comment>';
const LATER = '<comment ref="C9" authorId="0"><text><t>plus bas</t></text></comment>';

test('keeps them, in order, and adds its own', () => {
  const parts = withNotes(LATER, noteShape(3073, 8, 2));
  const after = run(parts, remarque({}), remarque({ cellule: 'D12', message: 'fin' }));
  expect(notesIn(after, 'xl/notes/a.xml')).toEqual([
    ['B2', 'Bloquant : écrivez un nombre'],
    ['C9', 'plus bas'],
    ['D12', 'Bloquant : fin'],
  ]);
  expect(textOf(after, 'xl/notes/a.xml')).toContain(
    '<authors><author>Zoé</author><author>Retombées</author></authors>',
  );
  expect(textOf(after, 'xl/notes/a.xml')).toContain('ref="B2" authorId="1"');
  expect(textOf(after, 'xl/notes/a.xml')).toContain(LATER);
});

test('keeps its drawing, with shapes of ids that none has', () => {
  const parts = withNotes(LATER, noteShape(3080, 8, 2));
  const after = run(parts, remarque({}));
  const vml = textOf(after, 'xl/dessins/a.vml');
  expect(vml.startsWith((parts['xl/dessins/a.vml'] as string).slice(0, -8))).toBe(true);
  expect(vml.endsWith('</xml>\r\n')).toBe(true);
  expect([...vml.matchAll(/_x0000_s(\d+)/g)].map(([, id]) => id)).toEqual(['3080', '3081']);
  expect(vml.match(/<v:shapetype/g)).toHaveLength(1);
  expect(rowsColumns(vml)).toEqual(['8,2', '1,1']);
  expect(Object.keys(after)).not.toContain(DRAWING);
  expect(textOf(after, SHEET)).toBe(parts[SHEET]);
  expect(textOf(after, RELS)).toBe(parts[RELS]);
});

test.each([
  ['plain', PLAIN, 'À valider\n\nBloquant : écrivez un nombre'],
  ['in runs', RUNS, 'Zoé : oui\n\nBloquant : écrivez un nombrez'],
  ['empty', '<comment ref="B2" authorId="0"><text/></comment>', 'Bloquant : écrivez un nombre'],
  [
    'blank',
    '<comment ref="B2" authorId="0"><text><t/></text></comment>',
    'Bloquant : écrivez un nombre',
  ],
])('a note of the same cell, %s, goes on after its text', (_, comment, expected) => {
  const after = run(withNotes(comment, noteShape(3073, 1, 1)), remarque({}));
  expect(notesIn(after, 'xl/notes/a.xml')).toEqual([['B2', expected]]);
  expect(rowsColumns(textOf(after, 'xl/dessins/a.vml'))).toEqual(['1,1']);
  new SaxesParser({ xmlns: true }).write(textOf(after, 'xl/notes/a.xml')).close();
});

test('what a note says already is not said twice', () => {
  const once = annotateWorkbook(zipParts(partsOf(SPEC)), [remarque({})]);
  const twice = openParts(annotateWorkbook(once, [remarque({}), remarque({ message: 'autre' })]));
  expect(notesIn(twice)).toEqual([['B2', 'Bloquant : écrivez un nombre\n\nBloquant : autre']]);
  expect(
    readOrFail(zipParts(twice))
      .feuilles.map(({ nom }) => nom)
      .slice(2),
  ).toEqual(['Constats', 'Constats 2']);
  expect(Object.keys(twice).filter((name) => /comments|vml/.test(name))).toEqual([
    COMMENTS,
    DRAWING,
  ]);
});

test('what is said word for word again changes no note', () => {
  const once = annotateWorkbook(zipParts(partsOf(SPEC)), [remarque({})]);
  const twice = openParts(annotateWorkbook(once, [remarque({})]));
  for (const part of [COMMENTS, DRAWING, SHEET, RELS])
    expect(textOf(twice, part)).toBe(textOf(openParts(once), part));
});

test('notes of a second time share the author and the types of the first', () => {
  const once = annotateWorkbook(zipParts(partsOf(SPEC)), [remarque({})]);
  const second = [remarque({ cellule: 'A1' }), remarque({ feuille: 'L’an 1 & "2" d\'ici' })];
  const twice = openParts(annotateWorkbook(once, second));
  expect(textOf(twice, COMMENTS).match(/<author>/g)).toHaveLength(1);
  expect(textOf(twice, COMMENTS).match(/authorId="0"/g)).toHaveLength(2);
  expect(textOf(twice, '[Content_Types].xml').match(/Extension="vml"/g)).toHaveLength(1);
});

test('a plain note that goes on keeps its line breaks', () => {
  const after = run(withNotes(PLAIN, noteShape(3073, 1, 1)), remarque({}));
  expect(textOf(after, 'xl/notes/a.xml')).toContain('<t xml:space="preserve">À valider\n\nBl');
  const kept = PLAIN.replace('<t>', '<t xml:space="preserve">');
  const again = run(withNotes(kept, noteShape(3073, 1, 1)), remarque({}));
  expect(textOf(again, 'xl/notes/a.xml')).toBe(textOf(after, 'xl/notes/a.xml'));
});

test('new relationships take ids that none has', () => {
  const parts = partsOf(SPEC);
  parts[RELS] = relations(relation('rId2', 'printerSettings', 'a.bin'), relation('rId3', 'b', 'c'));
  const ids = [...textOf(run(parts, remarque({})), RELS).matchAll(/ Id="(\w+)"/g)];
  expect(ids.map(([, id]) => id)).toEqual(['rId2', 'rId3', 'rId4', 'rId5']);
});

test('prefixed elements stay prefixed', () => {
  const prefixed = LATER.replace(/<(\/?)(?=[a-z])/g, '<$1x:');
  const after = run(withNotes(prefixed, noteShape(3073, 8, 2), 'x:'), remarque({}));
  const comments = textOf(after, 'xl/notes/a.xml');
  new SaxesParser({ xmlns: true }).write(comments).close();
  expect(comments).not.toMatch(/<\/?[a-z]+[ >/]/i);
  expect(notesIn(after, 'xl/notes/a.xml')).toHaveLength(2);
});

test('a drawing of other things gets the shape that notes need', () => {
  const parts = withNotes('', '');
  const vml = 'xl/dessins/a.vml';
  parts[vml] = '<xml xmlns:v="urn:schemas-microsoft-com:vml"><v:shape id="_x0000_s1030"/></xml>';
  const after = run(parts, remarque({}));
  new SaxesParser({ xmlns: true }).write(textOf(after, vml)).close();
  expect(textOf(after, vml)).toMatch(/<v:shapetype [^>]*id="_x0000_t202"/);
  expect(textOf(after, vml)).toContain('id="_x0000_s1031"');
});

test('a new drawing takes ids that no other sheet has', () => {
  const parts = withNotes(LATER, noteShape(3080, 8, 2));
  const after = run(parts, remarque({ feuille: SPEC.feuilles[1]!.nom, cellule: 'A1' }));
  expect(textOf(after, DRAWING)).toContain('data="4"');
  expect(textOf(after, DRAWING)).toContain('_x0000_s4097');
});

test('a drawing that is not there is refused', () => {
  const parts = withNotes(LATER, '');
  delete parts['xl/dessins/a.vml'];
  expect(() => run(parts, remarque({}))).toThrow(/dessin des notes/);
});
