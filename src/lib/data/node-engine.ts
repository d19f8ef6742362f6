/** The build's engine: native DuckDB. Only `+page.server.ts` files and tests import it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  BOOLEAN,
  DOUBLE,
  DuckDBDateValue,
  DuckDBDecimalValue,
  DuckDBInstance,
  SQLNULL,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBPreparedStatement,
  type DuckDBResultReader,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api';
import { TABLE_NAMES } from '../domain/tables';
import { decimalToNumber } from './decimal';
import { prepareWithDerived } from './derived';
import type { Engine, Row, Value } from './engine';
import { EngineError, QueryError } from './errors';
import { explorerOver, type ReadingSession } from './exploration';
import { quoteIdentifier } from '../domain/sql';

/** Settings once the tables are in: no query can then read a file, nor undo it. */
const LOCK = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * Opens DuckDB in memory with one table for each `<table>.parquet` of the folder that the product knows.
 * @throws EngineError when the folder holds none, or when a file cannot be read.
 */
export async function openNodeEngine(dir: string): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const reading = await instance.connect();
  const statements = keepPrepared(connection);
  const close = async (): Promise<void> => {
    await statements.close();
    reading.closeSync();
    connection.closeSync();
    instance.closeSync();
  };
  try {
    await loadTables(connection, dir);
    await reading.run('SET SESSION errors_as_json = true');
    for (const statement of LOCK) await connection.run(statement);
  } catch (cause) {
    await close();
    throw new EngineError('donnees', cause);
  }
  return {
    query: (sql, values) => runQuery(statements, sql, values),
    explore: explorerOver(readingSession(reading)),
    close,
  };
}

async function loadTables(connection: DuckDBConnection, dir: string): Promise<void> {
  const names = TABLE_NAMES.filter((name) => existsSync(join(dir, `${name}.parquet`)));
  if (names.length === 0) throw new Error(`No table of the product in ${dir}`);
  for (const name of names) {
    const sql = `CREATE TABLE ${quoteIdentifier(name)} AS SELECT * FROM read_parquet($1)`;
    await connection.run(sql, [join(dir, `${name}.parquet`)]);
  }
}

interface Statements {
  read(sql: string, values: readonly Value[]): Promise<DuckDBResultReader>;
  close(): Promise<void>;
}

/** One prepared statement a text, kept; those who ask the same one wait for each other. */
function keepPrepared(connection: DuckDBConnection): Statements {
  const kept = new Map<string, Promise<DuckDBPreparedStatement>>();
  const turns = new Map<string, Promise<unknown>>();
  const prepareNew = prepareWithDerived(
    (sql) => connection.run(sql),
    (sql) => connection.prepare(sql),
  );
  const prepare = (sql: string): Promise<DuckDBPreparedStatement> => {
    const statement = kept.get(sql) ?? prepareNew(sql);
    kept.set(sql, statement);
    statement.catch(() => kept.delete(sql));
    return statement;
  };
  return {
    read(sql, values) {
      const turn = (turns.get(sql) ?? Promise.resolve()).then(async () => {
        const statement = await prepare(sql);
        statement.bind([...values], values.map(typeOf));
        return statement.runAndReadAll();
      });
      turns.set(
        sql,
        turn.catch(() => undefined),
      );
      return turn;
    },
    async close() {
      await Promise.all(turns.values());
      for (const statement of kept.values()) (await statement).destroySync();
    },
  };
}

async function runQuery(
  statements: Statements,
  sql: string,
  values: readonly Value[],
): Promise<Row[]> {
  try {
    return rowsOf(await statements.read(sql, values));
  } catch (cause) {
    throw new QueryError(sql, values, cause);
  }
}

function readingSession(connection: DuckDBConnection): ReadingSession {
  const prepared = async <T>(sql: string, use: (s: DuckDBPreparedStatement) => T): Promise<T> => {
    const statement = await connection.prepare(sql);
    return use(statement);
  };
  return {
    begin: () => connection.run('BEGIN TRANSACTION READ ONLY'),
    check: (sql) => prepared(sql, (statement) => statement.destroySync()),
    rows: async (sql) => rowsOf(await prepared(sql, (statement) => statement.runAndReadAll())),
    stream: (sql, signal) => streamRows(connection, sql, signal),
    end: () => connection.run('ROLLBACK'),
  };
}

async function* streamRows(
  connection: DuckDBConnection,
  sql: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Row[]> {
  const interrupt = (): void => connection.interrupt();
  signal?.addEventListener('abort', interrupt);
  try {
    const result = await (await connection.prepare(sql)).stream();
    const names = result.columnNames();
    for await (const rows of result.yieldRows()) {
      signal?.throwIfAborted();
      yield rows.map((cells) => toRow(names, cells));
    }
  } catch (cause) {
    signal?.throwIfAborted();
    throw cause;
  } finally {
    signal?.removeEventListener('abort', interrupt);
  }
}

function rowsOf(result: DuckDBResultReader): Row[] {
  const names = result.columnNames();
  return result.getRows().map((cells) => toRow(names, cells));
}

/** DuckDB-WASM binds every number as DOUBLE: so that both engines answer alike, so does this one. */
function typeOf(value: Value): DuckDBType {
  if (value === null) return SQLNULL;
  if (typeof value === 'number') return DOUBLE;
  return typeof value === 'boolean' ? BOOLEAN : VARCHAR;
}

function toRow(names: readonly string[], cells: readonly DuckDBValue[]): Row {
  return Object.fromEntries(
    names.map((name, index) => [name, toValue(name, cells[index] ?? null)]),
  );
}

function toValue(name: string, cell: DuckDBValue): Value {
  if (cell === null || typeof cell === 'string' || typeof cell === 'boolean') return cell;
  if (typeof cell === 'number' || typeof cell === 'bigint') return Number(cell);
  if (cell instanceof DuckDBDecimalValue) return decimalToNumber(cell.value, cell.scale);
  if (cell instanceof DuckDBDateValue) return cell.toString();
  throw new Error(`Column ${name} holds a ${cell.constructor.name}, which rows cannot hold`);
}
