import { version } from '$app/environment';
import { describeFonds } from '$lib/server/product';

/** The data of each page say their build: the service worker lets none go to a page of another. */
export async function load() {
  const fonds = await describeFonds();
  return { version, fonds: fonds.map(({ fonds_id: id, ...fiche }) => ({ id, ...fiche })) };
}
