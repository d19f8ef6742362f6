import { error } from '@sveltejs/kit';
import { drawFigures } from '$lib/components/draw-images';
import { SANS_CHOIX } from '$lib/domain/choix';
import { createDocument } from '$lib/server/document';
import { listFonds, withProduct } from '$lib/server/product';
import { composeApercu, composePhrases } from '$lib/views/apercu';

export const entries = () => listFonds().map((fonds) => ({ fonds }));

export async function load({ params }) {
  if (!listFonds().includes(params.fonds)) error(404);
  return withProduct(params.fonds, async (engine) => {
    const apercu = await composeApercu(engine, SANS_CHOIX);
    const phrases = await composePhrases(engine);
    const images = await drawFigures(apercu.figures, createDocument());
    return { apercu, phrases, images };
  });
}
