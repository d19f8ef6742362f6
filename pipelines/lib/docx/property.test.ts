/** Random blocks, written as a word processor would, are read back as they were. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runs } from '../../../tests/lib/ampleur';
import { blocksOf, run } from '../../../tests/lib/document';
import type { Bloc, Cellule, Contenu, Paragraphe, Tableau } from './document';

const word = fc.string({ unit: fc.constantFrom(...'aé ☐☒"<&>\'-\u00a0\u2019\t\n'), maxLength: 8 });
const solid = word.map((text) => `${text}.`);

interface Piece {
  readonly kind: 'texte' | 'insere' | 'supprime' | 'invite' | 'image' | 'signet';
  readonly text: string;
}

const piece: fc.Arbitrary<Piece> = fc.record({
  kind: fc.constantFrom('texte', 'texte', 'insere', 'supprime', 'invite', 'image', 'signet'),
  text: solid,
});
const pieces = fc.array(piece, { maxLength: 5 });

/** Characters that are elements in their own places. */
const toRun = (text: string, tag: string): string => {
  const parts = text.split(/([\t\n])/).map((part) => {
    if (part === '\t') return '<w:tab/>';
    return part === '\n' ? '<w:br/>' : (/<w:t .*<\/w:t>/.exec(run(part))?.[0] ?? '');
  });
  return `<w:r>${parts.join('').replaceAll('w:t ', `w:${tag} `).replaceAll('/w:t>', `/w:${tag}>`)}</w:r>`;
};

const WRITE: Readonly<Record<Piece['kind'], (text: string) => string>> = {
  texte: (text) => toRun(text, 't'),
  insere: (text) => `<w:ins w:id="1">${toRun(text, 't')}</w:ins>`,
  supprime: (text) => `<w:del w:id="1">${toRun(text, 'delText')}</w:del>`,
  invite: (text) =>
    `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${toRun(text, 't')}</w:sdtContent></w:sdt>`,
  image: () => '<w:r><w:drawing><a:blip r:embed="rId1"/></w:drawing></w:r>',
  signet: (text) => `<w:bookmarkStart w:id="1" w:name="s${text.length}"/>`,
};

const toParagraph = (all: readonly Piece[]): string =>
  `<w:p>${all.map(({ kind, text }) => WRITE[kind](text)).join('')}</w:p>`;

const joined = (all: readonly Piece[], ...kinds: readonly Piece['kind'][]): string =>
  all.flatMap(({ kind, text }) => (kinds.includes(kind) ? [text] : [])).join('');

const contentOf = (all: readonly Piece[]): Contenu => ({
  texte: joined(all, 'texte', 'insere'),
  invite: joined(all, 'invite'),
  signets: [...new Set(all.flatMap((one) => (one.kind === 'signet' ? `s${one.text.length}` : [])))],
  images: all.filter(({ kind }) => kind === 'image').length,
  suivi: all.some(({ kind }) => kind === 'insere' || kind === 'supprime'),
  supprime: joined(all, 'supprime'),
});

interface Written<T> {
  readonly xml: string;
  readonly read: T;
}

const paragraph: fc.Arbitrary<Written<Paragraphe>> = pieces.map((all) => ({
  xml: toParagraph(all),
  read: { type: 'paragraphe', zoneDeTexte: false, ...contentOf(all) },
}));

const lines = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n');

/** A cell ends with a paragraph that is not blank, so that no end of text is taken away. */
const cellOf = (
  paragraphs: readonly Contenu[],
  tableaux: readonly Tableau[],
  fusion: number,
): Cellule => ({
  texte: paragraphs.map(({ texte }) => texte).join('\n'),
  invite: lines(paragraphs.map(({ invite }) => invite)),
  signets: [...new Set(paragraphs.flatMap(({ signets }) => signets))],
  images: paragraphs.reduce((sum, { images }) => sum + images, 0),
  suivi: paragraphs.some(({ suivi }) => suivi),
  supprime: lines(paragraphs.map(({ supprime }) => supprime)),
  tableaux,
  fusion,
});

const { table } = fc.letrec<{ cell: Written<Cellule>; table: Written<Tableau> }>((tie) => ({
  cell: fc
    .tuple(
      fc.array(paragraph, { maxLength: 2 }),
      fc.oneof({ maxDepth: 2 }, fc.constant([]), fc.tuple(tie('table'))),
      solid,
      fc.integer({ min: 1, max: 3 }),
    )
    .map(([first, tables, last, fusion]) => {
      const end: Piece = { kind: 'texte', text: last };
      const xml = [...first, ...tables].map((one) => one.xml).join('') + toParagraph([end]);
      const read = cellOf(
        [...first.map((one) => one.read), contentOf([end])],
        tables.map((one) => one.read),
        fusion,
      );
      return { xml: `<w:tc><w:tcPr><w:gridSpan w:val="${fusion}"/></w:tcPr>${xml}</w:tc>`, read };
    }),
  table: fc
    .array(fc.array(tie('cell'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
    .map((rows) => ({
      xml: `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(({ xml }) => xml).join('')}</w:tr>`).join('')}</w:tbl>`,
      read: {
        type: 'tableau',
        zoneDeTexte: false,
        rangees: rows.map((cells) => ({
          supprimee: false,
          cellules: cells.map(({ read }) => read),
        })),
      },
    })),
}));

test('what is written is read', () => {
  const block: fc.Arbitrary<Written<Bloc>> = fc.oneof(paragraph, table);
  fc.assert(
    fc.property(fc.array(block, { maxLength: 5 }), (blocks) => {
      expect(blocksOf(blocks.map(({ xml }) => xml).join(''))).toEqual(blocks.map((b) => b.read));
    }),
    runs(15, 100),
  );
});
