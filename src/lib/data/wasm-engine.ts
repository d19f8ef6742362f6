/** The browser's engine: DuckDB-WASM in a worker of our own origin, and another that reads Parquet. */
import {
  AsyncDuckDB,
  VoidLogger,
  type AsyncDuckDBConnection,
  type AsyncPreparedStatement,
} from '@duckdb/duckdb-wasm';
import duckdbWasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import { DUCKDB_BYTES } from 'virtual:engine-sizes';
import { rowsFromArrow } from './arrow-rows';
import { prepareWithDerived } from './derived';
import type { Engine, Row, Value } from './engine';
import { reportInOrder, type OnProgress } from './engine-progress';
import { EngineError, QueryError } from './errors';
import { type Explore, explorerOver } from './exploration';
import { ExplorationError } from './exploration-error';
import { loadArrowTables } from './parquet-loader';
import type { ParquetSource } from './parquet.worker';
import { READING, wasmSession } from './wasm-session';
import { WorkerGroup } from './worker-group';

export interface WasmEngineOptions {
  /** One Parquet file a table. */
  readonly sources: readonly ParquetSource[];
  readonly onProgress?: OnProgress | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Called once if the engine ends after it was opened, with the reason. */
  readonly onEnd?: ((reason: unknown) => void) | undefined;
}

/** Settings once the tables are in: no query can then leave the origin, nor undo it. */
const LOCK = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

/**
 * Opens DuckDB-WASM with one table per Parquet file.
 * @throws EngineError when a file is missing or a worker dies; a DOMException named AbortError
 * when the signal fires, workers ended.
 */
export async function openWasmEngine(options: WasmEngineOptions): Promise<Engine> {
  const workers = new WorkerGroup(options.signal);
  try {
    const engine = await workers.guard(open(options, workers));
    workers.release();
    workers.guard(new Promise<never>(() => undefined)).catch(options.onEnd ?? (() => undefined));
    return engine;
  } catch (cause) {
    const error =
      cause instanceof DOMException || cause instanceof EngineError
        ? cause
        : new EngineError('moteur', cause);
    workers.end(error);
    throw error;
  }
}

async function open(options: WasmEngineOptions, workers: WorkerGroup): Promise<Engine> {
  const progress = reportInOrder(options.onProgress ?? (() => undefined), DUCKDB_BYTES);
  const tables = loadArrowTables(workers, options, progress);
  tables.catch(() => undefined);
  const database = await startDuckDb(workers, progress.duckdb);
  const arrow = await tables;
  progress.engineReady();
  const connection = await database.connect();
  for (const [name, ipc] of arrow) {
    await connection.insertArrowFromIPCStream(ipc, { name, create: true });
  }
  const reading = await database.connect();
  await reading.query(READING.join(';'));
  await connection.query(LOCK.join(';'));
  return engineOver(connection, exploreWith(explorerOver(wasmSession(reading)), workers), workers);
}

async function startDuckDb(
  workers: WorkerGroup,
  onBytes: (received: number) => void,
): Promise<AsyncDuckDB> {
  const worker = workers.add(
    'moteur',
    new Worker(new URL('./duckdb.worker.ts', import.meta.url), { type: 'module' }),
  );
  const database = new AsyncDuckDB(new VoidLogger(), worker);
  const url = new URL(duckdbWasmUrl, location.href).href;
  await database.instantiate(url, null, ({ bytesLoaded }) => onBytes(bytesLoaded));
  return database;
}

function engineOver(
  connection: AsyncDuckDBConnection,
  explore: Explore,
  workers: WorkerGroup,
): Engine {
  const prepare = keepPrepared(connection);
  return {
    query: (sql, values) => workers.guard(runQuery(prepare, sql, values)),
    explore,
    close: async () => workers.end(new EngineError('requete', 'engine is closed')),
  };
}

/** How long a cancelled statement may take to stop, in milliseconds, before its worker is ended. */
const PATIENCE = 2000;

/** Ends the engine where a statement does not stop, or broke it: it can be opened again. */
function exploreWith(explore: Explore, workers: WorkerGroup): Explore {
  return async (sql, options) => {
    const aborted = new DOMException('The statement was cancelled', 'AbortError');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const wait = (): void => void (timer = setTimeout(() => workers.end(aborted), PATIENCE));
    options.signal?.addEventListener('abort', wait);
    try {
      return await workers.guard(explore(sql, options));
    } catch (cause) {
      if (cause instanceof ExplorationError || options.signal?.aborted) throw cause;
      const error = new EngineError('requete', cause);
      workers.end(error);
      throw error;
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', wait);
    }
  };
}

type Prepare = (sql: string) => Promise<AsyncPreparedStatement>;

/** One statement a text, kept: they end with the worker. A text that fails is tried anew. */
function keepPrepared(connection: AsyncDuckDBConnection): Prepare {
  const kept = new Map<string, Promise<AsyncPreparedStatement>>();
  const prepareNew = prepareWithDerived(
    (sql) => connection.query(sql),
    (sql) => connection.prepare(sql),
  );
  return (sql) => {
    const statement = kept.get(sql) ?? prepareNew(sql);
    kept.set(sql, statement);
    statement.catch(() => kept.delete(sql));
    return statement;
  };
}

async function runQuery(prepare: Prepare, sql: string, values: readonly Value[]): Promise<Row[]> {
  try {
    const statement = await prepare(sql);
    return rowsFromArrow(await statement.query(...values));
  } catch (cause) {
    throw new QueryError(sql, values, cause);
  }
}
