/** A built site that is about to be published, and what is known of it. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { readRows } from '../lib/parquet';
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

/** Of these, the text is what their bytes happen to say. */
export const isBinary = (fichier: string): boolean =>
  /\.(png|wasm|woff2|age)(\.br)?$/.test(fichier);

/** Every file of a site as a reader gets it: decompressed, Parquet decoded; a compressed copy only if it differs. */
export async function* readContents({
  dossier,
  fichiers,
}: Publiable): AsyncGenerator<[fichier: string, texte: string]> {
  for (const fichier of fichiers) {
    const file = path.join(dossier, fichier);
    if (fichier.endsWith('.parquet')) {
      yield [fichier, JSON.stringify(await readRows(file))];
      continue;
    }
    const bytes = await readFile(file);
    if (!fichier.endsWith('.br')) {
      yield [fichier, bytes.toString('utf8')];
      continue;
    }
    const plain = brotliDecompressSync(bytes);
    const original = await readFile(file.replace(/\.br$/, '')).catch(() => null);
    if (!original?.equals(plain)) yield [fichier, plain.toString('utf8')];
  }
}
