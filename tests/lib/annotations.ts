/** Workbooks to annotate, and what annotating them gives. */
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import type { Remarque } from '../../pipelines/lib/xlsx/annotate';

export const remarque = (rest: Partial<Remarque>): Remarque => ({
  gravite: 'bloquant',
  feuille: 'Octrois',
  cellule: 'B2',
  titre: 'Montant illisible',
  message: 'écrivez un nombre',
  ...rest,
});

export const SPEC = {
  feuilles: [
    {
      nom: 'Octrois',
      rangees:
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="2"><c r="B2"><v>12.5</v></c></row>',
    },
    { nom: 'L’an 1 & "2" d\'ici', rangees: '<row r="1"><c r="A1"><v>1</v></c></row>' },
  ],
  chaines: '<si><t>Numéro</t></si>',
};

export const COMMENTS = 'xl/comments1.xml';
export const DRAWING = 'xl/drawings/vmlDrawing1.vml';
export const SHEET = 'xl/worksheets/sheet1.xml';
export const RELS = 'xl/worksheets/_rels/sheet1.xml.rels';
export const LIST = 'xl/worksheets/constats1.xml';

export const textOf = (parts: Record<string, Uint8Array>, name: string): string => {
  const part = parts[name];
  if (!part) throw new Error(`pas de ${name} parmi ${Object.keys(parts).join(', ')}`);
  return Buffer.from(part).toString('utf8');
};

/** Parts of a package; all that is XML must be well-formed, namespaces included. */
export function openParts(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(bytes);
  for (const name of Object.keys(parts))
    if (/\.(xml|rels|vml)$/.test(name))
      new SaxesParser({ xmlns: true }).write(textOf(parts, name)).close();
  return parts;
}

/** Text of each comment, by its cell. */
export function notesIn(parts: Record<string, Uint8Array>, name = COMMENTS): [string, string][] {
  const comments = [
    ...textOf(parts, name).matchAll(/<(?:\w+:)?comment ref="(\w+)".*?<\/(?:\w+:)?comment>/gs),
  ];
  return comments.map(([xml, cell = '']) => [
    cell,
    [...xml.matchAll(/<(?:\w+:)?t(?: [^>]*)?>(.*?)<\/(?:\w+:)?t>/gs)].map(([, t]) => t).join(''),
  ]);
}

export const rowsColumns = (drawing: string) =>
  [...drawing.matchAll(/<x:Row>(\d+)<\/x:Row><x:Column>(\d+)</g)].map(([, r, c]) => `${r},${c}`);
