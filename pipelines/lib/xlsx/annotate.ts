import { posix } from 'node:path';
import type { Gravite } from '../../../src/lib/domain/regles/index';
import { elementNamed, PackageEdit } from '../ooxml/edit';
import { openPackage, type Package } from '../ooxml/package';
import { appendTo, outline, type Element, type Insertion } from '../ooxml/patch';
import { unreadable } from '../ooxml/refusal';
import { escapeAttribute } from '../../../src/lib/xlsx/escape-xml';
import { relationId } from '../ooxml/xml';
import { readContents } from './contents';
import { FEUILLE_CONSTATS, findingsSheet, type Finding } from './findings';
import { addNotes, commentedCells, emptyComments, type Note } from './notes';
import { parseReference } from '../../../src/lib/xlsx/reference';
import { addShapes, clustersOf, emptyDrawing } from './vml';

/** What is said of a workbook, of one of its sheets or of one cell. */
export interface Remarque {
  readonly gravite: Gravite;
  readonly feuille: string | null;
  /** As `D4`. */
  readonly cellule: string | null;
  readonly titre: string;
  readonly message: string;
}

const GRAVITE: Readonly<Record<Gravite, string>> = {
  bloquant: 'Bloquant',
  avertissement: 'Avertissement',
  information: 'Information',
};

const TYPES = 'application/vnd.openxmlformats-officedocument';
const COMMENTS_TYPE = `${TYPES}.spreadsheetml.comments+xml`;
const SHEET_TYPE = `${TYPES}.spreadsheetml.worksheet+xml`;
const DRAWING_TYPE = `${TYPES}.vmlDrawing`;

interface Target {
  readonly edit: PackageEdit;
  readonly main: string;
  /** Part of each worksheet, by its name. */
  readonly sheets: ReadonlyMap<string, string>;
  /** Names of all sheets, charts included. */
  readonly names: readonly string[];
}

function openTarget(from: Package): Target {
  const main = from.main();
  const relations = from.relations(main);
  const { feuilles } = readContents(from, main);
  const sheets = feuilles.flatMap(({ nom, relation }): [string, string][] => {
    const aim = relations.find(({ id }) => id === relation);
    return aim?.type === 'worksheet' && aim.partie ? [[nom, aim.partie]] : [];
  });
  return {
    edit: new PackageEdit(from),
    main,
    sheets: new Map(sheets),
    names: feuilles.map(({ nom }) => nom),
  };
}

/** Namespace of the elements of spreadsheets, in the variant of the package. */
const namespaceOf = ({ base }: PackageEdit): string =>
  base.includes('purl.oclc.org')
    ? 'http://purl.oclc.org/ooxml/spreadsheetml/main'
    : 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** Attribute that names a relationship, declared there unless the root does. */
function relationAttribute(root: Element, base: string, id: string): string {
  const declared = Object.keys(root.attributes).find(
    (name) => name.startsWith('xmlns:') && root.attributes[name] === base,
  );
  if (declared !== undefined) return `${declared.slice('xmlns:'.length)}:id="${id}"`;
  return `xmlns:r="${base}" r:id="${id}"`;
}

/** Elements of a worksheet that come after its legacy drawing. */
const AFTER_DRAWING = new Set([
  ...['legacyDrawingHF', 'drawingHF', 'picture', 'oleObjects', 'controls', 'webPublishItems'],
  ...['tableParts', 'extLst', 'AlternateContent'],
]);

function insertDrawing(elements: readonly Element[], base: string, id: string): Insertion[] {
  const root = elementNamed(elements, 'worksheet');
  const xml = `<${root.prefix}legacyDrawing ${relationAttribute(root, base, id)}/>`;
  const next = elements.find(({ name, depth }) => depth === 2 && AFTER_DRAWING.has(name));
  return next ? [{ at: next.start, xml }] : appendTo(root, xml);
}

function nextCluster(edit: PackageEdit): number {
  const used = edit.partsEnding('.vml').flatMap((part) => clustersOf(edit.bytes(part)));
  return used.reduce((most, cluster) => Math.max(most, cluster), 0) + 1;
}

function createDrawing(edit: PackageEdit, sheet: string, main: string, count: number): string {
  const drawing = edit.freeName(posix.join(posix.dirname(main), 'drawings/vmlDrawing'), '.vml');
  edit.write(drawing, Buffer.from(emptyDrawing(nextCluster(edit), count)));
  edit.declareExtension('vml', DRAWING_TYPE);
  const id = edit.relate(sheet, 'vmlDrawing', drawing);
  edit.patch(sheet, 2, (elements) => insertDrawing(elements, edit.base, id));
  return drawing;
}

