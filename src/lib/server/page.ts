/** What pages that answer choices are given at build time: their first view, drawn. */
import { error } from '@sveltejs/kit';
import { drawFigures, type Images } from '../components/draw-images';
import type { Engine } from '../data/engine';
import type { Choix } from '../domain/choix';
import { composeOffre, type Offre } from '../views/offre';
import type { Page } from '../views/page';
import { createDocument } from './document';
import { listFonds, withProduct } from './product';

export const entriesOfFonds = () => listFonds().map((fonds) => ({ fonds }));

export interface Chargee<P extends Page> {
  readonly page: P;
  readonly images: readonly (Images | null)[];
  readonly offre: Offre;
}

/** Composes and draws the first view of a page; a fund that is not published is a 404. */
export async function loadPage<P extends Page>(
  fonds: string,
  choix: Choix,
  compose: (engine: Engine, choix: Choix) => Promise<P>,
): Promise<Chargee<P>> {
  if (!listFonds().includes(fonds)) error(404);
  return withProduct(fonds, async (engine) => {
    const page = await compose(engine, choix);
    const images = await drawFigures(page.figures, createDocument());
    return { page, images, offre: await composeOffre(engine) };
  });
}
