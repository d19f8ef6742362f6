/** What a reader is told of the engine that answers the filters; `received` and `expected` in bytes. */
export interface EngineState {
  readonly status: 'idle' | 'loading' | 'ready' | 'failed' | 'cancelled';
  readonly received: number;
  /** 0 when unknown. */
  readonly expected: number;
  readonly error?: unknown;
}
