/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/**
 * What works without a network: pages that were visited, and filters where the engine is kept. Pages and data
 * come from the network first; files named by their content are taken from the cache first. Nothing is taken
 * over by force: a new version waits until a reader asks for it, or until no page is open.
 */
import { build, version } from '$service-worker';
import { TABLES_PUBLIQUES } from './lib/domain/column';
import {
  type Avancement,
  dataOf,
  type Demande,
  HORS_CONNEXION,
  isImmutable,
  pageOf,
} from './lib/state/hors-connexion';

declare const self: ServiceWorkerGlobalScope;

const FIXES = 'retombees-fixes';
const PAGES = `retombees-pages-${version}`;

const ask = (url: string) => new Request(url, { credentials: 'same-origin' });

/** Keeps an answer if it is a good one; a full disk is no reason to fail a reader. */
async function keep(name: string, request: Request, answer: Response): Promise<void> {
  if (answer.status !== 200 || answer.type === 'opaque') return;
  const cache = await caches.open(name);
  await cache.put(request, answer).catch(() => undefined);
}

async function fetchAndKeep(name: string, url: string): Promise<number> {
  const request = ask(url);
  const answer = await fetch(request);
  const size = Number(answer.headers.get('Content-Length') ?? 0);
  await keep(name, request, answer);
  return size;
}

const cacheOf = (url: string) => (isImmutable(new URL(url).pathname) ? FIXES : PAGES);

async function isKept(url: string): Promise<boolean> {
  const cache = await caches.open(cacheOf(url));
  return (await cache.match(ask(url))) !== undefined;
}

/** Keeps what is not kept yet; what cannot be fetched is left out. */
async function keepAll(urls: readonly string[], tell: (octets: number) => void = () => undefined) {
  let failed = 0;
  for (const path of urls) {
    const url = new URL(path, self.location.origin).href;
    if (await isKept(url)) continue;
    await fetchAndKeep(cacheOf(url), url).then(tell, () => (failed += 1));
  }
  return failed;
}

/** A page is its HTML and what Kit asks for when one comes to it from another page. */
const keepPage = (pathname: string) => keepAll([pathname, dataOf(pathname)]);

async function fromCacheFirst(request: Request): Promise<Response> {
  const cache = await caches.open(FIXES);
  const known = await cache.match(request);
  if (known) return known;
  const answer = await fetch(request);
  await keep(FIXES, request, answer.clone());
  return answer;
}

/** What stands for a page that is not kept: the page that says so. */
function absent(request: Request): Response {
  if (request.mode === 'navigate' && pageOf(new URL(request.url).pathname) !== HORS_CONNEXION)
    return Response.redirect(HORS_CONNEXION, 302);
  if (request.url.includes('__data.json'))
    return Response.json({ type: 'redirect', location: HORS_CONNEXION });
  return Response.error();
}

/** Choices are in the query string, and the same page answers all of them. */
async function fromNetworkFirst(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const { pathname } = new URL(request.url);
  const page = pageOf(pathname);
  try {
    const answer = await fetch(request);
    if (page !== null) event.waitUntil(keepPage(page));
    event.waitUntil(keep(PAGES, ask(new URL(pathname, self.location.origin).href), answer.clone()));
    return answer;
  } catch {
    const cache = await caches.open(PAGES);
    const known = await cache.match(ask(new URL(pathname, self.location.origin).href));
    return known ?? absent(request);
  }
}

/** The page that says what is not kept, with what it uses: no reader ever opened it before it is needed. */
async function keepAbsence(): Promise<void> {
  await keepPage(HORS_CONNEXION);
  const html = await (await caches.match(ask(HORS_CONNEXION)))?.text();
  const used = html?.matchAll(/["'(](\/_app\/immutable\/[^"')]+)/g) ?? [];
  await keepAll([...new Set([...used].map(([, path]) => path!))]);
}

self.addEventListener('install', (event) => event.waitUntil(keepAbsence()));

/** Pages that were kept under the version before are asked for again; the rest of it goes. */
async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('retombees-pages-') && name !== PAGES);
  for (const name of old) {
    const kept = await (await caches.open(name)).keys();
    await keepAll(kept.map(({ url }) => new URL(url).pathname));
    await caches.delete(name);
  }
  const fixes = await caches.open(FIXES);
  const current = new Set(build);
  for (const request of await fixes.keys())
    if (!current.has(new URL(request.url).pathname)) await fixes.delete(request);
  await self.clients.claim();
}

self.addEventListener('activate', (event) => event.waitUntil(takeOver()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.headers.has('Range')) return;
  event.respondWith(isImmutable(url.pathname) ? fromCacheFirst(request) : fromNetworkFirst(event));
});

/** All that a fund needs: the code with its engine, its tables, its main pages. */
async function keepFonds(
  { fonds, pages }: Extract<Demande, { type: 'garder-fonds' }>,
  tell: (avancement: Avancement) => void,
): Promise<void> {
  const tables = TABLES_PUBLIQUES.map((table) => `/donnees/${fonds}/public/${table}.parquet`);
  const urls = [...build, ...tables, ...pages.flatMap((page) => [page, dataOf(page)])];
  let octets = 0;
  const failed = await keepAll(urls, (more) =>
    tell({ etat: 'en-cours', octets: (octets += more) }),
  );
  tell({ etat: failed === 0 ? 'garde' : 'incomplet', octets });
}

async function forget(): Promise<void> {
  for (const name of await caches.keys())
    if (name.startsWith('retombees-')) await caches.delete(name);
  await keepAbsence();
}

self.addEventListener('message', (event) => {
  const demande = event.data as Demande;
  const tell = (avancement: Avancement) => event.ports[0]?.postMessage(avancement);
  if (demande.type === 'activer') void self.skipWaiting();
  if (demande.type === 'garder') event.waitUntil(keepAll(demande.urls));
  if (demande.type === 'garder-fonds') event.waitUntil(keepFonds(demande, tell));
  if (demande.type === 'oublier')
    event.waitUntil(forget().then(() => tell({ etat: 'oublie', octets: 0 })));
});
