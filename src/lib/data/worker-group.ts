import { EngineError, type EngineStep } from './errors';

/** Workers that live and die together: one error, an abort or a close ends them and what waits on them. */
export class WorkerGroup {
  readonly #workers = new Set<Worker>();
  readonly #waiting = new Set<(reason: unknown) => void>();
  readonly #signal: AbortSignal | undefined;
  #end: { readonly reason: unknown } | null = null;

  constructor(signal?: AbortSignal) {
    this.#signal = signal;
    if (signal?.aborted) this.#onAbort();
    else signal?.addEventListener('abort', this.#onAbort);
  }

  /** Takes charge of a worker; `step` is what is said to have failed when it breaks. */
  add(step: EngineStep, worker: Worker): Worker {
    this.#workers.add(worker);
    if (this.#end) worker.terminate();
    worker.addEventListener('error', (event) => {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.end(new EngineError(step, event.error ?? (event.message || 'worker script not loaded')));
    });
    return worker;
  }

  remove(worker: Worker): void {
    worker.terminate();
    this.#workers.delete(worker);
  }

  /** Settles as the promise does, or rejects as soon as the group ends. */
  guard<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.#end) reject(this.#end.reason);
      this.#waiting.add(reject);
      work.then(resolve, reject).finally(() => this.#waiting.delete(reject));
    });
  }

  /** From here on the signal is ignored: what it could cancel is done. */
  release(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
  }

  /** Terminates the workers and rejects all that waits. Only the first reason counts. */
  end(reason: unknown): void {
    if (this.#end) return;
    this.#end = { reason };
    this.release();
    for (const worker of this.#workers) worker.terminate();
    for (const reject of this.#waiting) reject(reason);
    this.#waiting.clear();
  }

  readonly #onAbort = (): void => {
    this.end(new DOMException('Opening of the engine was cancelled', 'AbortError'));
  };
}
