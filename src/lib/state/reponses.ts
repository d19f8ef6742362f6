/** What the service worker answers to the requests of the pages. */
import { keepResponse } from './garder';
import {
  FIXES,
  HORS_CONNEXION,
  isFixe,
  isOfVersion,
  isPage,
  pagesOf,
  SOCLE,
} from './hors-connexion';

/** A request, and what goes on after the answer was given. */
export interface Requete {
  readonly request: Request;
  readonly after: (work: Promise<unknown>) => void;
}

/** A full disk, or a page of another build, takes nothing from the reader. */
const unless = (work: Promise<unknown>): Promise<unknown> => work.catch(() => undefined);

async function find(name: string, address: string): Promise<Response | null> {
  try {
    return (await (await caches.open(name)).match(address, { ignoreVary: true })) ?? null;
  } catch {
    return null;
  }
}

/** The address says what the file holds: kept once, it is never asked again. */
async function answerFixe({ request, after }: Requete): Promise<Response> {
  const kept = await find(FIXES, request.url);
  if (kept) return kept;
  const response = await fetch(request);
  const copy = response.clone();
  if (response.ok) after(unless(caches.open(FIXES).then((cache) => cache.put(request.url, copy))));
  return response;
}

/** Where a page is not kept: the page that says so, with the address that was asked. */
async function absent({ pathname, search }: URL, version: string): Promise<Response> {
  const said = await find(pagesOf(version), HORS_CONNEXION);
  if (said === null || pathname === HORS_CONNEXION) return Response.error();
  return Response.redirect(`${HORS_CONNEXION}?page=${encodeURIComponent(pathname + search)}`);
}

/** From the server first. Choices are in the query string, and the same page answers all of them. */
async function answerPage({ request, after }: Requete, version: string): Promise<Response> {
  const url = new URL(request.url);
  const kept = () => find(pagesOf(version), url.pathname);
  try {
    const response = await fetch(request);
    if (response.status >= 500) return (await kept()) ?? response;
    if (response.ok) after(unless(keepResponse(url.pathname, response.clone(), version)));
    return response;
  } catch {
    return (await kept()) ?? (await absent(url, version));
  }
}

/**
 * Data of a page that Kit asks for on its own. None is kept: where this fails, Kit asks for the page whole.
 * So it does where the server has another build by now, since data of two builds must not mix.
 */
async function answerDonnees({ request }: Requete, version: string): Promise<Response> {
  const response = await fetch(request);
  return isOfVersion(await response.clone().text(), version) ? response : Response.error();
}

async function answerSocle({ request }: Requete, version: string): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const kept = await find(pagesOf(version), request.url);
    if (kept) return kept;
    throw error;
  }
}

/** The answer to a request; null where the browser does as if there were no worker. */
export function answer(requete: Requete, version: string): Promise<Response> | null {
  const { request } = requete;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || request.headers.has('Range'))
    return null;
  if (isFixe(url)) return answerFixe(requete);
  if (request.mode === 'navigate') return isPage(url) ? answerPage(requete, version) : null;
  if (url.pathname.endsWith('__data.json')) return answerDonnees(requete, version);
  return SOCLE.includes(url.pathname) ? answerSocle(requete, version) : null;
}
