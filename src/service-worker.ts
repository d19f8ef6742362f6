/// <reference types="@sveltejs/kit" />
/// <reference lib="webworker" />
/**
 * What works without a network: pages that were visited, and filters where the engine is kept. Pages come from
 * the network first; what is named by its content is taken from what is kept first. Nothing is taken over by
 * force: a new version waits until a reader asks for it, or until no page of another is open.
 */
import { version } from '$service-worker';
import {
  AutreVersionError,
  fetchListe,
  keepFonds,
  keepMoteur,
  keepPage,
  keepUsed,
} from './lib/state/garder';
import type { Avancement, Demande } from './lib/state/hors-connexion';
import { answer } from './lib/state/reponses';
import { forget, installVersion, listeOf, removeVersions } from './lib/state/versions';

declare const self: ServiceWorkerGlobalScope;

type Tell = (avancement: Avancement) => void;

function etatOf(error: unknown): Avancement['etat'] {
  if (error instanceof AutreVersionError) return 'depasse';
  return error instanceof DOMException && error.name === 'QuotaExceededError'
    ? 'plein'
    : 'incomplet';
}

async function keepForReader(
  { fonds, pages }: Extract<Demande, { type: 'garder-fonds' }>,
  tell: Tell,
): Promise<void> {
  let octets = 0;
  const onOctets = (more: number) => tell({ etat: 'en-cours', octets: (octets += more) });
  try {
    await keepFonds(fonds, pages, await fetchListe(version), onOctets);
    tell({ etat: 'garde', octets });
  } catch (error) {
    tell({ etat: etatOf(error), octets });
  }
}

async function keepVisited({ chemin, fichiers }: Extract<Demande, { type: 'page' }>) {
  await keepPage(chemin, version);
  await keepUsed(fichiers);
}

async function activateIfAlone(): Promise<void> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (pages.length <= 1) await self.skipWaiting();
}

async function forgetForReader(tell: Tell): Promise<void> {
  await forget(version);
  tell({ etat: 'oublie', octets: 0 });
}

async function obey(demande: Demande, port: MessagePort | undefined): Promise<void> {
  const tell: Tell = (avancement) => port?.postMessage(avancement);
  if (demande.type === 'page') await keepVisited(demande);
  if (demande.type === 'moteur') await keepMoteur(demande.fonds, await listeOf(version));
  if (demande.type === 'garder-fonds') await keepForReader(demande, tell);
  if (demande.type === 'oublier') await forgetForReader(tell);
  if (demande.type === 'activer') await self.skipWaiting();
  if (demande.type === 'activer-si-seul') await activateIfAlone();
  if (demande.type === 'version') port?.postMessage(version);
}

self.addEventListener('install', (event) => event.waitUntil(installVersion(version)));

self.addEventListener('activate', (event) =>
  event.waitUntil(removeVersions(version).then(() => self.clients.claim())),
);

self.addEventListener('fetch', (event) => {
  const after = (work: Promise<unknown>) => event.waitUntil(work);
  const response = answer({ request: event.request, after }, version);
  if (response) event.respondWith(response);
});

self.addEventListener('message', (event) => {
  // What cannot be kept is not: the reader has the page all the same.
  event.waitUntil(obey(event.data as Demande, event.ports[0]).catch(() => undefined));
});
