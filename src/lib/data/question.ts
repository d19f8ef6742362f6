import type { Choix, Parametre } from '../domain/choix';
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

/**
 * One question put to the product: its SQL, the choices bound to $1, $2… in order, then what else the asker
 * gives, and its rows.
 */
export interface Question<S extends Schema> {
  readonly nom: string;
  readonly choix: readonly Parametre[];
  /** How many values the asker may add; those that are not given are null. */
  readonly autres?: number;
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

/** Values bound to $1, $2… of a question, in order. */
export const bindValues = (
  question: Question<Schema>,
  choix: Choix,
  autres: readonly Value[] = [],
): Value[] => [
  ...question.choix.map((parametre) => choix[parametre]),
  ...Array.from({ length: question.autres ?? 0 }, (_, i) => autres[i] ?? null),
];

/** Answers that an engine keeps: choices come back, and most questions do not hang on all of them. */
const ANSWERS_MAX = 400;
const kept = new WeakMap<Engine, Map<string, Promise<unknown>>>();

function answersOf(engine: Engine): Map<string, Promise<unknown>> {
  const known = kept.get(engine);
  if (known) return known;
  const answers = new Map<string, Promise<unknown>>();
  kept.set(engine, answers);
  return answers;
}

/** Keeps an answer, drops the oldest beyond the limit, and forgets one that failed. */
function keep(answers: Map<string, Promise<unknown>>, key: string, answer: Promise<unknown>): void {
  answers.set(key, answer);
  answer.catch(() => answers.delete(key));
  const [oldest] = answers.keys();
  if (answers.size > ANSWERS_MAX && oldest !== undefined) answers.delete(oldest);
}

/**
 * Asks a question of either engine; the same question with the same choices is asked once.
 * @throws QueryError from the engine; TypeError when a row is not what the question promises.
 */
export async function ask<S extends Schema>(
  engine: Engine,
  question: Question<S>,
  choix: Choix,
  autres: readonly Value[] = [],
): Promise<LigneDe<S>[]> {
  const values = bindValues(question, choix, autres);
  const answers = answersOf(engine);
  const key = JSON.stringify([question.nom, values]);
  const known = answers.get(key) as Promise<LigneDe<S>[]> | undefined;
  if (known) return known;
  const answer = engine
    .query(question.sql, values)
    .then((rows) => rows.map((row) => readRow(question, row)));
  keep(answers, key, answer);
  return answer;
}
