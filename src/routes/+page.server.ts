import { withProduct } from '$lib/server/product';
import { composePhrases } from '$lib/views/pages/apercu';

export async function load({ parent }) {
  const [premier] = (await parent()).fonds;
  return { phrases: premier ? await withProduct(premier.id, composePhrases) : [] };
}
