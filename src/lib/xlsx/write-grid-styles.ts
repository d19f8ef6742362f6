/** The looks of forms: each style in each format. */
import type { GridFormat, GridStyle } from './workbook';
import { AFTER, DATE, type Look, type MoreLooks } from './write-styles';

const font = (size: number, color: string, bold = '') =>
  `<font>${bold}<sz val="${size}"/><color rgb="FF${color}"/><name val="Arial"/><family val="2"/></font>`;

const fill = (color: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;

const side = (name: string, style: string, color: string) =>
  `<${name} style="${style}"><color rgb="FF${color}"/></${name}>`;

const box = (color: string, top = side('top', 'thin', color)) =>
  `<border>${side('left', 'thin', color)}${side('right', 'thin', color)}${top}${side('bottom', 'thin', color)}<diagonal/></border>`;

const BLUE = '12436D';

const FONTS = {
  gras: font(10, '1C2127', '<b/>'),
  note: font(9, '545B64'),
  code: font(8, '6A6F76'),
};
const FILLS = { saisie: fill('FFF8DF'), calcul: fill('F2F0EA'), total: fill('D3DEE8') };
const BORDERS = {
  entete: box(BLUE),
  cellule: box('B9B6AC'),
  saisie: box('7A7F87'),
  total: box('7A7F87', side('top', 'medium', BLUE)),
};

/** Rank of each name from a first rank on. */
const ranked = <K extends string>(things: Readonly<Record<K, string>>, first: number) =>
  Object.fromEntries(Object.keys(things).map((name, i) => [name, first + i])) as Record<K, number>;

const [F, L, B] = [
  ranked(FONTS, AFTER.font),
  ranked(FILLS, AFTER.fill),
  ranked(BORDERS, AFTER.border),
];

/** Ranks of the fonts and of the fill that tables and pages have too. */
const SHARED = { blanc: 1, titre: 3, intertitre: 4, bleu: 2 };

type Base = Omit<Look, 'format' | 'align'> & {
  readonly vertical: 'top' | 'center' | 'bottom';
  /** Room between the border and the content. */
  readonly indent: 0 | 1;
  readonly right?: true;
};

const inside = { vertical: 'center', indent: 1 } as const;
const entete = { ...inside, font: SHARED.blanc, fill: SHARED.bleu, border: B.entete } as const;

/** `libre` is that of a whole row where people may type. */
type Style = GridStyle | 'libre';

const STYLES: Readonly<Record<Style, Base>> = {
  titre: { font: SHARED.titre, vertical: 'center', indent: 0 },
  'sous-titre': { font: SHARED.intertitre, vertical: 'bottom', indent: 0 },
  note: { font: F.note, vertical: 'top', indent: 0 },
  entete,
  'entete-nombre': { ...entete, right: true },
  libelle: { font: F.gras, vertical: 'center', indent: 0 },
  cellule: { ...inside, border: B.cellule },
  saisie: { ...inside, fill: L.saisie, border: B.saisie, unlocked: true },
  libre: { ...inside, unlocked: true },
  calcul: { ...inside, fill: L.calcul, border: B.cellule },
  total: { ...inside, font: F.gras, fill: L.total, border: B.total },
  code: { ...inside, font: F.code },
};

/** `calcule` is the text that a formula gives: shown as text, a formula would be one. */
type ShownAs = GridFormat | 'calcule';

/** Numbers end with the room of a digit and a space: LibreOffice forgets to indent a second one in a row. */
const CODES = {
  montant: '#,##0.00\\ "$"_0_ ',
  entier: '0_0_ ',
  pourcentage: '0.0\\ %_0_ ',
};
const OWN = ranked(CODES, AFTER.format);

const FORMATS: Readonly<Record<ShownAs, number>> = {
  texte: 49,
  montant: OWN.montant,
  entier: OWN.entier,
  date: DATE,
  pourcentage: OWN.pourcentage,
  calcule: 0,
};

const isNumber = (format: ShownAs) => ['montant', 'entier', 'pourcentage'].includes(format);

function lookOf({ vertical, indent, right, ...base }: Base, format: ShownAs): Look {
  const text = `horizontal="${right ? 'right' : 'left'}" wrapText="1" indent="${indent}"`;
  const align = `<alignment ${isNumber(format) ? 'horizontal="right"' : text} vertical="${vertical}"/>`;
  return { ...base, format: FORMATS[format], align };
}

const nameOf = (style: string, format: string) => `${style} ${format}`;

const LOOKS = new Map(
  Object.entries(STYLES).flatMap(([style, base]) =>
    (Object.keys(FORMATS) as ShownAs[]).map(
      (format) => [nameOf(style, format), lookOf(base, format)] as const,
    ),
  ),
);

const RANKS = new Map([...LOOKS.keys()].map((name, rank) => [name, AFTER.look + rank]));

/** What the attribute `s` of a form's cell holds. */
export const gridStyleOf = (style: Style, format: ShownAs): number =>
  RANKS.get(nameOf(style, format)) ?? 0;

/** What forms add to the styles of a workbook. The only conditional look is that of an alert. */
export const GRID_LOOKS: MoreLooks = {
  formats: Object.values(CODES),
  fonts: Object.values(FONTS),
  fills: Object.values(FILLS),
  borders: Object.values(BORDERS),
  looks: [...LOOKS.values()],
  conditional: [
    '<dxf><font><b/><color rgb="FF801650"/></font><fill><patternFill patternType="solid"><bgColor rgb="FFF6E3EC"/></patternFill></fill></dxf>',
  ],
};
