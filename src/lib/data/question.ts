import type { Choix, Dimension } from '../domain/choix';
import type { Engine, Row, Value } from './engine';

/** Kinds of values in the rows of a question; `?` where the value may be absent. */
export type Nature = 'texte' | 'nombre' | 'booleen' | 'texte?' | 'nombre?' | 'booleen?';

type Read<N extends Nature> = N extends 'texte'
  ? string
  : N extends 'nombre'
    ? number
    : N extends 'booleen'
      ? boolean
      : N extends 'texte?'
        ? string | null
        : N extends 'nombre?'
          ? number | null
          : boolean | null;

export type Schema = Readonly<Record<string, Nature>>;
export type LigneDe<S extends Schema> = { readonly [K in keyof S]: Read<S[K]> };

/** One question put to the product: its SQL, the choices bound to $1, $2… in order, and its rows. */
export interface Question<S extends Schema> {
  readonly nom: string;
  readonly choix: readonly Dimension[];
  readonly sql: string;
  readonly lignes: S;
}

export type Ligne<Q> = Q extends Question<infer S> ? LigneDe<S> : never;

export const defineQuestion = <S extends Schema>(question: Question<S>): Question<S> => question;

const TYPES = { texte: 'string', nombre: 'number', booleen: 'boolean' } as const;

function checkValue(nom: string, colonne: string, nature: Nature, value: Value | undefined): Value {
  const optional = nature.endsWith('?');
  const type = TYPES[nature.replace('?', '') as keyof typeof TYPES];
  if (value === null && optional) return null;
  if (typeof value !== type)
    throw new TypeError(`Question ${nom}: ${colonne} should be ${nature}, got ${String(value)}`);
  return value as Value;
}

function readRow<S extends Schema>(question: Question<S>, row: Row): LigneDe<S> {
  const entries = Object.entries(question.lignes).map(([colonne, nature]) => [
    colonne,
    checkValue(question.nom, colonne, nature, row[colonne]),
  ]);
  return Object.fromEntries(entries) as LigneDe<S>;
}

/**
 * Asks a question of either engine.
 * @throws QueryError from the engine; TypeError when a row is not what the question promises.
 */
export async function ask<S extends Schema>(
  engine: Engine,
  question: Question<S>,
  choix: Choix,
): Promise<LigneDe<S>[]> {
  const values = question.choix.map((dimension) => choix[dimension]);
  const rows = await engine.query(question.sql, values);
  return rows.map((row) => readRow(question, row));
}
