/** Keeping files and pages in the stores of the browser. */
import {
  assetsOf,
  type Fichier,
  filesOf,
  FIXES,
  importsOf,
  isOfVersion,
  isPage,
  type Liste,
  LISTE,
  pagesOf,
  TITRE,
  titleOf,
} from './hors-connexion';

/** What came is of another build than the worker that asked. */
export class AutreVersionError extends Error {
  override readonly name = 'AutreVersionError';
}

/** The server refused. */
export class ReponseError extends Error {
  override readonly name = 'ReponseError';
  constructor(
    readonly status: number,
    chemin: string,
  ) {
    super(`HTTP ${status} for ${chemin}`);
  }
}

/** Called with compressed bytes, as they come. */
export type OnOctets = (octets: number) => void;

const AT_ONCE = 4;

/** Does the work for each item, a few at once; a failure begins no more, and is thrown once the rest is over. */
export async function inLanes<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const lane = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift())
      await work(item).catch((error: unknown) => {
        queue.length = 0;
        throw error;
      });
  };
  const lanes = await Promise.allSettled(Array.from({ length: AT_ONCE }, lane));
  for (const end of lanes) if (end.status === 'rejected') throw end.reason;
}

async function fetchOk(chemin: string, options: RequestInit = {}): Promise<Response> {
  const response = await fetch(chemin, options);
  if (!response.ok) throw new ReponseError(response.status, chemin);
  return response;
}

/**
 * What can be kept of the build `version`.
 * @throws AutreVersionError when the server has another build by now
 */
export async function fetchListe(version: string): Promise<Liste> {
  const liste = (await (await fetchOk(LISTE, { cache: 'no-cache' })).json()) as Liste;
  if (liste.version !== version) throw new AutreVersionError(`${liste.version}, not ${version}`);
  return liste;
}

/** Tells bytes of a body as they come, in the measure of compressed ones. */
function counted(response: Response, { octets, brut }: Fichier, onOctets: OnOctets) {
  let received = 0;
  let told = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(chunk, controller) {
      received += chunk.byteLength;
      const now = Math.round(octets * Math.min(1, received / brut));
      onOctets(now - told);
      told = now;
      controller.enqueue(chunk);
    },
  });
  return response.body?.pipeThrough(counter) ?? null;
}

/** Headers of a body that is no longer compressed. */
function decodedHeaders({ headers }: Response): Headers {
  const own = new Headers(headers);
  if (own.has('Content-Encoding')) own.delete('Content-Length');
  own.delete('Content-Encoding');
  return own;
}

/** Keeps files whose address says what they hold; those already kept are not fetched again. */
export async function keepFixes(
  files: readonly Fichier[],
  onOctets: OnOctets = () => undefined,
): Promise<void> {
  const cache = await caches.open(FIXES);
  await inLanes(files, async (file) => {
    if (await cache.match(file.chemin)) return onOctets(file.octets);
    const response = await fetchOk(file.chemin, { integrity: file.integrite ?? '' });
    const body = counted(response, file, onOctets);
    await cache.put(file.chemin, new Response(body, { headers: decodedHeaders(response) }));
  });
}

const asFichier = (chemin: string): Fichier => ({ chemin, octets: 0, brut: 1 });

async function importsOfKept(chemin: string): Promise<string[]> {
  if (!chemin.endsWith('.js')) return [];
  const kept = await (await caches.open(FIXES)).match(chemin);
  return kept ? importsOf(await kept.text(), chemin) : [];
}

/** Keeps files that a page used, of which nothing but the address is known, and the code that they import. */
export async function keepUsed(chemins: readonly string[]): Promise<void> {
  const seen = new Set<string>();
  for (let next = [...new Set(chemins)]; next.length > 0;) {
    next.forEach((chemin) => seen.add(chemin));
    await keepFixes(next.map(asFichier));
    const imported = (await Promise.all(next.map(importsOfKept))).flat();
    next = [...new Set(imported)].filter((chemin) => !seen.has(chemin));
  }
}

/**
 * Keeps a page that came, after what it needs: a kept page can always be shown.
 * @throws AutreVersionError when the page is of another build
 */
export async function keepResponse(
  chemin: string,
  response: Response,
  version: string,
): Promise<void> {
  const html = await response.text();
  if (!isOfVersion(html, version)) throw new AutreVersionError(`${chemin} is not of ${version}`);
  await keepUsed(assetsOf(html));
  const headers = decodedHeaders(response);
  headers.delete('Content-Length');
  headers.set(TITRE, encodeURIComponent(titleOf(html)));
  const cache = await caches.open(pagesOf(version));
  await cache.put(chemin, new Response(html, { headers }));
}

/** Keeps a page, fetched unless it is kept already. */
export async function keepPage(chemin: string, version: string): Promise<void> {
  const cache = await caches.open(pagesOf(version));
  if (await cache.match(chemin)) return;
  await keepResponse(chemin, await fetchOk(chemin), version);
}

/** Keeps all that the filters and the explorer of a fund need. */
export const keepMoteur = (fonds: string, liste: Liste): Promise<void> =>
  keepFixes(filesOf(liste, fonds, []));

/** Keeps all that a fund needs, these pages of it included. */
export async function keepFonds(
  fonds: string,
  chemins: readonly string[],
  liste: Liste,
  onOctets: OnOctets,
): Promise<void> {
  const files = filesOf(liste, fonds, chemins);
  const isPageFile = ({ chemin }: Fichier) => isPage(new URL(chemin, location.origin));
  await keepFixes(
    files.filter((file) => !isPageFile(file)),
    onOctets,
  );
  await inLanes(files.filter(isPageFile), async ({ chemin, octets }) => {
    await keepPage(chemin, liste.version);
    onOctets(octets);
  });
}
