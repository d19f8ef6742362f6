import { describeFonds } from '$lib/server/product';

export async function load() {
  const fonds = await describeFonds();
  return { fonds: fonds.map(({ fonds_id: id, ...fiche }) => ({ id, ...fiche })) };
}
