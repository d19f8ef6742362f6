import type { ProgressSink } from './engine-progress';
import { EngineError } from './errors';
import type { ParquetAddress, ParquetAnswer, ParquetRequest } from './parquet.worker';
import type { WorkerGroup } from './worker-group';

/** What a Parquet file must hold, by its address without query string. */
export type Hashes = Readonly<
  Record<string, { readonly requete: string; readonly integrite: string }>
>;

/** The files `<baseUrl>/<table>.parquet`, with the hash that is asked of each if there is one. */
export const sourcesUnder = (
  baseUrl: string,
  tables: readonly string[],
  hashes: Hashes,
): ParquetAddress[] => {
  const base = new URL(baseUrl, location.href).href;
  return tables.map((name) => sourceOf(base, name, hashes));
};

function sourceOf(baseUrl: string, name: string, hashes: Hashes): ParquetAddress {
  const url = `${baseUrl}/${name}.parquet`;
  const { requete, integrite } = hashes[new URL(url).pathname] ?? { requete: '', integrite: '' };
  return { name, url: `${url}${requete}`, integrity: integrite };
}

/** Arrow IPC streams by table, read by a worker that ends after it. */
export function loadArrowTables(
  workers: WorkerGroup,
  { sources }: ParquetRequest,
  progress: ProgressSink,
): Promise<Map<string, Uint8Array>> {
  const worker = workers.add(
    'donnees',
    new Worker(new URL('./parquet.worker.ts', import.meta.url), { type: 'module' }),
  );
  const tables = new Map<string, Uint8Array>();
  const read = new Promise<typeof tables>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ParquetAnswer>) => {
      if (data.type === 'data-bytes') progress.data(data.received, data.expected);
      if (data.type === 'table') tables.set(data.name, data.ipc);
      if (data.type === 'done') resolve(tables);
      if (data.type === 'failed') reject(new EngineError('donnees', data.message));
    });
  });
  worker.postMessage({ sources });
  return read.finally(() => workers.remove(worker));
}
