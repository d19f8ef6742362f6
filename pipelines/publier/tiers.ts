/** Nothing that a browser fetches by itself is at another address. */
import { type Controle, type Publiable, readPages, readTexte } from './publiable';
import { readTags, type Tag } from './html';

/** Relations of `link` that name an address without asking for it. */
const NAMED_ONLY = new Set(['canonical', 'alternate', 'license', 'author']);
const FETCHED = ['src', 'srcset', 'poster', 'data', 'action', 'formaction', 'xlink:href'];

const isElsewhere = (adresse: string) => /(^|[\s,])(https?:)?\/\//i.test(adresse);

function adressesOf({ nom, attributs }: Tag): string[] {
  const own = FETCHED.flatMap((attribut) => attributs.get(attribut) ?? []);
  const href = attributs.get('href');
  const asked = nom === 'link' && !NAMED_ONLY.has(attributs.get('rel') ?? '');
  const drawn = nom === 'image' || nom === 'use' || nom === 'base';
  const style = attributs.get('style') ?? '';
  return [...own, ...(href !== undefined && (asked || drawn) ? [href] : []), ...urlsOf(style)];
}

const urlsOf = (css: string): string[] =>
  [...css.matchAll(/url\(\s*["']?([^"')]+)|@import\s+["']([^"']+)/g)].map(
    ([, a, b]) => a ?? b ?? '',
  );

async function inStyles(site: Publiable): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (const fichier of site.fichiers.filter((f) => f.endsWith('.css')))
    found.push(
      ...urlsOf(await readTexte(site, fichier)).map((u): [string, string] => [fichier, u]),
    );
  return found;
}

export const tiers: Controle = {
  nom: 'aucune demande à un tiers',
  async check(site) {
    const asked = await inStyles(site);
    for await (const [fichier, html] of readPages(site))
      for (const tag of readTags(html))
        for (const adresse of adressesOf(tag)) asked.push([fichier, adresse]);
    const elsewhere = asked.filter(([, adresse]) => isElsewhere(adresse));
    return [...new Set(elsewhere.map(([f, adresse]) => `${f} demanderait « ${adresse} ».`))];
  },
};
