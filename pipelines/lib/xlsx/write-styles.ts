/** The few looks that a workbook is written with; a cell names one by its rank in `cellXfs`. */
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

interface Look {
  /** Codes that every spreadsheet knows: 1 is `0`, 4 is `#,##0.00`, 49 is text. */
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly align?: string;
  readonly quoted?: true;
}

const DATE = 164;

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

function xf({ format = 0, font = 0, fill = 0, align = '', quoted }: Look): string {
  const applied = [
    format > 0 && 'applyNumberFormat="1"',
    font > 0 && 'applyFont="1"',
    fill > 0 && 'applyFill="1"',
    align !== '' && 'applyAlignment="1"',
    quoted && 'quotePrefix="1"',
  ].filter(Boolean);
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"`;
  return `<xf ${[ids, ...applied].join(' ')}>${align}</xf>`;
}

const counted = (tag: string, items: readonly string[]) =>
  `<${tag} count="${items.length}">${items.join('')}</${tag}>`;

/** `xl/styles.xml`. */
export const stylesXml = (): string =>
  part(
    'styleSheet',
    [
      counted('numFmts', [`<numFmt numFmtId="${DATE}" formatCode="yyyy\\-mm\\-dd"/>`]),
      counted('fonts', FONTS),
      counted('fills', FILLS),
      counted('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>']),
      counted('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
      counted('cellXfs', Object.values<Look>(LOOKS).map(xf)),
      counted('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    ].join(''),
  );
