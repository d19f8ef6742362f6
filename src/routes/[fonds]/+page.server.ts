import { error } from '@sveltejs/kit';
import { parseHTML } from 'linkedom';
import { drawImages } from '$lib/components/draw-images';
import { SANS_CHOIX } from '$lib/domain/choix';
import { listFonds, withProduct } from '$lib/server/product';
import { composeApercu, composePhrases } from '$lib/views/apercu';

export const entries = () => listFonds().map((fonds) => ({ fonds }));

export async function load({ params }) {
  if (!listFonds().includes(params.fonds)) error(404);
  const { document } = parseHTML('<html></html>');
  return withProduct(params.fonds, async (engine) => {
    const apercu = await composeApercu(engine, SANS_CHOIX);
    const phrases = await composePhrases(engine);
    const images = await Promise.all(
      apercu.figures.map((figure) =>
        figure.chart === null ? null : drawImages(figure, document as unknown as Document),
      ),
    );
    return { apercu, phrases, images };
  });
}
