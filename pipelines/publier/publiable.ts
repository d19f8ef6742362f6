/** A built site that is about to be published, and what is known of it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { filesUnder } from '../site/fingerprint.mjs';

export interface Publiable {
  /** Root of the project. */
  readonly racine: string;
  /** Folder of the built site. */
  readonly dossier: string;
  /** Paths in the folder, with `/`, in order; what a name with a dot hides is not published. */
  readonly fichiers: readonly string[];
}

/** One thing to check before publishing: what is wrong, in French, nothing when all is well. */
export interface Controle {
  readonly nom: string;
  readonly check: (site: Publiable) => Promise<readonly string[]>;
}

const isHidden = (fichier: string) => /(^|\/)\./.test(fichier);

/** Files of a site, as paths in its folder. */
export async function listFichiers(dossier: string): Promise<string[]> {
  const files = await filesUnder(dossier);
  return files
    .map((file) => path.relative(dossier, file).split(path.sep).join('/'))
    .filter((fichier) => !isHidden(fichier))
    .sort();
}

export const readPubliable = async (racine: string, dossier: string): Promise<Publiable> => ({
  racine,
  dossier,
  fichiers: await listFichiers(dossier),
});

export const readTexte = ({ dossier }: Publiable, fichier: string): Promise<string> =>
  readFile(path.join(dossier, fichier), 'utf8');

/** Pages of a site, one after the other. */
export async function* readPages(site: Publiable): AsyncGenerator<[fichier: string, html: string]> {
  for (const fichier of site.fichiers)
    if (fichier.endsWith('.html')) yield [fichier, await readTexte(site, fichier)];
}
