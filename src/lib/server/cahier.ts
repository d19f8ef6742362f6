import { error } from '@sveltejs/kit';
import { drawFigures } from '../components/draw-images';
import type { Engine } from '../data/engine';
import type { Cahier } from '../views/pages/cahier';
import { createDocument } from './document';
import { listFonds, withProduct } from './product';

/** Composes and draws a board pack; a fund or a territory that is not published is a 404. */
export async function loadCahier(
  fonds: string,
  compose: (engine: Engine) => Promise<Cahier | null>,
) {
  if (!listFonds().includes(fonds)) error(404);
  const cahier = (await withProduct(fonds, compose)) ?? error(404);
  const document = createDocument();
  const images = await Promise.all(
    cahier.sections.map(({ figures }) => drawFigures(figures, document)),
  );
  return { cahier, images };
}
