/** What pages and the service worker say to each other, and which address is what. */

/** The page that says that another is not kept. */
export const HORS_CONNEXION = '/hors-connexion';

export type Demande =
  /** A new version may take over. */
  | { readonly type: 'activer' }
  /** Keep these addresses: what a page used before it was looked after. */
  | { readonly type: 'garder'; readonly urls: readonly string[] }
  /** Keep all that a fund needs. */
  | { readonly type: 'garder-fonds'; readonly fonds: string; readonly pages: readonly string[] }
  | { readonly type: 'oublier' };

export interface Avancement {
  readonly etat: 'en-cours' | 'garde' | 'incomplet' | 'oublie';
  readonly octets: number;
}

/** Files named by their content. */
export const isImmutable = (pathname: string): boolean => pathname.startsWith('/_app/immutable/');

const DATA = '/__data.json';

/** Data of a page, as Kit asks for them. */
export const dataOf = (pathname: string): string =>
  pathname === '/' ? DATA : `${pathname.replace(/\/$/, '')}${DATA}`;

/** The page that an address is, or whose data it is; null for a file. */
export function pageOf(pathname: string): string | null {
  if (pathname.endsWith(DATA)) return pathname.slice(0, -DATA.length) || '/';
  const name = pathname.slice(pathname.lastIndexOf('/') + 1);
  return name.includes('.') ? null : pathname;
}
