/** Bytes so far. `expected` is 0 while not known; `moteur` counts raw bytes of WebAssembly. */
export interface EngineProgress {
  readonly phase: 'moteur' | 'donnees';
  readonly received: number;
  readonly expected: number;
}

export type OnProgress = (progress: EngineProgress) => void;

export interface ProgressSink {
  duckdb(received: number): void;
  parquet(received: number): void;
  data(received: number, expected: number): void;
  /** Every WebAssembly file is in: says so, then lets the phase `donnees` be told. */
  engineReady(): void;
}

/**
 * Merges three downloads that run together into two phases that follow each other.
 * Received bytes never go back nor beyond what is expected.
 */
export function reportInOrder(
  onProgress: OnProgress,
  sizes: { readonly duckdb: number; readonly parquet: number },
): ProgressSink {
  const expected = sizes.duckdb + sizes.parquet;
  const received = { duckdb: 0, parquet: 0 };
  let data: EngineProgress = { phase: 'donnees', received: 0, expected: 0 };
  let ready = false;
  const engine = (part: 'duckdb' | 'parquet') => (bytes: number) => {
    received[part] = Math.min(Math.max(bytes, received[part]), sizes[part]);
    if (ready) return;
    onProgress({ phase: 'moteur', received: received.duckdb + received.parquet, expected });
  };
  return {
    duckdb: engine('duckdb'),
    parquet: engine('parquet'),
    data(bytes, total) {
      data = { phase: 'donnees', received: bytes, expected: total };
      if (ready) onProgress(data);
    },
    engineReady() {
      onProgress({ phase: 'moteur', received: expected, expected });
      ready = true;
      onProgress(data);
    },
  };
}
