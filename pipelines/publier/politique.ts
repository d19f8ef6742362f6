/** Each page carries the policy of its content, and nothing that the policy would have to let through. */
import { createHash } from 'node:crypto';
import { type Controle, readPages } from './publiable';
import { readScripts, readTags } from './html';

const hashOf = (texte: string) => `'sha256-${createHash('sha256').update(texte).digest('base64')}'`;

/** The page of the site for what is not there comes with the same policy as the others. */
function defautsOf(html: string): string[] {
  const tags = readTags(html);
  const metas = tags.filter(
    ({ attributs: a }) => a.get('http-equiv')?.toLowerCase() === 'content-security-policy',
  );
  if (metas.length !== 1) return ['n’a pas de politique de contenu, ou en a plusieurs'];
  const politique = metas[0]?.attributs.get('content') ?? '';
  const scripts = /script-src ([^;]*)/.exec(politique)?.[1]?.split(' ') ?? [];
  const defauts = scripts.some((s) => /'unsafe-|^\*|^https?:/.test(s))
    ? ['a une politique qui laisse passer tout script']
    : [];
  const own = readScripts(html).filter(
    ({ attributs: a }) => !a.has('src') && (a.get('type') ?? 'module') !== 'application/json',
  );
  if (own.some(({ texte }) => !scripts.includes(hashOf(texte))))
    defauts.push('a un script que sa politique ne nomme pas');
  const keys = tags.flatMap(({ attributs }) => [...attributs.keys()]);
  if (keys.some((nom) => /^on[a-z]/.test(nom))) defauts.push('a un script dans un attribut');
  const values = tags.flatMap(({ attributs }) => [...attributs.values()]);
  if (values.some((v) => /^\s*javascript:/i.test(v))) defauts.push('a un script dans une adresse');
  return defauts;
}

export const politique: Controle = {
  nom: 'politique de contenu de chaque page',
  async check(site) {
    const defauts: string[] = [];
    for await (const [fichier, html] of readPages(site))
      defauts.push(...defautsOf(html).map((defaut) => `${fichier} ${defaut}.`));
    return defauts;
  },
};
