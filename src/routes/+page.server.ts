import { describeFonds, withProduct } from '$lib/server/product';
import { composePhrases } from '$lib/views/apercu';

export async function load() {
  const [premier, ...autres] = await describeFonds();
  if (!premier) return { premier: null, autres: [], phrases: [] };
  const phrases = await withProduct(premier.fonds_id, composePhrases);
  return { premier, autres, phrases };
}
