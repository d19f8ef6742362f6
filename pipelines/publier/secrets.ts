/** No file of the site holds what the public may not read, a key, or how to reach a person. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { build, dossiersOf, emptyBuilt } from '../build';
import { Journal } from '../lib/constats';
import { SILENCE } from '../lib/progress';
import { listFunds } from '../site/product.mjs';
import { type Controle, isBinary, type Publiable, readContents } from './publiable';
import { type Restreints, restreintsOf, searchRestreints } from './restreints';

const CLE = /-----BEGIN [A-Z ]*PRIVATE KEY-----|AGE-SECRET-KEY-1[A-Z0-9]{10}/;
const JOINDRE =
  /[\w.%+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}|(?<![\d-])(?:\(\d{3}\) ?|\d{3}[ \u00a0.-])\d{3}[ \u00a0.-]\d{4}(?![\d-])/gi;

/** Code of others names its authors. */
const holdsPersons = (fichier: string) => !/\.m?js$|^LICENCES\.txt$/.test(fichier);

/** What a text holds that no site may, whatever the fund. */
function patternsIn(fichier: string, texte: string, allowed: string): string[] {
  const keys = CLE.test(texte) ? [`${fichier} contient une clé privée.`] : [];
  if (!holdsPersons(fichier)) return keys;
  const found = [...new Set([...texte.matchAll(JOINDRE)].map(([one]) => one))];
  return [
    ...keys,
    ...found
      .filter((one) => !allowed.includes(one))
      .map(() => `${fichier} contient une adresse de courriel ou un numéro de téléphone.`),
  ];
}

async function restreintsOfFunds(racine: string): Promise<Restreints> {
  const found: Restreints[] = [];
  for (const fonds of listFunds(racine)) {
    const built = emptyBuilt();
    const dossiers = dossiersOf(racine, fonds);
    await build({ dossiers, au: null, journal: new Journal(), progress: SILENCE }, built);
    if (built.product !== null) found.push(restreintsOf(built.product));
  }
  return {
    textes: found.flatMap(({ textes }) => textes),
    montants: new Map(found.flatMap(({ montants }) => [...montants])),
  };
}

/** Addresses that a fund gives to its readers. */
async function contactsOf(racine: string): Promise<string> {
  const files = listFunds(racine).map((fonds) => path.join(racine, 'data', fonds, 'fonds.yaml'));
  return (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join('\n');
}

/** What was found is never told itself: a message may be read by more people than it is. */
export async function secretsIn(
  site: Publiable,
  restreints: Restreints,
  allowed: string,
): Promise<string[]> {
  const search = searchRestreints(restreints);
  const defauts = new Set<string>();
  for await (const [fichier, texte] of readContents(site)) {
    if (!isBinary(fichier))
      for (const defaut of patternsIn(fichier, texte, allowed)) defauts.add(defaut);
    for (const lieu of search(texte))
      defauts.add(`${fichier} contient ce que dit ${lieu}, que le public ne lit pas.`);
  }
  return [...defauts];
}

export const secrets: Controle = {
  nom: 'aucun texte ni montant restreint, aucune clé, aucune coordonnée',
  check: async (site) =>
    secretsIn(site, await restreintsOfFunds(site.racine), await contactsOf(site.racine)),
};
