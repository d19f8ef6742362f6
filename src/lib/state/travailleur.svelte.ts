/** The service worker as the pages know it. A browser that has none, or refuses it, shows the pages all the same. */
import { version } from '$app/environment';
import { type Demande, isFixe } from './hors-connexion';

let nouvelle = $state.raw<ServiceWorker | null>(null);
let registration: ServiceWorkerRegistration | null = null;

const isThere = (): boolean => import.meta.env.PROD && 'serviceWorker' in navigator;

const tell = (worker: ServiceWorker | null | undefined, demande: Demande): void =>
  worker?.postMessage(demande);

/** Once the page is there and the browser has time. */
function whenIdle(work: () => void): void {
  const later = () =>
    'requestIdleCallback' in window
      ? requestIdleCallback(work, { timeout: 5000 })
      : setTimeout(work, 1000);
  if (document.readyState === 'complete') later();
  else addEventListener('load', later, { once: true });
}

/** The build that a worker serves. */
function askVersion(worker: ServiceWorker): Promise<string> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<string>) => resolve(data);
    worker.postMessage({ type: 'version' } satisfies Demande, [port2]);
  });
}

/** A new build waits: it is announced, unless this page is of that build already. */
async function onWaiting(worker: ServiceWorker): Promise<void> {
  if ((await askVersion(worker)) === version) tell(worker, { type: 'activer-si-seul' });
  else nouvelle = worker;
}

function follow(installing: ServiceWorker | null): void {
  installing?.addEventListener('statechange', () => {
    const replaces = navigator.serviceWorker.controller !== null;
    if (installing.state === 'installed' && replaces) void onWaiting(installing);
  });
}

/** Hashed files that the tab used so far. */
const used = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => new URL(name))
    .filter((url) => url.origin === location.origin && isFixe(url))
    .map(({ pathname, search }) => `${pathname}${search}`);

/** The reader is on this page. */
export const tellPage = (chemin: string): void =>
  tell(registration?.active, { type: 'page', chemin, fichiers: used() });

async function register(): Promise<void> {
  await navigator.serviceWorker.register('/service-worker.js');
  registration = await navigator.serviceWorker.ready;
  const { active, waiting, installing } = registration;
  registration.addEventListener('updatefound', () => follow(registration?.installing ?? null));
  follow(installing);
  if (waiting) void onWaiting(waiting);
  tellPage(location.pathname);
  // Registering what is registered already looks for nothing new.
  if (active && !installing && !waiting && (await askVersion(active)) !== version)
    await registration.update();
}

const update = (): void => {
  if (document.visibilityState === 'visible') registration?.update().catch(() => undefined);
};

/** Registers the worker when nothing else is left to do, and looks for a new build when the reader comes back. */
export function startTravailleur(): void {
  if (!isThere()) return;
  whenIdle(() => void register().catch(() => undefined));
  document.addEventListener('visibilitychange', update);
  // What the worker before refused, as it was of another build.
  navigator.serviceWorker.addEventListener('controllerchange', () => tellPage(location.pathname));
}

/** The engine of a fund is there: what it is made of is kept. */
export async function tellMoteur(fonds: string): Promise<void> {
  if (isThere()) tell((await navigator.serviceWorker.ready).active, { type: 'moteur', fonds });
}

/** A new build that waits for the reader. */
export const travailleur = {
  get nouvelle(): boolean {
    return nouvelle !== null;
  },
  /** Lets the new build take over, then shows it. */
  actualiser(): void {
    const reload = () => location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
    tell(nouvelle, { type: 'activer' });
  },
};
