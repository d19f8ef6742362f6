/** The looks of tables and pages, and `xl/styles.xml`; a cell names its look by its rank in `cellXfs`. */
import { escapeAttribute } from './escape-xml';
import { part } from './write-xml';

const FONTS = [
  '<font><sz val="10"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/><family val="2"/></font>',
  '<font><u/><sz val="10"/><color rgb="FF12436D"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="16"/><color rgb="FF12436D"/><name val="Arial"/><family val="2"/></font>',
  '<font><b/><sz val="11"/><color rgb="FF12436D"/><name val="Arial"/><family val="2"/></font>',
];

const FILLS = [
  '<fill><patternFill patternType="none"/></fill>',
  '<fill><patternFill patternType="gray125"/></fill>',
  '<fill><patternFill patternType="solid"><fgColor rgb="FF12436D"/><bgColor indexed="64"/></patternFill></fill>',
];

const RIGHT = '<alignment horizontal="right" vertical="top" indent="1"/>';
const LEFT = '<alignment horizontal="left" vertical="top" indent="1"/>';
const CELL = '<alignment horizontal="left" vertical="top" wrapText="1" indent="1"/>';
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';
const HEADING = '<alignment horizontal="left" vertical="center" wrapText="1" indent="1"/>';
const SUBTITLE = '<alignment vertical="bottom" wrapText="1"/>';

const BORDERS = ['<border><left/><right/><top/><bottom/><diagonal/></border>'];

export interface Look {
  /** Codes that every spreadsheet knows: 1 is `0`, 4 is `#,##0.00`, 49 is text. */
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly border?: number;
  readonly align?: string;
  readonly quoted?: true;
  /** People may type in it though the sheet is protected. */
  readonly unlocked?: boolean;
}

export const DATE = 164;

const LOOKS = {
  general: {},
  entete: { font: 1, fill: 2, format: 49, align: HEADING },
  texte: { format: 49, align: CELL },
  /** Text that a spreadsheet would otherwise take for a formula when the cell is typed anew. */
  cite: { format: 49, align: CELL, quoted: true },
  lien: { font: 2, format: 49, align: CELL },
  montant: { format: 4, align: RIGHT },
  entier: { format: 1, align: RIGHT },
  date: { format: DATE, align: LEFT },
  titre: { font: 3, format: 49, align: WRAPPED },
  intertitre: { font: 4, format: 49, align: SUBTITLE },
  paragraphe: { format: 49, align: WRAPPED },
} as const satisfies Readonly<Record<string, Look>>;

export type LookName = keyof typeof LOOKS;

const RANKS = new Map(Object.keys(LOOKS).map((name, rank) => [name, rank]));

/** What the attribute `s` of a cell holds. */
export const styleOf = (name: LookName): number => RANKS.get(name) ?? 0;

/** Looks that a workbook may have besides, with what they are made of. */
export interface MoreLooks {
  readonly formats: readonly string[];
  readonly fonts: readonly string[];
  readonly fills: readonly string[];
  readonly borders: readonly string[];
  readonly looks: readonly Look[];
  /** Looks that a cell takes when a formula says so. */
  readonly conditional: readonly string[];
}

const NONE: MoreLooks = {
  formats: [],
  fonts: [],
  fills: [],
  borders: [],
  looks: [],
  conditional: [],
};

/** Ranks from which those of other looks count. */
export const AFTER = {
  format: DATE + 1,
  font: FONTS.length,
  fill: FILLS.length,
  border: BORDERS.length,
  look: RANKS.size,
};

function xf(look: Look): string {
  const { format = 0, font = 0, fill = 0, border = 0, align = '', quoted, unlocked } = look;
  const applied = [
    format > 0 && 'applyNumberFormat="1"',
    font > 0 && 'applyFont="1"',
    fill > 0 && 'applyFill="1"',
    border > 0 && 'applyBorder="1"',
    align !== '' && 'applyAlignment="1"',
    unlocked && 'applyProtection="1"',
    quoted && 'quotePrefix="1"',
  ].filter(Boolean);
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  return `<xf ${[ids, ...applied].join(' ')}>${align}${unlocked ? '<protection locked="0"/>' : ''}</xf>`;
}

const counted = (tag: string, items: readonly string[]) =>
  `<${tag} count="${items.length}">${items.join('')}</${tag}>`;

const numFmt = (code: string, index: number) =>
  `<numFmt numFmtId="${DATE + index}" formatCode="${escapeAttribute(code)}"/>`;

/** `xl/styles.xml`. */
export const stylesXml = (more: MoreLooks = NONE): string =>
  part(
    'styleSheet',
    [
      counted('numFmts', ['yyyy\\-mm\\-dd', ...more.formats].map(numFmt)),
      counted('fonts', [...FONTS, ...more.fonts]),
      counted('fills', [...FILLS, ...more.fills]),
      counted('borders', [...BORDERS, ...more.borders]),
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted('cellXfs', [...Object.values<Look>(LOOKS), ...more.looks].map(xf)),
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
      more.conditional.length === 0 ? '' : counted('dxfs', more.conditional),
    ].join(''),
  );
