/** The smallest page around the WASM engine: what a test drives, under the policy of the site. */
import type { Engine, Row, Value } from '../../../src/lib/data/engine';
import type { EngineProgress } from '../../../src/lib/data/engine-progress';
import { sourcesUnder } from '../../../src/lib/data/parquet-loader';
import { openWasmEngine } from '../../../src/lib/data/wasm-engine';

let engine: Engine | null = null;
let abort = new AbortController();
const progress: EngineProgress[] = [];

const probe = {
  progress,
  async open(baseUrl: string, tables: string[]): Promise<void> {
    abort = new AbortController();
    engine = await openWasmEngine({
      sources: sourcesUnder(baseUrl, tables, {}),
      signal: abort.signal,
      onProgress: (event) => progress.push(event),
    });
  },
  openOutcome: (baseUrl: string, tables: string[]) =>
    probe.open(baseUrl, tables).then(
      () => ({ name: 'opened', step: '', message: '' }),
      ({ name, step, message }) => ({ name, step, message }),
    ),
  cancel: (): void => abort.abort(),
  query: (sql: string, values: Value[]): Promise<Row[]> => engine!.query(sql, values),
  queryFailure: (sql: string, values: Value[]) =>
    engine!.query(sql, values).then(
      () => null,
      ({ name, sql, values, message }) => ({ name, sql, values, message }),
    ),
  /** A free statement: its answer, or what is told of its refusal; cancelled after `delay` ms if given. */
  explore: (sql: string, limite: number, delay?: number) => {
    const abort = new AbortController();
    if (delay !== undefined) setTimeout(() => abort.abort(), delay);
    return engine!.explore(sql, { limite, signal: abort.signal }).then(
      (answer) => ({ answer }),
      ({ name, nature, endroit, message }) => ({ refusal: { name, nature, endroit, message } }),
    );
  },
  close: (): Promise<void> => engine!.close(),
};

declare global {
  interface Window {
    probe: typeof probe;
  }
}
window.probe = probe;
