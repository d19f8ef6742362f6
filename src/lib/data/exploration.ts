/** Free SQL over the published tables: it reads them, and nothing else. */
import { quoteIdentifier } from '../domain/sql';
import type { Row } from './engine';
import { explorationError, refuseActions } from './exploration-error';
import { trimEnd } from './sql-lexer';

export interface ColonneLue {
  readonly nom: string;
  /** DuckDB's type, as `DECIMAL(14,2)`. */
  readonly type: string;
}

export interface Exploration {
  readonly colonnes: readonly ColonneLue[];
  /** The first rows, at most as many as asked. */
  readonly lignes: readonly Row[];
  /** Rows of the whole answer. */
  readonly total: number;
}

export interface ExploreOptions {
  readonly limite: number;
  readonly signal?: AbortSignal | undefined;
  /** Rows read so far. */
  readonly onLignes?: ((lues: number) => void) | undefined;
}

export type Explore = (sql: string, options: ExploreOptions) => Promise<Exploration>;

/** A connection of an engine whose errors are JSON, in a transaction that only reads. Each call takes one statement. */
export interface ReadingSession {
  begin(): Promise<unknown>;
  /** Parses and binds, and runs nothing. */
  check(sql: string): Promise<void>;
  rows(sql: string): Promise<Row[]>;
  /** Rows as they come. Ends with an AbortError when the signal fires. */
  stream(sql: string, signal: AbortSignal | undefined): AsyncIterable<readonly Row[]>;
  end(): Promise<unknown>;
}

/** Types that rows hold as they are; any other is read as text. */
const PLAIN =
  /^(VARCHAR|BOOLEAN|DATE|DOUBLE|FLOAT|(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?)|DECIMAL\(.*)$/;

const OPENING = 'SELECT * FROM (\n';
const closed = (sql: string, opening: string): string => `${opening}${sql}\n)`;

function reading({ nom, type }: ColonneLue): string {
  const name = quoteIdentifier(nom);
  return PLAIN.test(type) ? name : `CAST(${name} AS VARCHAR) AS ${name}`;
}

async function describe(session: ReadingSession, sql: string): Promise<ColonneLue[]> {
  const rows = await session.rows(`DESCRIBE ${closed(sql, OPENING)}`);
  return rows.map((row) => ({ nom: String(row['column_name']), type: String(row['column_type']) }));
}

/** Each step says what stands before the reader's own text, so that an error is placed in it. */
async function steps(session: ReadingSession, sql: string, options: ExploreOptions) {
  const { limite, signal, onLignes } = options;
  const at = <T>(before: string, etape: 'texte' | 'lecture', work: Promise<T>): Promise<T> =>
    work.catch((cause: unknown) => {
      throw explorationError(cause, { sql, before, etape });
    });
  await at('', 'texte', session.check(sql));
  refuseActions(sql);
  const read = trimEnd(sql);
  const colonnes = await at(`DESCRIBE ${OPENING}`, 'lecture', describe(session, read));
  const opening = `SELECT ${colonnes.map(reading).join(', ')} FROM (\n`;
  const lignes: Row[] = [];
  let total = 0;
  const readAll = async (): Promise<void> => {
    for await (const batch of session.stream(closed(read, opening), signal)) {
      lignes.push(...batch.slice(0, limite - lignes.length));
      total += batch.length;
      onLignes?.(total);
    }
  };
  await at(opening, 'texte', readAll());
  return { colonnes, lignes, total };
}

/**
 * Answers one reading statement after the other.
 * Rejects with an ExplorationError, or with an AbortError when the signal fires.
 */
export function explorerOver(session: ReadingSession): Explore {
  let turn: Promise<unknown> = Promise.resolve();
  const run = async (sql: string, options: ExploreOptions): Promise<Exploration> => {
    options.signal?.throwIfAborted();
    await session.begin();
    try {
      return await steps(session, sql, options);
    } finally {
      await session.end();
    }
  };
  return (sql, options) => {
    const mine = turn.then(() => run(sql, options));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
