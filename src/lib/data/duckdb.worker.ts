/**
 * Runs DuckDB's own worker script. That script leaves a failed download of its WebAssembly as an
 * unhandled rejection, which a page never hears of: here it becomes an error of the worker.
 */
import duckdbUrl from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';

self.addEventListener('unhandledrejection', (event) => reportError(event.reason));

await import(/* @vite-ignore */ duckdbUrl);
self.postMessage({ ready: true });
