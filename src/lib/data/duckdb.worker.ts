/**
 * Runs DuckDB's own worker script. That script leaves a failed download of its WebAssembly as an
 * unhandled rejection, which a page never hears of: here it becomes an error of the worker.
 */
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

self.addEventListener('unhandledrejection', (event) => reportError(event.reason));

/** Sent while the script comes, and heard by it then: the page waits for no word that it is ready. */
const early: MessageEvent[] = [];
self.onmessage = (event) => void early.push(event);

await import(/* @vite-ignore */ duckdbUrl);
for (const event of early) self.onmessage(event);
