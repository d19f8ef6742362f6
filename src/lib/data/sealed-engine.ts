/** The browser's engine over a sealed edition: its tables never leave memory. */
import type { Engine } from './engine';
import { EngineError } from './errors';
import type { DemandeSceau, ReponseSceau } from './sceau.worker';
import { openWasmEngine } from './wasm-engine';
import { WorkerGroup } from './worker-group';

export type Ouverture =
  | { readonly engine: Engine }
  | { readonly refus: Extract<ReponseSceau, { type: 'refus' }>['refus'] };

/** Opens the file in a worker that ends after it; `signal` ends it before. */
async function unseal(demande: DemandeSceau, signal: AbortSignal): Promise<ReponseSceau> {
  const workers = new WorkerGroup(signal);
  const worker = workers.add(
    'donnees',
    new Worker(new URL('./sceau.worker.ts', import.meta.url), { type: 'module' }),
  );
  const answer = new Promise<ReponseSceau>((resolve) => {
    worker.addEventListener('message', ({ data }: MessageEvent<ReponseSceau>) => resolve(data));
  });
  worker.postMessage(demande);
  try {
    return await workers.guard(answer);
  } finally {
    workers.end(new EngineError('donnees', 'the edition is open'));
  }
}

/**
 * Opens a sealed edition: an engine over its tables, or why it stays shut.
 * @throws EngineError when the engine does not start; a DOMException named AbortError when the signal fires.
 */
export async function openSealedEngine(
  demande: DemandeSceau,
  { signal, onEnd }: { readonly signal: AbortSignal; readonly onEnd: () => void },
): Promise<Ouverture> {
  const reponse = await unseal(demande, signal);
  if (reponse.type === 'refus') return reponse;
  const sources = [...reponse.tables].map(([name, bytes]) => ({ name, bytes }));
  return { engine: await openWasmEngine({ sources, signal, onEnd }) };
}
