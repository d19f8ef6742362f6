/** Notes on cells, as the part of comments of a sheet holds them. */
import { elementNamed } from '../ooxml/edit';
import { appendTo, attributeText, type Element, type Insertion } from '../ooxml/patch';
import { XML_HEAD } from '../../../src/lib/xlsx/escape-xml';
import { parseReference, type Position } from '../../../src/lib/xlsx/reference';
import { escapeTold } from '../../../src/lib/xlsx/write-xml';

export const AUTEUR = 'Retombées';

export interface Paragraph {
  /** Shown in bold, before a colon. */
  readonly titre: string;
  readonly texte: string;
}

export interface Note {
  readonly cellule: string;
  readonly position: Position;
  readonly paragraphes: readonly Paragraph[];
}

/** A part of comments without any. */
export const emptyComments = (namespace: string): string =>
  `${XML_HEAD}<comments xmlns="${namespace}"><authors/><commentList/></comments>`;

const FONT = '<rFont val="Tahoma"/><family val="2"/>';
const BETWEEN = '\n\n';

const plain = ({ titre, texte }: Paragraph): string => `${titre} : ${texte}`;

/** Tags are written without prefix, then given the one of the part. */
const prefixed = (xml: string, prefix: string): string =>
  prefix === '' ? xml : xml.replace(/<(\/?)(?=[a-zA-Z])/g, `<$1${prefix}`);

function run(text: string, bold: boolean): string {
  const properties = `<rPr>${bold ? '<b/>' : ''}<sz val="9"/>${FONT}</rPr>`;
  return `<r>${properties}<t xml:space="preserve">${escapeTold(text)}</t></r>`;
}

const runs = (paragraphs: readonly Paragraph[], before: string): string =>
  paragraphs
    .map(({ titre, texte }, i) =>
      [run(`${i === 0 ? before : BETWEEN}${titre}`, true), run(` : ${texte}`, false)].join(''),
    )
    .join('');

const within = (outer: Element, elements: readonly Element[]): Element[] =>
  elements.filter((e) => e.start > outer.start && e.end <= outer.close);

/** Adds to the text of a comment, which holds either runs or one plain text. */
function extendText(
  text: Element,
  elements: readonly Element[],
  paragraphs: readonly Paragraph[],
): Insertion[] {
  const inner = within(text, elements).filter(({ depth }) => depth === text.depth + 1);
  const { prefix } = text;
  const lastRun = inner.findLast(({ name }) => name === 'r');
  if (lastRun) return [{ at: lastRun.end, xml: prefixed(runs(paragraphs, BETWEEN), prefix) }];
  const only = inner.find(({ name }) => name === 't');
  if (!only) return appendTo(text, prefixed(runs(paragraphs, ''), prefix));
  const before = only.texte === '' ? '' : BETWEEN;
  const added = escapeTold(`${before}${paragraphs.map(plain).join(BETWEEN)}`);
  const kept = 'xml:space' in only.attributes ? '' : ' xml:space="preserve"';
  return appendTo(only, added, kept);
}

function extend(
  comment: Element,
  elements: readonly Element[],
  paragraphs: readonly Paragraph[],
): Insertion[] {
  const inner = within(comment, elements);
  const said = inner.map(({ name, texte }) => (name === 't' ? texte : '')).join('');
  const fresh = paragraphs.filter((paragraph) => !said.includes(plain(paragraph)));
  if (fresh.length === 0) return [];
  const text = inner.find(({ name, depth }) => name === 'text' && depth === comment.depth + 1);
  if (text) return extendText(text, elements, fresh);
  return appendTo(comment, prefixed(`<text>${runs(fresh, '')}</text>`, comment.prefix));
}

const isAfter = (a: Position, b: Position): boolean =>
  a.ligne > b.ligne || (a.ligne === b.ligne && a.colonne > b.colonne);

const cellOf = (comment: Element): string => attributeText(comment, 'ref');

const commentsIn = (elements: readonly Element[]): Element[] =>
  elements.filter(({ name, depth }) => name === 'comment' && depth === 3);

/** Cells that have a comment. */
export const commentedCells = (elements: readonly Element[]): string[] =>
  commentsIn(elements).map(cellOf);

function sign(elements: readonly Element[]): { author: number; insertions: Insertion[] } {
  const authors = elements.filter(({ name, depth }) => name === 'author' && depth === 3);
  const own = authors.findIndex(({ texte }) => texte === AUTEUR);
  if (own >= 0) return { author: own, insertions: [] };
  const parent = elementNamed(elements, 'authors');
  const xml = prefixed(`<author>${AUTEUR}</author>`, parent.prefix);
  return { author: authors.length, insertions: appendTo(parent, xml) };
}

function create(
  list: Element,
  comments: readonly Element[],
  notes: readonly Note[],
  author: number,
): Insertion[] {
  const places = comments.map((comment) => ({
    at: comment.start,
    position: parseReference(cellOf(comment)),
  }));
  const insertions: Insertion[] = [];
  let last = '';
  for (const { cellule, position, paragraphes } of notes) {
    const body = `<text>${runs(paragraphes, '')}</text>`;
    const bare = `<comment ref="${cellule}" authorId="${author}" shapeId="0">${body}</comment>`;
    const xml = prefixed(bare, list.prefix);
    const next = places.find((place) => place.position && isAfter(place.position, position));
    if (next) insertions.push({ at: next.at, xml });
    else last += xml;
  }
  return last === '' ? insertions : [...insertions, ...appendTo(list, last)];
}

/**
 * What to insert in a part of comments, given all its elements: comments of the same cell get more
 * text, the others stay as they are. One note a cell.
 */
export function addNotes(elements: readonly Element[], notes: readonly Note[]): Insertion[] {
  const comments = commentsIn(elements);
  const byCell = new Map(comments.map((comment) => [cellOf(comment), comment]));
  const sorted = notes.toSorted((a, b) => (isAfter(a.position, b.position) ? 1 : -1));
  const extended = sorted.flatMap(({ cellule, paragraphes }) => {
    const comment = byCell.get(cellule);
    return comment ? extend(comment, elements, paragraphes) : [];
  });
  const fresh = sorted.filter(({ cellule }) => !byCell.has(cellule));
  if (fresh.length === 0) return extended;
  const { author, insertions } = sign(elements);
  const list = elementNamed(elements, 'commentList');
  return [...insertions, ...extended, ...create(list, comments, fresh, author)];
}