/** Drawing that shows the notes of a sheet, null when it has none. */
function drawingOf(edit: PackageEdit, sheet: string): string | null {
  const elements = outline(sheet, edit.bytes(sheet), 2);
  const legacy = elements.find(({ name, depth }) => name === 'legacyDrawing' && depth === 2);
  if (!legacy) return null;
  const id = relationId(legacy.attributes);
  const part = edit.relations(sheet).find((relation) => relation.id === id)?.partie;
  if (!part || !edit.has(part)) throw unreadable('le dessin des notes manque');
  return part;
}

function commentsOf(edit: PackageEdit, sheet: string, main: string): string {
  const known = edit.relations(sheet).find(({ type }) => type === 'comments')?.partie;
  if (known) return known;
  const part = edit.freeName(posix.join(posix.dirname(main), 'comments'), '.xml');
  edit.write(part, Buffer.from(emptyComments(namespaceOf(edit))));
  edit.declareType(part, COMMENTS_TYPE);
  edit.relate(sheet, 'comments', part);
  return part;
}

const DEEPEST = 6;

function annotateSheet({ edit, main }: Target, sheet: string, notes: readonly Note[]): void {
  const comments = commentsOf(edit, sheet, main);
  edit.patch(comments, DEEPEST, (elements) => addNotes(elements, notes));
  const cells = commentedCells(outline(comments, edit.bytes(comments), DEEPEST));
  const positions = cells.flatMap((cell) => parseReference(cell) ?? []);
  const drawing = drawingOf(edit, sheet) ?? createDrawing(edit, sheet, main, positions.length);
  edit.write(drawing, addShapes(edit.bytes(drawing), positions, nextCluster(edit)));
}

/** Notes by part of worksheet, one a cell. */
function notesBySheet(
  { sheets }: Target,
  remarques: readonly Remarque[],
): Map<string, Map<string, Note>> {
  const bySheet = new Map<string, Map<string, Note>>();
  for (const { feuille, cellule, gravite, message } of remarques) {
    const part = feuille === null ? undefined : sheets.get(feuille);
    const position = cellule === null ? null : parseReference(cellule);
    if (part === undefined || cellule === null || position === null) continue;
    const notes = bySheet.get(part) ?? new Map<string, Note>();
    const paragraphs = notes.get(cellule)?.paragraphes ?? [];
    const added = { titre: GRAVITE[gravite], texte: message };
    notes.set(cellule, { cellule, position, paragraphes: [...paragraphs, added] });
    bySheet.set(part, notes);
  }
  return bySheet;
}

function findingOf({ sheets }: Target, remarque: Remarque): Finding {
  const { gravite, feuille, cellule, titre, message } = remarque;
  const leads = feuille !== null && cellule !== null && sheets.has(feuille);
  const lien =
    leads && parseReference(cellule) ? `'${feuille.replaceAll("'", "''")}'!${cellule}` : null;
  return { textes: [GRAVITE[gravite], feuille ?? '', cellule ?? '', titre, message], lien };
}

function freeSheetName(names: readonly string[]): string {
  const taken = new Set(names.map((name) => name.toLowerCase()));
  for (let n = 1; ; n++) {
    const name = n === 1 ? FEUILLE_CONSTATS : `${FEUILLE_CONSTATS} ${n}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function addSheet({ edit, main, names }: Target, findings: readonly Finding[]): void {
  const part = edit.freeName(posix.join(posix.dirname(main), 'worksheets/constats'), '.xml');
  const views = outline(main, edit.bytes(main), 3).some(({ name }) => name === 'workbookView');
  edit.write(part, Buffer.from(findingsSheet(findings, namespaceOf(edit), views)));
  edit.declareType(part, SHEET_TYPE);
  const id = edit.relate(main, 'worksheet', part);
  edit.patch(main, 3, (elements) => {
    const [root, list] = [elementNamed(elements, 'workbook'), elementNamed(elements, 'sheets')];
    const ids = elements.map(({ attributes }) => Number(attributes['sheetId'] ?? 0));
    const sheetId = ids.reduce((most, one) => Math.max(most, one), 0) + 1;
    const relation = relationAttribute(root, edit.base, id);
    const name = escapeAttribute(freeSheetName(names));
    const xml = `<${list.prefix}sheet name="${name}" sheetId="${sheetId}" ${relation}/>`;
    return appendTo(list, xml);
  });
}

/**
 * The same .xlsx with a note on each cell that a remark is about, and a last sheet, « Constats », that
 * lists all remarks. Notes already there are kept; no value, formula or other part changes.
 * @throws OfficeError when the file is not one that `readWorkbook` reads.
 */
export function annotateWorkbook(bytes: Uint8Array, remarques: readonly Remarque[]): Uint8Array {
  if (remarques.length === 0) return bytes;
  const target = openTarget(openPackage(bytes, 'classeur'));
  for (const [sheet, notes] of notesBySheet(target, remarques))
    annotateSheet(target, sheet, [...notes.values()]);
  addSheet(
    target,
    remarques.map((remarque) => findingOf(target, remarque)),
  );
  return target.edit.toBytes();
}
