/** Fetches Parquet files and turns them into Arrow IPC streams, away from the page and its policy. */
import { arrowFromParquet } from './arrow-from-parquet';

/** A file to fetch. */
export interface ParquetAddress {
  /** Name of the table. */
  readonly name: string;
  readonly url: string;
  /** Subresource integrity of the bytes; empty when any will do. */
  readonly integrity: string;
}

/** A file that is there already. */
interface ParquetFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ParquetSource = ParquetAddress | ParquetFile;

export interface ParquetRequest {
  readonly sources: readonly ParquetSource[];
}

export type ParquetAnswer =
  /** `expected` is 0 until the size of every file is known. */
  | { readonly type: 'data-bytes'; readonly received: number; readonly expected: number }
  | { readonly type: 'table'; readonly name: string; readonly ipc: Uint8Array<ArrayBuffer> }
  | { readonly type: 'done' }
  | { readonly type: 'failed'; readonly message: string };

interface Tally {
  received: number;
  expected: number;
  waiting: number;
}

type OnBytes = (count: number) => void;

self.addEventListener('message', (event: MessageEvent<ParquetRequest>) => void answer(event.data));

function post(message: ParquetAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

async function answer(request: ParquetRequest): Promise<void> {
  try {
    for (const file of await fetchTables(request)) await convert(file);
    post({ type: 'done' });
  } catch (error) {
    post({ type: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

async function fetchTables({ sources }: ParquetRequest): Promise<ParquetFile[]> {
  const waiting = sources.filter((source) => 'url' in source).length;
  const tally = { received: 0, expected: 0, waiting };
  return Promise.all(
    sources.map((source) => ('url' in source ? fetchTable(source, tally) : source)),
  );
}

/** Reads each body as it comes: waiting for all headers first would starve the browser's six sockets. */
async function fetchTable(source: ParquetAddress, tally: Tally): Promise<ParquetFile> {
  const { name, url, integrity } = source;
  const response = await fetchOk(url, { integrity });
  tally.expected += Number(response.headers.get('Content-Length') ?? 0);
  tally.waiting -= 1;
  const body = counted(response, (count) => {
    tally.received += count;
    const expected = tally.waiting > 0 ? 0 : Math.max(tally.expected, tally.received);
    post({ type: 'data-bytes', received: tally.received, expected });
  });
  return { name, bytes: new Uint8Array(await new Response(body).arrayBuffer()) };
}

async function convert({ name, bytes }: ParquetFile): Promise<void> {
  const ipc = await arrowFromParquet(bytes);
  post({ type: 'table', name, ipc }, [ipc.buffer]);
}

async function fetchOk(url: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(url, options).catch((cause: unknown) => {
    throw new Error(`${String(cause)} for ${url}`, { cause });
  });
  if (!response.ok) throw new Error(`HTTP ${response.status} for ${url}`);
  return response;
}

function counted(response: Response, onBytes: OnBytes): ReadableStream<Uint8Array<ArrayBuffer>> {
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      onBytes(chunk.byteLength);
      controller.enqueue(chunk);
    },
  });
  return response.body!.pipeThrough(counter);
}
