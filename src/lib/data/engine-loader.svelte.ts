import type { Engine } from './engine';
import type { EngineProgress, OnProgress } from './engine-progress';

/** Opens an engine, says how far it is, gives up when the signal fires, and tells if the engine ends later. */
export type OpenEngine = (options: {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal;
  readonly onEnd: (reason: unknown) => void;
}) => Promise<Engine>;

export type LoaderStatus = 'idle' | 'loading' | 'ready' | 'failed' | 'cancelled';

export interface LoaderState {
  readonly status: LoaderStatus;
  readonly phase: EngineProgress['phase'];
  /** Bytes of the phase; `expected` is 0 while not known. */
  readonly received: number;
  readonly expected: number;
  /** Why it failed; null in any other status. */
  readonly error: unknown;
}

export interface EngineLoader {
  readonly state: LoaderState;
  /**
   * Opens the engine the first time, and gives the same promise as long as the engine lives.
   * It never rejects: null means failed or cancelled, `state` says which.
   */
  start(): Promise<Engine | null>;
  /** Gives up the opening under way; does nothing in any other status. */
  cancel(): void;
  /** Starts again after a failure or a cancellation; otherwise the same as `start`. */
  retry(): Promise<Engine | null>;
}

const IDLE: LoaderState = {
  status: 'idle',
  phase: 'moteur',
  received: 0,
  expected: 0,
  error: null,
};

/** A resource for pages: the engine, opened at the first intent of the reader and kept. */
export function createEngineLoader(open: OpenEngine): EngineLoader {
  let state = $state.raw(IDLE);
  let attempt: Promise<Engine | null> | null = null;
  let abort = new AbortController();

  async function run(signal: AbortSignal): Promise<Engine | null> {
    const set = (change: Partial<LoaderState>): void => {
      if (!signal.aborted) state = { ...state, ...change };
    };
    set({ ...IDLE, status: 'loading' });
    const onEnd = (error: unknown): void => {
      if (signal.aborted) return;
      attempt = null;
      state = isAbort(error) ? IDLE : { ...IDLE, status: 'failed', error };
    };
    try {
      const engine = await open({ signal, onProgress: set, onEnd });
      if (signal.aborted) return await discard(engine);
      set({ status: 'ready' });
      return engine;
    } catch (error) {
      set({ status: 'failed', error });
      return null;
    }
  }

  function start(): Promise<Engine | null> {
    if (attempt) return attempt;
    abort = new AbortController();
    return (attempt = run(abort.signal));
  }

  return {
    get state() {
      return state;
    },
    start,
    cancel() {
      if (state.status !== 'loading') return;
      state = { ...IDLE, status: 'cancelled' };
      abort.abort();
    },
    retry() {
      if (state.status === 'failed' || state.status === 'cancelled') attempt = null;
      return start();
    },
  };
}

const isAbort = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'AbortError';

async function discard(engine: Engine): Promise<null> {
  await engine.close();
  return null;
}

/** The engine of the browser over a folder of Parquet files; its code is fetched when it is opened. */
export function wasmEngineOver(baseUrl: string, tables: readonly string[]): OpenEngine {
  return async (options) => {
    const [{ openWasmEngine }, { sourcesUnder }, { default: hashes }] = await Promise.all([
      import('./wasm-engine'),
      import('./parquet-loader'),
      import('virtual:product-hashes'),
    ]);
    return openWasmEngine({ sources: sourcesUnder(baseUrl, tables, hashes), ...options });
  };
}
