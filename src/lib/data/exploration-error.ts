/** What DuckDB says of a statement that it refuses, with the place in the reader's own text. */
import { isIdle, type Part, splitSql } from './sql-lexer';

export type NatureErreur =
  | 'vide'
  | 'plusieurs'
  | 'ecriture'
  | 'syntaxe'
  | 'table'
  | 'colonne'
  | 'fonction'
  | 'acces'
  | 'valeur'
  | 'parametre'
  | 'memoire'
  | 'autre';

export interface Endroit {
  /** Index in the text, in UTF-16 units. */
  readonly index: number;
  /** Both from 1. */
  readonly ligne: number;
  readonly colonne: number;
}

export class ExplorationError extends Error {
  override readonly name = 'ExplorationError';
  readonly nature: NatureErreur;
  /** The name or word at fault. */
  readonly sujet: string | null;
  /** Names close to it. */
  readonly proches: readonly string[];
  readonly endroit: Endroit | null;

  /** `detail` is DuckDB's own message. */
  constructor(
    nature: NatureErreur,
    detail: string,
    place: { sujet: string | null; proches: readonly string[]; endroit: Endroit | null },
    cause: unknown,
  ) {
    super(detail, { cause });
    this.nature = nature;
    this.sujet = place.sujet;
    this.proches = place.proches;
    this.endroit = place.endroit;
  }
}

interface Told {
  readonly exception_type: string;
  readonly exception_message: string;
  readonly error_subtype?: string;
  readonly type?: string;
  readonly name?: string;
  readonly candidates?: string;
  readonly position?: string;
}

/** Where an error was met: `before` is the SQL put in front of the reader's own. */
export interface Contexte {
  readonly sql: string;
  readonly before: string;
  readonly etape: 'texte' | 'lecture';
}

function readTold(cause: unknown): Told | null {
  if (!(cause instanceof Error)) return null;
  try {
    return JSON.parse(cause.message.slice(cause.message.indexOf('{'))) as Told;
  } catch {
    return null;
  }
}

const byTold: Readonly<Record<string, (told: Told) => NatureErreur>> = {
  Parser: () => 'syntaxe',
  Syntax: () => 'syntaxe',
  Permission: () => 'acces',
  Conversion: () => 'valeur',
  'Out of Range': () => 'valeur',
  'Out of Memory': () => 'memoire',
  TransactionContext: () => 'ecriture',
  Catalog: ({ type, exception_message: said }) =>
    type === 'Table' ? 'table' : /\bFunction with name/.test(said) ? 'fonction' : 'autre',
  Binder: ({ error_subtype: kind }) =>
    kind === 'COLUMN_NOT_FOUND'
      ? 'colonne'
      : kind === 'NO_MATCHING_FUNCTION'
        ? 'fonction'
        : 'autre',
  'Invalid Input': ({ exception_message: said }) => {
    if (/No statement/.test(said)) return 'vide';
    if (/multiple statements/.test(said)) return 'plusieurs';
    return 'autre';
  },
};

const byteLength = (text: string): number => new TextEncoder().encode(text).length;
const charLength = (text: string): number => [...text].length;

/** DuckDB counts characters where it parses, and bytes of UTF-8 where it binds or runs. */
function indexOf(
  { exception_type: type, position }: Told,
  { sql, before }: Contexte,
): number | null {
  const length = type === 'Parser' ? charLength : byteLength;
  let left = Number(position ?? -1) - length(before);
  if (!(left >= 0)) return null;
  let index = 0;
  for (const char of sql) {
    if (left <= 0) break;
    left -= length(char);
    index += char.length;
  }
  return index;
}

function placeOf(sql: string, index: number | null): Endroit | null {
  if (index === null) return null;
  const lines = sql.slice(0, index).split('\n');
  return { index, ligne: lines.length, colonne: [...lines.at(-1)!].length + 1 };
}

const subjectOf = ({ name, exception_message: said }: Told): string | null =>
  name ?? /at or near "([^]*)"/.exec(said)?.[1] ?? null;

const closeTo = ({ candidates = '' }: Told): string[] =>
  candidates
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');

const isCalled = (parts: readonly Part[], place: number): boolean =>
  parts.slice(place + 1).find((part) => !isIdle(part))?.texte === '(';

/** Functions that change the engine, which a transaction that reads lets through. */
const ACTIONS =
  /^"?(checkpoint|force_checkpoint|setseed|(enable|disable)_\w+|truncate_duckdb_logs)"?$/i;

/** A statement that waits for values, which nobody gives here, or that calls what changes the engine. */
export function refuseActions(sql: string): void {
  const parts = splitSql(sql);
  const acts = ({ nature, texte }: Part, place: number) =>
    (nature === 'code' || nature === 'identifiant') &&
    ACTIONS.test(texte) &&
    isCalled(parts, place);
  const found = parts.findIndex((part, place) => part.nature === 'parametre' || acts(part, place));
  const sujet = parts[found]?.texte;
  if (sujet === undefined) return;
  const index = parts.slice(0, found).reduce((sum, { texte }) => sum + texte.length, 0);
  const place = { sujet, proches: [], endroit: placeOf(sql, index) };
  throw parts[found]?.nature === 'parametre'
    ? new ExplorationError('parametre', `No value for ${sujet}`, place, null)
    : new ExplorationError('ecriture', `${sujet} changes the engine`, place, null);
}

/**
 * The error to show for what a session threw. A statement that parses alone and not where a table is read
 * does something else than reading. What DuckDB did not say (an abort, a broken engine) stays as it is.
 */
export function explorationError(cause: unknown, context: Contexte): unknown {
  const told = readTold(cause);
  if (told === null) return cause;
  const asRead = byTold[told.exception_type]?.(told) ?? 'autre';
  const writes = context.etape === 'lecture' && asRead === 'syntaxe';
  const index = writes ? context.sql.search(/\S/) : indexOf(told, context);
  const place = {
    sujet: subjectOf(told),
    proches: closeTo(told),
    endroit: placeOf(context.sql, index),
  };
  return new ExplorationError(writes ? 'ecriture' : asRead, told.exception_message, place, cause);
}
