/** Bytes so far. `expected` is 0 while not known; `moteur` counts raw bytes of WebAssembly. */
export interface EngineProgress {
  readonly phase: 'moteur' | 'donnees';
  readonly received: number;
  readonly expected: number;
}

export type OnProgress = (progress: EngineProgress) => void;

export interface ProgressSink {
  duckdb(received: number): void;
  data(received: number, expected: number): void;
  /** DuckDB is in: says so, then lets the phase `donnees` be told. */
  engineReady(): void;
}

/**
 * Merges two downloads that run together into two phases that follow each other.
 * Received bytes never go back nor beyond what is expected.
 */
export function reportInOrder(onProgress: OnProgress, expected: number): ProgressSink {
  let received = 0;
  let data: EngineProgress = { phase: 'donnees', received: 0, expected: 0 };
  let ready = false;
  return {
    duckdb(bytes) {
      received = Math.min(Math.max(bytes, received), expected);
      if (!ready) onProgress({ phase: 'moteur', received, expected });
    },
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
