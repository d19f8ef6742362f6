/** Writes the Word form of a report: its questions from the definition, its answers where there are some. */
import { unbroken } from '../../lib/phrase';
import { FICTIF } from '../../../src/lib/domain/fictif';
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  PageNumber,
  Packer,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { formatReference } from '../../../src/lib/domain/reddition';
import { formatDate } from '../../../src/lib/domain/mois';
import {
  type ChampForm,
  type Definition,
  isTableau,
  type SectionForm,
  type TableauForm,
} from '../definition';
import type { Dossier, LigneRemplie, Reponses } from '../reponses';
import { answerParagraphs, markedAnswer } from './answers';
import { sayCode } from './codes';
import { ControlIds } from './controls';
import { stableBytes } from './package';
import { COULEURS, STYLES } from './styles';

/** Letter paper, in twentieths of a point, and what its margins leave. */
const PAGE = { width: 12_240, height: 15_840, margin: 1_000 } as const;
const LARGEUR = PAGE.width - 2 * PAGE.margin;
const QUESTION = Math.round(LARGEUR * 0.42);

const filet = { style: BorderStyle.SINGLE, size: 4, color: COULEURS.filet };
const BORDERS = {
  top: filet,
  bottom: filet,
  left: filet,
  right: filet,
  insideHorizontal: filet,
  insideVertical: filet,
};
const MARGINS = { top: 70, bottom: 70, left: 110, right: 110 };

const fill = (color: string) => ({ type: ShadingType.CLEAR, color: 'auto', fill: color });
const styled = (style: string, text: string) =>
  new Paragraph({ style, children: [new TextRun(text)] });

function questionParagraphs({
  libelle,
  aide,
  code,
  requis,
}: {
  readonly libelle: string;
  readonly aide?: string | undefined;
  readonly code: string;
  readonly requis?: boolean;
}): Paragraph[] {
  const label = new Paragraph({
    style: 'Question',
    children: [
      new TextRun(unbroken(libelle)),
      new TextRun({ text: requis ? ' (obligatoire)' : '', bold: false, color: COULEURS.doux }),
      new TextRun({ text: ` ${sayCode(code)}`, bold: false, size: 16, color: COULEURS.doux }),
    ],
  });
  return aide ? [label, styled('Aide', unbroken(aide))] : [label];
}

interface Sheet {
  readonly ids: ControlIds;
  readonly dossier: Dossier;
  readonly reponses: Reponses;
}

const cell = (
  children: readonly (Paragraph | Table)[],
  width: number,
  rest: { readonly color?: string; readonly span?: number } = {},
) =>
  new TableCell({
    children: [...children],
    width: { size: width, type: WidthType.DXA },
    ...(rest.color ? { shading: fill(rest.color) } : {}),
    ...(rest.span ? { columnSpan: rest.span } : {}),
  });

const table = (rows: readonly TableRow[], widths: readonly number[]) =>
  new Table({
    rows: [...rows],
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    width: { size: LARGEUR, type: WidthType.DXA },
    borders: BORDERS,
    margins: { ...MARGINS, marginUnitType: WidthType.DXA },
  });

/** Room for what people write by hand on paper, in twentieths of a point. */
const HAUTEURS: Readonly<Record<string, number>> = { paragraphe: 1_100, cases: 0 };

function champRow({ ids, dossier, reponses }: Sheet, champ: ChampForm): TableRow {
  const valeur = champ.prerempli ? dossier.identite[champ.prerempli] : reponses.champs[champ.id];
  const type = champ.prerempli ? 'texte' : champ.type;
  return new TableRow({
    cantSplit: true,
    height: { value: HAUTEURS[type] ?? 340, rule: 'atLeast' },
    children: [
      cell(questionParagraphs(champ), QUESTION, { color: COULEURS.entete }),
      cell(
        markedAnswer(ids, { ...champ, type }, valeur),
        LARGEUR - QUESTION,
        champ.prerempli ? { color: COULEURS.prerempli } : {},
      ),
    ],
  });
}

/** Numbers and choices are narrow; words share the rest. */
function columnWidths({ colonnes }: TableauForm): number[] {
  const narrow = colonnes.filter((c) => c.type !== 'texte').length * 1_350;
  const words = colonnes.filter((c) => c.type === 'texte').length;
  return colonnes.map((c) => (c.type === 'texte' ? Math.floor((LARGEUR - narrow) / words) : 1_350));
}

