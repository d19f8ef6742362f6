/** What is kept in the reader's browser: stores, addresses, and what pages and the service worker say to each other. */

/** The page that says that another is not kept. */
export const HORS_CONNEXION = '/hors-connexion';

/** What the build says that can be kept. */
export const LISTE = '/_app/hors-connexion/fichiers.json';

/** What every page asks for, beside its own. */
export const SOCLE: readonly string[] = ['/favicon.svg', '/manifest.webmanifest'];

const PREFIXE = 'retombees-';
/** Files whose address says what they hold, whatever the build. */
export const FIXES = `${PREFIXE}fixes`;
const PAGES = `${PREFIXE}pages-`;

/** Pages of one build: those of two builds never mix. */
export const pagesOf = (version: string): string => `${PAGES}${version}`;

export const isPages = (name: string): boolean => name.startsWith(PAGES);
export const isOurs = (name: string): boolean => name.startsWith(PREFIXE);

/** In a kept page, its title, as in an address. */
export const TITRE = 'X-Titre';

/** A file that may be kept: bytes as sent, then once decoded, and the hash asked of it. */
export interface Fichier {
  readonly chemin: string;
  readonly octets: number;
  readonly brut: number;
  readonly integrite?: string;
}

export interface Liste {
  readonly version: string;
  readonly code: readonly Fichier[];
  /** Pages of no fund. */
  readonly pages: readonly Fichier[];
  readonly fonds: Readonly<
    Record<string, { readonly pages: readonly Fichier[]; readonly donnees: readonly Fichier[] }>
  >;
}

/** All that a fund needs: the code with its engine, its tables, and these of its pages. */
export function filesOf(liste: Liste, fonds: string, pages: readonly string[]): Fichier[] {
  const { pages: toutes = [], donnees = [] } = liste.fonds[fonds] ?? {};
  return [...liste.code, ...donnees, ...toutes.filter(({ chemin }) => pages.includes(chemin))];
}

export const octetsOf = (files: readonly Fichier[]): number =>
  files.reduce((sum, { octets }) => sum + octets, 0);

export type Demande =
  /** The reader is on this page, which used these hashed files, some before it was looked after. */
  | { readonly type: 'page'; readonly chemin: string; readonly fichiers: readonly string[] }
  /** The engine of this fund was opened. */
  | { readonly type: 'moteur'; readonly fonds: string }
  /** Keep all that a fund needs. */
  | { readonly type: 'garder-fonds'; readonly fonds: string; readonly pages: readonly string[] }
  | { readonly type: 'oublier' }
  /** A new version may take over: the reader said so, or no other page is open. */
  | { readonly type: 'activer' }
  | { readonly type: 'activer-si-seul' }
  /** Which build? Answered on the port. */
  | { readonly type: 'version' };

export interface Avancement {
  readonly etat: 'en-cours' | 'garde' | 'incomplet' | 'plein' | 'depasse' | 'oublie';
  /** Bytes so far, compressed. */
  readonly octets: number;
}

/** Files whose content never changes: named by it, or asked for with its hash. */
export const isFixe = ({ pathname, searchParams }: URL): boolean =>
  pathname.startsWith('/_app/immutable/') ||
  (pathname.endsWith('.parquet') && searchParams.has('v'));

/** A page has no extension. */
export const isPage = ({ pathname }: URL): boolean => !/\.[^/]*$/.test(pathname);

/** Whether a page, or the data that Kit asks for it, is of this build: `app.html` and the root layout say so. */
export const isOfVersion = (text: string, version: string): boolean =>
  text.includes(`"${version}"`);

/** Addresses of the code that a file of code imports, but for what it loads later. */
export function importsOf(code: string, chemin: string): string[] {
  const found = code.matchAll(/\b(?:from|import)\s*(["'])(\.[^"']+\.js)\1/g);
  return [...found].map(([, , autre = '']) => new URL(autre, `http://localhost${chemin}`).pathname);
}

/** The code of the page of errors, which Kit asks for at once and no page names. */
export const isErreur = ({ chemin }: Fichier): boolean => chemin.includes('/nodes/1.');

/** Addresses of the hashed files that a page names: not all that it needs, see `importsOf`. */
export function assetsOf(html: string): string[] {
  const found = html.match(/\/_app\/immutable\/[\w./@~-]+\.(?:js|css|woff2)/g) ?? [];
  return [...new Set(found)];
}

const ENTITES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/** Title of a page, as the browser shows it; empty where there is none. */
export function titleOf(html: string): string {
  const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
  return title.replace(/&(?:amp|lt|gt);/g, (entite) => ENTITES[entite] ?? entite);
}

/** A path of this site, from an address that anyone may have written; else the front page. */
export const cheminSur = (texte: string): string => (/^\/(?![/\\])/.test(texte) ? texte : '/');
