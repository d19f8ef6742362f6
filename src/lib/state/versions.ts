/** From one build to the next: what was kept is kept again before the old is let go. */
import { fetchListe, inLanes, keepMoteur, keepPage, keepUsed, ReponseError } from './garder';
import {
  FIXES,
  HORS_CONNEXION,
  isErreur,
  isOurs,
  isPage,
  isPages,
  type Liste,
  LISTE,
  pagesOf,
  SOCLE,
} from './hors-connexion';

async function addressesIn(name: string): Promise<URL[]> {
  const requests = await (await caches.open(name)).keys();
  return requests.map(({ url }) => new URL(url));
}

const otherPages = async (version: string): Promise<string[]> =>
  (await caches.keys()).filter((name) => isPages(name) && name !== pagesOf(version));

const GONE = [404, 410];

/** A page that is no longer published is no failure. */
async function keepAgain(chemin: string, version: string): Promise<void> {
  try {
    await keepPage(chemin, version);
  } catch (error) {
    if (!(error instanceof ReponseError && GONE.includes(error.status))) throw error;
  }
}

/** Pages and engines that an earlier build left, as they are in this one. */
async function keepAllAgain(liste: Liste): Promise<void> {
  const names = await otherPages(liste.version);
  const pages = (await Promise.all(names.map(addressesIn))).flat().filter(isPage);
  await inLanes(pages, ({ pathname }) => keepAgain(pathname, liste.version));
  const kept = await addressesIn(FIXES);
  for (const fonds of Object.keys(liste.fonds))
    if (kept.some(({ pathname }) => pathname.startsWith(`/donnees/${fonds}/`)))
      await keepMoteur(fonds, liste);
}

/** What the page without network needs, and the list of what can be kept. */
async function keepSocle(liste: Liste): Promise<void> {
  const cache = await caches.open(pagesOf(liste.version));
  await cache.put(LISTE, new Response(JSON.stringify(liste)));
  await cache.addAll([...SOCLE]);
  await keepUsed(liste.code.filter(isErreur).map(({ chemin }) => chemin));
  await keepPage(HORS_CONNEXION, liste.version);
}

/** Prepares a build, the one before still in use: all of it, or it is tried again later. */
export async function installVersion(version: string): Promise<void> {
  const liste = await fetchListe(version);
  await keepSocle(liste);
  await keepAllAgain(liste);
}

async function readListe(name: string): Promise<Liste | null> {
  const kept = await (await caches.open(name)).match(LISTE);
  return kept ? ((await kept.json()) as Liste) : null;
}

/** The list of the build `version` as it was kept, else as the server gives it. */
export const listeOf = async (version: string): Promise<Liste> =>
  (await readListe(pagesOf(version))) ?? (await fetchListe(version));

const addressesOf = (liste: Liste): string[] =>
  [...liste.code, ...Object.values(liste.fonds).flatMap(({ donnees }) => donnees)].map(
    ({ chemin }) => chemin,
  );

/** Lets go of earlier builds, but for the code of the last: a tab may still be open on it. */
export async function removeVersions(version: string): Promise<void> {
  const names = await otherPages(version);
  const listes = await Promise.all([pagesOf(version), ...names].map(readListe));
  const wanted = new Set(listes.flatMap((liste) => (liste ? addressesOf(liste) : [])));
  const cache = await caches.open(FIXES);
  for (const { pathname, search, href } of await addressesIn(FIXES))
    if (!wanted.has(`${pathname}${search}`)) await cache.delete(href);
  for (const name of names) await caches.delete(name);
}

/** Takes away all that is kept; then the page without network comes back, if there is one. */
export async function forget(version: string): Promise<void> {
  for (const name of (await caches.keys()).filter(isOurs)) await caches.delete(name);
  await fetchListe(version)
    .then(keepSocle)
    .catch(() => undefined);
}