function tableauTable({ ids, reponses }: Sheet, tableau: TableauForm): Table {
  const widths = columnWidths(tableau);
  const rows: readonly LigneRemplie[] = reponses.tableaux[tableau.id] ?? [];
  const blank = Math.max(0, tableau.lignes - rows.length, rows.length > 0 ? 1 : 0);
  const all = [...rows, ...Array.from({ length: blank }, (): LigneRemplie => ({}))];
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: [
      cell(questionParagraphs(tableau), LARGEUR, {
        color: COULEURS.entete,
        span: tableau.colonnes.length,
      }),
    ],
  });
  const titles = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: tableau.colonnes.map((c, i) =>
      cell([styled('Question', c.libelle)], widths[i] ?? 0, { color: COULEURS.entete }),
    ),
  });
  const body = all.map(
    (row) =>
      new TableRow({
        cantSplit: true,
        height: { value: 380, rule: 'atLeast' },
        children: tableau.colonnes.map((c, i) =>
          cell(answerParagraphs(ids, c, row[c.id]), widths[i] ?? 0),
        ),
      }),
  );
  return table([head, titles, ...body], widths);
}

/** Questions that follow each other share a table; a table of its own breaks it. */
function sectionBlocks(sheet: Sheet, section: SectionForm, rank: number): (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = [
    new Paragraph({
      heading: HeadingLevel.HEADING_1,
      children: [new TextRun(`${rank}. ${section.titre}`)],
    }),
    ...(section.aide ? [styled('AideSection', unbroken(section.aide))] : []),
  ];
  let rows: TableRow[] = [];
  const flush = () => {
    if (rows.length > 0) blocks.push(table(rows, [QUESTION, LARGEUR - QUESTION]));
    rows = [];
  };
  for (const question of section.questions) {
    if (isTableau(question)) {
      flush();
      blocks.push(tableauTable(sheet, question));
    } else rows.push(champRow(sheet, question));
  }
  flush();
  return blocks;
}

function opening(definition: Definition, { fonds, exercice, echeance }: Dossier): Paragraph[] {
  return [
    styled('Surtitre', fonds.nom),
    ...(fonds.fictif ? [styled('Fictif', FICTIF)] : []),
    new Paragraph({
      heading: HeadingLevel.TITLE,
      children: [new TextRun(definition.bilan.titre)],
    }),
    styled(
      'Surtitre',
      unbroken(
        `${definition.titre} : exercice ${exercice.id}. À remettre au plus tard le ${formatDate(echeance)}.`,
      ),
    ),
    styled('Intro', unbroken(definition.bilan.intro)),
  ];
}

const margin = (children: readonly TextRun[], alignment?: (typeof AlignmentType)['RIGHT']) =>
  new Paragraph({ style: 'Marge', children: [...children], ...(alignment ? { alignment } : {}) });

function margins({ fonds, reference, identite }: Dossier) {
  const mention = fonds.fictif ? `${FICTIF}. ` : '';
  const head = `${mention}${fonds.nom}, ${identite['projet'] ?? ''}`;
  return {
    headers: { default: new Header({ children: [margin([new TextRun(head)])] }) },
    footers: {
      default: new Footer({
        children: [
          margin([
            new TextRun(
              `Référence à garder : ${formatReference(reference)}`.replace(' :', '\u00a0:'),
            ),
            new TextRun({
              children: ['. Page ', PageNumber.CURRENT, ' de ', PageNumber.TOTAL_PAGES],
            }),
          ]),
        ],
      }),
    },
  };
}

/** The reference stands in the body too: headers are the first thing that a copy loses. */
const referenceLine = ({ reference }: Dossier): Paragraph =>
  styled('Marge', `Référence du formulaire\u00a0: ${formatReference(reference)}`);

/** Bytes of the form: the same for the same answers. */
export async function writeBilan(
  definition: Definition,
  dossier: Dossier,
  reponses: Reponses,
): Promise<Uint8Array> {
  const sheet: Sheet = { ids: new ControlIds(), dossier, reponses };
  const { sections } = definition.bilan;
  const document = new Document({
    title: `${definition.bilan.titre}, ${dossier.reference.projet}, ${dossier.exercice.id}`,
    creator: dossier.fonds.nom,
    styles: STYLES,
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: {
              top: PAGE.margin + 150,
              bottom: 900,
              left: PAGE.margin,
              right: PAGE.margin,
              header: 500,
              footer: 420,
            },
          },
        },
        ...margins(dossier),
        children: [
          ...opening(definition, dossier),
          ...sections.flatMap((section, i) => sectionBlocks(sheet, section, i + 1)),
          referenceLine(dossier),
        ],
      },
    ],
  });
  return stableBytes(await Packer.toBuffer(document));
}
