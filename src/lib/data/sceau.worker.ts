/** Fetches a sealed edition and opens it, away from the page: the passphrase costs seconds on purpose. */
import { openSealed, type Origine, type RefusSceau, SceauError } from '../editions/sceau';

export interface DemandeSceau {
  readonly url: string;
  /** Folded. */
  readonly phrase: string;
  readonly attendu: Origine;
}

export type ReponseSceau =
  | { readonly type: 'ouvert'; readonly tables: ReadonlyMap<string, Uint8Array> }
  | { readonly type: 'refus'; readonly refus: RefusSceau | 'absent' };

async function open({ url, phrase, attendu }: DemandeSceau): Promise<ReponseSceau> {
  const response = await fetch(url, { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) return { type: 'refus', refus: 'absent' };
  const bytes = new Uint8Array(await response.arrayBuffer());
  return { type: 'ouvert', tables: await openSealed(bytes, phrase, attendu) };
}

self.addEventListener('message', async ({ data }: MessageEvent<DemandeSceau>) => {
  const reponse = await open(data).catch((error: unknown): ReponseSceau => {
    if (error instanceof SceauError) return { type: 'refus', refus: error.refus };
    throw error;
  });
  self.postMessage(reponse);
});
