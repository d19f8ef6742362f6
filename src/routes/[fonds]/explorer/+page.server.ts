import { error } from '@sveltejs/kit';
import { listFonds, withProduct } from '$lib/server/product';
import { composeSchema } from '$lib/views/schema';

export const entries = () => listFonds().map((fonds) => ({ fonds }));

export async function load({ params }) {
  if (!listFonds().includes(params.fonds)) error(404);
  return { id: params.fonds, schema: await withProduct(params.fonds, composeSchema) };
}
