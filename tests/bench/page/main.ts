/** The smallest page around the engine of the site, to measure it beside bare DuckDB-WASM. */
import { AsyncDuckDB, type AsyncDuckDBConnection, VoidLogger } from '@duckdb/duckdb-wasm';
import duckdbWasmUrl from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorkerUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { Engine } from '../../../src/lib/data/engine';
import { loadArrowTables, sourcesUnder } from '../../../src/lib/data/parquet-loader';
import { sqlOf } from '../../../src/lib/data/questions';
import { openWasmEngine } from '../../../src/lib/data/wasm-engine';
import { WorkerGroup } from '../../../src/lib/data/worker-group';
import type { Choix } from '../../../src/lib/domain/choix';
import { gather } from '../../../src/lib/views/gather';

let engine: Engine | null = null;
let bare: AsyncDuckDBConnection | null = null;

async function elapsed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** Parquet files in memory: no clock runs while they come. */
const filesUnder = (baseUrl: string, tables: readonly string[]) =>
  Promise.all(
    sourcesUnder(baseUrl, tables, {}).map(async ({ name, url }) => ({
      name,
      bytes: new Uint8Array(await (await fetch(url)).arrayBuffer()),
    })),
  );

const SILENT = { data: () => {}, duckdb: () => {}, engineReady: () => {} };

/** What DuckDB-WASM takes by itself: its worker, its WebAssembly, and tables that are there as Arrow. */
async function startBare(arrow: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const database = new AsyncDuckDB(new VoidLogger(), new Worker(duckdbWorkerUrl));
  await database.instantiate(new URL(duckdbWasmUrl, location.href).href);
  bare = await database.connect();
  for (const [name, ipc] of arrow) await bare.insertArrowFromIPCStream(ipc, { name, create: true });
}

/** Each measure is in milliseconds. */
const banc = {
  /** From Parquet files in memory to an engine that answers. */
  async openProduit(baseUrl: string, tables: string[]): Promise<number> {
    const sources = await filesUnder(baseUrl, tables);
    return elapsed(async () => (engine = await openWasmEngine({ sources })));
  },
  /** From Arrow streams in memory to tables of bare DuckDB-WASM. */
  async openNu(baseUrl: string, tables: string[]): Promise<number> {
    const sources = await filesUnder(baseUrl, tables);
    const arrow = await loadArrowTables(new WorkerGroup(), { sources }, SILENT);
    return elapsed(() => startBare(arrow));
  },
  /** From each choice to all the rows that the overview draws from. */
  async choose(choix: Choix[]): Promise<number[]> {
    const times = [];
    for (const c of choix) times.push(await elapsed(() => gather(engine!, c)));
    return times;
  },
  /** The same, a plain query after the other, as one who copies the SQL of a question would send it. */
  async choosePlain(choix: Choix[], questions: string[]): Promise<number[]> {
    const times = [];
    for (const c of choix)
      times.push(
        await elapsed(async () => {
          for (const nom of questions) {
            const sql = sqlOf(nom, (p) => c[p]);
            if (sql === null) throw new Error(`No question is called ${nom}`);
            await bare!.query(sql);
          }
        }),
      );
    return times;
  },
};

declare global {
  interface Window {
    banc: typeof banc;
  }
}
window.banc = banc;
