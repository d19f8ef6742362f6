/** Shapes that show the notes of a sheet. VML is not always well-formed: it is read as text, byte for byte. */
import { unreadable } from '../ooxml/refusal';
import { COLUMNS_MAX, ROWS_MAX, type Position } from '../../../src/lib/xlsx/reference';

/** Shape ids go by clusters, which drawings of a workbook do not share. */
const CLUSTER = 1024;

const NAMESPACES: Readonly<Record<string, string>> = {
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
  x: 'urn:schemas-microsoft-com:office:excel',
};

const declarations = (prefixes: readonly string[]): string =>
  prefixes.map((prefix) => ` xmlns:${prefix}="${NAMESPACES[prefix]}"`).join('');

const NOTE_SHAPE = '_x0000_t202';
const shapeType = (names: string): string =>
  `<v:shapetype${names} id="${NOTE_SHAPE}" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>`;

/** Columns and rows that a note covers once opened. */
const [WIDTH, HEIGHT] = [4, 8];

function anchor({ colonne, ligne }: Position): string {
  const left = Math.min(colonne + 1, COLUMNS_MAX - 1 - WIDTH);
  const top = Math.max(0, Math.min(ligne - 2, ROWS_MAX - 1 - HEIGHT));
  return [left, 15, top, 2, left + WIDTH, 15, top + HEIGHT, 4].join(', ');
}

const shape = (id: number, position: Position, names: string): string =>
  `<v:shape${names} id="_x0000_s${id}" type="#${NOTE_SHAPE}" style="position:absolute;width:240pt;height:120pt;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor(position)}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${position.ligne - 1}</x:Row><x:Column>${position.colonne}</x:Column></x:ClientData></v:shape>`;

const numbersIn = (text: string, pattern: RegExp): number[] =>
  [...text.matchAll(pattern)].map(([, digits]) => Number(digits));

/** Clusters that a drawing takes for its shapes. */
export function clustersOf(drawing: Uint8Array): number[] {
  const text = Buffer.from(drawing).toString('latin1');
  const lists = [...text.matchAll(/<o:idmap\b[^<>]*\bdata\s*=\s*["']([\d,\s]*)["']/g)];
  const declared = lists.flatMap(([, list = '']) => list.split(',').map(Number));
  const used = numbersIn(text, /_x0000_s(\d{1,9})\b/g).map((id) => Math.floor(id / CLUSTER));
  return [...declared, ...used];
}

/** A drawing without shapes, with clusters from the first for as many as `count`. */
export function emptyDrawing(first: number, count: number): string {
  const clusters = Array.from({ length: Math.ceil((count + 1) / CLUSTER) }, (_, i) => first + i);
  return `<xml${declarations(['v', 'o', 'x'])}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${clusters.join(',')}"/></o:shapelayout></xml>`;
}

/** Places of the notes that a drawing shows, as `row,column` counted from 0. */
function shownNotes(text: string): Set<string> {
  const clients = text.split(/<(?:\w+:)?ClientData\b/).slice(1);
  const notes = clients.filter((client) => /^[^<>]*\bObjectType\s*=\s*["']Note["']/.test(client));
  const valueIn = (client: string, name: string) =>
    new RegExp(`<(?:\\w+:)?${name}>\\s*(\\d+)\\s*<`).exec(client)?.[1];
  return new Set(notes.map((note) => `${valueIn(note, 'Row')},${valueIn(note, 'Column')}`));
}

/**
 * A drawing with a shape for each place that has none; its other bytes stay as they are.
 * `otherwise` is the cluster of a drawing that declares none.
 * @throws OfficeError when the drawing has no end.
 */
export function addShapes(
  drawing: Uint8Array,
  positions: readonly Position[],
  otherwise: number,
): Uint8Array {
  const text = Buffer.from(drawing).toString('latin1');
  const close = text.lastIndexOf('</');
  if (!/^<\/(\w+:)?xml\s*>\s*$/.test(text.slice(close))) throw unreadable('ses notes sont coupées');
  const root = text.slice(0, text.indexOf('>', text.search(/<(\w+:)?xml\b/)));
  const missing = Object.keys(NAMESPACES).filter(
    (prefix) => !new RegExp(`xmlns:${prefix}\\s*=\\s*["']${NAMESPACES[prefix]}["']`).test(root),
  );
  const names = declarations(missing);
  const shown = shownNotes(text);
  const ids = numbersIn(text, /_x0000_s(\d{1,9})\b/g);
  const start = (clustersOf(drawing)[0] ?? otherwise) * CLUSTER;
  const from = ids.reduce((most, id) => Math.max(most, id), start) + 1;
  const shapes = positions
    .filter(({ ligne, colonne }) => !shown.has(`${ligne - 1},${colonne}`))
    .map((position, i) => shape(from + i, position, names));
  if (shapes.length === 0) return drawing;
  const type = new RegExp(`\\bid\\s*=\\s*["']${NOTE_SHAPE}["']`).test(text) ? '' : shapeType(names);
  const added = Buffer.from(type + shapes.join(''), 'latin1');
  return Buffer.concat([drawing.subarray(0, close), added, drawing.subarray(close)]);
}
