import { error } from '@sveltejs/kit';
import { drawFigures } from '$lib/components/draw-images';
import { createDocument } from '$lib/server/document';
import { listFonds, withProduct } from '$lib/server/product';
import { composeResultats } from '$lib/views/resultats';

export const entries = () => listFonds().map((fonds) => ({ fonds }));

export async function load({ params }) {
  if (!listFonds().includes(params.fonds)) error(404);
  const montre = await withProduct(params.fonds, composeResultats);
  const document = createDocument();
  return {
    montre,
    images: await drawFigures(montre.figures, document),
    imagesAutres: await drawFigures(montre.autres, document),
  };
}
