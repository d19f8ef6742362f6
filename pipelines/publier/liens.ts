/** Each link inside the site leads to a page that is there, and to a place of that page. */
import { type Controle, readPages } from './publiable';
import { readTags } from './html';

interface Lien {
  readonly fichier: string;
  readonly href: string;
}

/** Any origin will do: only what is inside the site is looked at. */
const BASE = 'http://site.invalid';

const fileOf = (pathname: string, files: ReadonlySet<string>): string | undefined => {
  const name = decodeURI(pathname).slice(1).replace(/\/$/, '');
  return [name, `${name}.html`, name === '' ? 'index.html' : `${name}/index.html`].find((f) =>
    files.has(f),
  );
};

const adresseOf = (fichier: string) => `/${fichier.replace(/(^|\/)index\.html$|\.html$/, '$1')}`;

export const liens: Controle = {
  nom: 'liens et ancres',
  async check(site) {
    const files = new Set(site.fichiers);
    const ids = new Map<string, ReadonlySet<string>>();
    const found: Lien[] = [];
    for await (const [fichier, html] of readPages(site)) {
      const tags = readTags(html);
      ids.set(fichier, new Set(tags.flatMap(({ attributs }) => attributs.get('id') ?? [])));
      const links = tags.filter(({ nom }) => nom === 'a');
      const hrefs = new Set(links.flatMap(({ attributs }) => attributs.get('href') ?? []));
      found.push(...[...hrefs].map((href) => ({ fichier, href })));
    }
    return found.flatMap(({ fichier, href }) => {
      const url = new URL(href, `${BASE}${adresseOf(fichier)}`);
      if (url.origin !== BASE) return [];
      const file = fileOf(url.pathname, files);
      if (file === undefined) return [`${fichier} mène à « ${href} », qui n’existe pas.`];
      const ancre = decodeURIComponent(url.hash.slice(1));
      if (ancre === '' || !file.endsWith('.html') || ids.get(file)?.has(ancre)) return [];
      return [`${fichier} mène à « ${href} », dont l’ancre n’existe pas.`];
    });
  },
};
