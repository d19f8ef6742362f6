/** Pages that can be read without network, as the stores of the browser hold them. */
import { HORS_CONNEXION, isPage, isPages, TITRE } from './hors-connexion';

export interface PageGardee {
  readonly chemin: string;
  readonly titre: string;
}

/** Without the name of the site, which ends each title. */
const sansSite = (titre: string): string => titre.replace(/ · [^·]*$/, '');

async function pagesIn(name: string): Promise<PageGardee[]> {
  const cache = await caches.open(name);
  const requests = (await cache.keys()).filter(({ url }) => isPage(new URL(url)));
  return Promise.all(
    requests.map(async (request) => {
      const { pathname: chemin } = new URL(request.url);
      const titre = (await cache.match(request))?.headers.get(TITRE) ?? '';
      return { chemin, titre: sansSite(decodeURIComponent(titre)) || chemin };
    }),
  );
}

/** By address, without the page that lists them; none where the browser keeps nothing. */
export async function readPagesGardees(): Promise<PageGardee[]> {
  if (!('caches' in window)) return [];
  const names = (await caches.keys().catch(() => [])).filter(isPages);
  const pages = (await Promise.all(names.map(pagesIn))).flat();
  const once = new Map(pages.map((page) => [page.chemin, page]));
  once.delete(HORS_CONNEXION);
  return [...once.values()].sort((a, b) => (a.chemin < b.chemin ? -1 : 1));
}
