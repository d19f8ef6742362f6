/** The clean register's workbook with a cell, a row, a sheet or a part changed, as staff or programs do. */
import { unzipSync } from 'fflate';
import type { SheetWritten } from '../../../src/lib/xlsx/workbook';
import { writeWorkbook } from '../../../src/lib/xlsx/write';
import { FEUILLES, type FeuilleId } from '../../../pipelines/sources/kind';
import { escapeXml, type Parts, zipParts } from '../../lib/classeur';
import { PROPRE, type Registre, sheetOf, workbookOf } from '../lib/registre';

/** Attributes and content of a cell. */
export interface Contenu {
  readonly attributs?: string;
  readonly xml: string;
}

export const texte = (text: string): Contenu => ({
  attributs: 't="inlineStr"',
  xml: `<is><t xml:space="preserve">${escapeXml(text)}</t></is>`,
});
export const nombre = (valeur: string, style?: string): Contenu => ({
  ...(style === undefined ? {} : { attributs: `s="${style}"` }),
  xml: `<v>${valeur}</v>`,
});
export const erreur = (code: string): Contenu => ({ attributs: 't="e"', xml: `<v>${code}</v>` });
/** Without a value, as programs that do not compute write it. */
export const formule = (code: string, valeur?: string): Contenu => ({
  xml: `<f>${escapeXml(code)}</f>${valeur === undefined ? '' : `<v>${valeur}</v>`}`,
});

const columnOf = (cellule: string) =>
  [...cellule.replace(/\d/g, '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0);

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export class Livre {
  readonly #parts: Parts;

  constructor(bytes: Uint8Array = workbookOf(PROPRE)) {
    const texts = Object.entries(unzipSync(bytes)).map(
      ([name, part]) => [name, Buffer.from(part).toString('utf8')] as const,
    );
    this.#parts = Object.fromEntries(texts);
  }

  get bytes(): Uint8Array {
    return zipParts(this.#parts);
  }

  /** Number of parts. */
  get nombre(): number {
    return Object.keys(this.#parts).length;
  }

  /** Adds a part, or takes the place of one. */
  poser(part: string, content: string | Uint8Array): this {
    this.#parts[part] = content;
    return this;
  }

  /** Replaces a text once in a part. */
  remplacer(part: string, from: string | RegExp, to: string): this {
    const before = this.#parts[part];
    const after = typeof before === 'string' ? before.replace(from, () => to) : before;
    if (after === before || after === undefined)
      throw new Error(`${part} holds no ${String(from)}`);
    return this.poser(part, after);
  }

  feuille(id: FeuilleId, from: string | RegExp, to: string): this {
    return this.remplacer(partOf(id), from, to);
  }

  renommer(from: string, to: string): this {
    return this.remplacer('xl/workbook.xml', `name="${from}"`, `name="${to}"`);
  }

  /** Puts a cell in its place, whether or not its row was there. */
  cellule(id: FeuilleId, cellule: string, { attributs = '', xml }: Contenu): this {
    const line = Number(cellule.replace(/\D/g, ''));
    const row = new RegExp(`<row r="${line}"([^>]*)>(.*?)</row>`, 's');
    if (!row.test(this.#text(id)))
      this.feuille(id, '</sheetData>', `${emptyRow(line)}</sheetData>`);
    const [, attributes = '', content = ''] = row.exec(this.#text(id)) ?? [];
    const others = [...content.matchAll(/<c r="([A-Z]+\d+)"[^>]*?(?:\/>|>.*?<\/c>)/gs)]
      .filter(([, at]) => at !== cellule)
      .map(([cell, at = '']) => [columnOf(at), cell] as const);
    const own = [columnOf(cellule), `<c r="${cellule}" ${attributs}>${xml}</c>`] as const;
    const cells = [...others, own].sort(([a], [b]) => a - b).map(([, cell]) => cell);
    return this.feuille(id, row, `<row r="${line}"${attributes}>${cells.join('')}</row>`);
  }

  /** Adds attributes to a row. */
  rangee(id: FeuilleId, line: number, attributs: string): this {
    return this.feuille(id, `<row r="${line}"`, `<row r="${line}" ${attributs}`);
  }

  /** Moves every row down, to make room above the table. */
  descendre(id: FeuilleId, count: number): this {
    const moved = this.#text(id)
      .replace(/<row r="(\d+)"/g, (_, n) => `<row r="${Number(n) + count}"`)
      .replace(/<c r="([A-Z]+)(\d+)"/g, (_, letters, n) => `<c r="${letters}${Number(n) + count}"`);
    return this.poser(partOf(id), moved);
  }

  /** Puts a row above the others. */
  titre(id: FeuilleId, cellule: string, contenu: Contenu): this {
    const line = cellule.replace(/\D/g, '');
    return this.feuille(id, '<sheetData>', `<sheetData>${emptyRow(Number(line))}`).cellule(
      id,
      cellule,
      contenu,
    );
  }

  /** Puts an element right after the table of cells. */
  apres(id: FeuilleId, xml: string): this {
    return this.feuille(id, '</sheetData>', `</sheetData>${xml}`);
  }

  /** A relation of the workbook to something outside the package. */
  lier(type: string, target: string): this {
    return this.remplacer(
      'xl/_rels/workbook.xml.rels',
      '</Relationships>',
      `<Relationship Id="rIdDehors" Type="${RELATIONS}/${type}" Target="${target}"/></Relationships>`,
    );
  }

  /** Style of a cell, as its number. */
  styleDe(id: FeuilleId, cellule: string): string {
    return new RegExp(`<c r="${cellule}" s="(\\d+)"`).exec(this.#text(id))?.[1] ?? '0';
  }

  #text(id: FeuilleId): string {
    return String(this.#parts[partOf(id)]);
  }
}

const emptyRow = (line: number) => `<row r="${line}"></row>`;

export const partOf = (id: FeuilleId): string =>
  `xl/worksheets/sheet${FEUILLES.indexOf(id) + 1}.xml`;

/** Sheets of a register, some of which a function changes, drops or doubles. */
export const feuilles = (
  change: (sheet: SheetWritten, id: FeuilleId) => readonly SheetWritten[],
  registre: Registre = PROPRE,
): Uint8Array => writeWorkbook(FEUILLES.flatMap((id) => change(sheetOf(id, registre[id]), id)));
