/** From what a cell stores to what it holds. */
import { unreadable } from '../ooxml/refusal';
import type { NumberFormat } from './formats';
import { decodeEscapes } from './text';
import type { CellRead } from '../../../src/lib/xlsx/workbook';

export interface StoredCell {
  readonly colonne: number;
  /** As `B4`, for messages. */
  readonly reference: string;
  /** Attribute `t`: `n` when absent. */
  readonly type: string;
  readonly style: number;
  readonly valeur: string | null;
  /** Text of an inline string. */
  readonly enLigne: string | null;
  readonly formule: string | null;
}

export interface CellContext {
  readonly chaines: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly depuis1904: boolean;
}

const NUMBER_LENGTH_MAX = 400;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const EXPONENT = /^(-?)(\d)\.(\d+)e([+-]\d+)$/;

/** What has an exponent begins after six zeros, or has no digit after the point. */
function expand(text: string): string {
  const [, sign = '', whole = '', fraction = '', power] = EXPONENT.exec(text) ?? [];
  if (power === undefined) return text;
  const digits = whole + fraction;
  const point = 1 + Number(power);
  if (point < 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return sign + digits.padEnd(point, '0');
}

/**
 * A stored number as Excel shows it: plain decimals, at most 15 significant digits
 * (`4026.4300000000003` gives `4026.43`); null when the text is no number.
 */
export function plainNumber(stored: string): string | null {
  const text = stored.trim();
  if (text.length > NUMBER_LENGTH_MAX) return null;
  const number = Number(text);
  if (!NUMBER.test(text) || !Number.isFinite(number)) return null;
  const plain = expand(number.toPrecision(15));
  return plain.includes('.') ? plain.replace(/\.?0*$/, '') : plain;
}

const DAY_MS = 86_400_000;
const LAST_DAY = Date.UTC(9999, 11, 31);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
/** Excel counts a 29 February 1900, serial 60, that never was. */
const EPOCH_1900 = Date.UTC(1899, 11, 31);
const LEAP_SERIAL = 60;

/** ISO day of a serial number in plain decimals; null for a time of day, or what is no day. */
export function dayOfSerial(texte: string, depuis1904: boolean): string | null {
  if (!/^\d{1,7}$/.test(texte)) return null;
  const serial = Number(texte);
  if (!depuis1904 && (serial === 0 || serial === LEAP_SERIAL)) return null;
  const shift = depuis1904 || serial < LEAP_SERIAL ? 0 : 1;
  const time = (depuis1904 ? EPOCH_1904 : EPOCH_1900) + (serial - shift) * DAY_MS;
  return time > LAST_DAY ? null : new Date(time).toISOString().slice(0, 10);
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?Z?$/;

/** Serial number of a date stored as ISO 8601, as strict packages do; null when it is none. */
function serialOfIso(text: string, depuis1904: boolean): string | null {
  const [, day = '', hour = '00:00'] = ISO.exec(text.trim()) ?? [];
  const time = Date.parse(`${day}T${hour}Z`);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
  if (!exists) return null;
  const days = (time - (depuis1904 ? EPOCH_1904 : EPOCH_1900)) / DAY_MS;
  const shift = depuis1904 || days < LEAP_SERIAL ? 0 : 1;
  return plainNumber(String(days + shift));
}

type Content = Pick<CellRead, 'type' | 'texte'> & Partial<CellRead>;

const text = (texte: string): Content | null => (texte === '' ? null : { type: 'texte', texte });

function sharedText(cell: StoredCell, { chaines }: CellContext): Content | null {
  const found = chaines[/^\d+$/.test(cell.valeur ?? '') ? Number(cell.valeur) : -1];
  if (found === undefined) throw unreadable(`le texte de la cellule ${cell.reference} manque`);
  return text(found);
}

function number(cell: StoredCell, context: CellContext): Content {
  const texte = plainNumber(cell.valeur ?? '');
  if (texte === null) throw unreadable(`la cellule ${cell.reference} contient un nombre mal écrit`);
  const format = context.formats[cell.style] ?? 'autre';
  const jour = dayOfSerial(texte, context.depuis1904);
  return { type: 'nombre', texte, format, jour };
}

function isoDate(cell: StoredCell, { depuis1904 }: CellContext): Content | null {
  const serial = serialOfIso(cell.valeur ?? '', depuis1904);
  if (serial === null) return text(cell.valeur ?? '');
  return {
    type: 'nombre',
    texte: serial,
    format: 'date',
    jour: dayOfSerial(serial, depuis1904),
  };
}

function contentOf(cell: StoredCell, context: CellContext): Content | null {
  const stored = cell.valeur ?? '';
  if (cell.type === 'inlineStr') return text(cell.enLigne ?? '');
  if (cell.valeur === null || (stored.trim() === '' && cell.type !== 'str'))
    return cell.formule === null ? null : { type: 'sans-valeur', texte: '' };
  switch (cell.type) {
    case 's':
      return sharedText(cell, context);
    case 'str':
      return text(decodeEscapes(stored));
    case 'b':
      return { type: 'booleen', texte: stored === '1' || stored === 'true' ? 'VRAI' : 'FAUX' };
    case 'e':
      return { type: 'erreur', texte: stored };
    case 'n':
      return number(cell, context);
    case 'd':
      return isoDate(cell, context);
    default:
      throw unreadable(`la cellule ${cell.reference} est d’un type inconnu`);
  }
}

/** What a cell holds; null when it shows nothing. */
export function cellOf(cell: StoredCell, context: CellContext): CellRead | null {
  const content = contentOf(cell, context);
  if (content === null) return null;
  const { colonne, formule } = cell;
  return { format: 'autre', jour: null, ...content, colonne, formule };
}
