/** Where blocks are gathered: the body of a part, a text box or a cell. */
import type { Bloc, Cellule, Contenu, Rangee, Tableau } from './document';
import type { Field } from './field';

export type Draft<T> = { -readonly [K in keyof T]: T[K] };

interface Line extends Draft<Contenu> {
  readonly signets: string[];
}

export interface ParagraphDraft extends Line {
  /** Its mark is deleted: the next paragraph goes on with its line. */
  continued: boolean;
  readonly fields: Field[];
}

export interface RowDraft {
  readonly cellules: Cellule[];
  suivi: boolean;
  supprimee: boolean;
}

const joined = (before: string, after: string): string =>
  [before, after].filter((text) => text !== '').join('\n');

function withoutBlankEnd(text: string): string {
  const lines = text.split('\n');
  while (lines.at(-1)?.trim() === '') lines.pop();
  return lines.join('\n');
}

const emptyLine = (): Line => ({
  texte: '',
  invite: '',
  signets: [],
  images: 0,
  suivi: false,
  supprime: '',
});

export class Place {
  readonly blocs: Bloc[] = [];
  /** Bookmarks between the paragraphs of a cell. */
  readonly signets: string[];
  paragraph: ParagraphDraft | null = null;
  rows: Rangee[] | null = null;
  row: RowDraft | null = null;
  fusion = 1;
  suivi = false;
  supprimee = false;
  #line: Line | null = null;

  constructor(
    readonly kind: 'corps' | 'zone' | 'cellule',
    signets: readonly string[] = [],
  ) {
    this.signets = [...signets];
  }

  /** No block can begin there: one is open. */
  get isBusy(): boolean {
    return this.paragraph !== null || this.rows !== null;
  }

  openParagraph(signets: readonly string[]): void {
    this.paragraph = { ...emptyLine(), signets: [...signets], continued: false, fields: [] };
  }

  /** Keeps the paragraph, or adds it to the one whose mark was deleted. */
  closeParagraph(): void {
    const { texte, invite, signets, images, suivi, supprime, continued } = this.paragraph!;
    this.paragraph = null;
    const line = this.#line ?? this.#newLine();
    line.texte += texte;
    line.invite = joined(line.invite, invite);
    for (const signet of new Set(signets)) line.signets.push(signet);
    line.images += images;
    line.suivi ||= suivi;
    line.supprime = joined(line.supprime, supprime);
    this.#line = continued ? line : null;
  }

  #newLine(): Line {
    const zoneDeTexte = this.kind === 'zone';
    const line = { type: 'paragraphe' as const, zoneDeTexte, ...emptyLine() };
    this.blocs.push(line);
    return line;
  }

  closeTable(): void {
    this.blocs.push({ type: 'tableau', zoneDeTexte: this.kind === 'zone', rangees: this.rows! });
    this.rows = null;
    this.#line = null;
  }

  closeRow(): void {
    const { cellules, supprimee } = this.row!;
    this.rows!.push({ cellules, supprimee });
    this.row = null;
  }

  /** The cell that was gathered; `tracked` when its whole row is. */
  toCell(tracked: boolean): Cellule {
    const lines = this.blocs.filter((bloc) => bloc.type === 'paragraphe');
    return {
      texte: withoutBlankEnd(lines.map(({ texte }) => texte).join('\n')),
      invite: lines.map(({ invite }) => invite).reduce(joined, ''),
      signets: [...new Set([...this.signets, ...lines.flatMap(({ signets }) => signets)])],
      images: lines.reduce((sum, { images }) => sum + images, 0),
      suivi: tracked || this.suivi || lines.some(({ suivi }) => suivi),
      supprime: lines.map(({ supprime }) => supprime).reduce(joined, ''),
      tableaux: this.blocs.filter((bloc): bloc is Tableau => bloc.type === 'tableau'),
      fusion: this.fusion,
    };
  }
}
